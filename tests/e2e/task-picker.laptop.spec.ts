import { expect, test } from '../support/e2e/test.ts';
import { jpeg } from '../support/e2e/input-files.ts';

test('arrows go through the tasks in their groups; each is told with what it does', async ({ lab, page }) => {
  await lab.open('task=edges&size=1mp&workers=2');
  const names = await page.getByRole('group', { name: 'Task' }).getByRole('group').all();
  expect(await Promise.all(names.map((group) => group.getAttribute('aria-label')))).toEqual([
    ...['Pictures', 'Numbers', 'Data', 'Cryptography'],
  ]);
  const edges = page.getByRole('radio', { name: 'Edges', exact: true });
  await expect(edges).toHaveAccessibleDescription('Finds its outlines');
  await edges.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Denoise', exact: true })).toBeChecked();
  await expect(page).toHaveURL(/task=denoise/);
});

test('JSON promises no slices, and neither does its forecast of the class', async ({ lab, page }) => {
  await lab.open('task=json&size=1x2mib&workers=2');
  await expect(page.getByText('One call that can’t be cut: no pause before its end')).toBeVisible();
  await expect(page.getByText('While blocking or chunked runs')).toBeVisible();
});

test('several photos that are dropped on one task are offered to the image batch', async ({ lab, page }) => {
  await lab.open('task=edges&size=1mp&workers=2');
  const photo = (await jpeg(page, 160, 100)).toString('base64');
  const data = await page.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const transfer = new DataTransfer();
    for (const name of ['a.jpg', 'b.jpg'])
      transfer.items.add(new File([bytes], name, { type: 'image/jpeg' }));
    return transfer;
  }, photo);
  const zone = page.getByRole('group', { name: /^Picture: drop/ });
  await zone.dispatchEvent('dragover', { dataTransfer: data });
  await zone.dispatchEvent('drop', { dataTransfer: data });
  await expect(page.getByText('a.jpg', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Filter all 2' }).click();
  await expect(page.getByRole('radio', { name: 'Image batch' })).toBeChecked();
  const photos = page.getByRole('list', { name: 'Photos' }).getByRole('listitem');
  await expect(photos).toHaveText(['a.jpg: waits', 'b.jpg: waits']);
});
