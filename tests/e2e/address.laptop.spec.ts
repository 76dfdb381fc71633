import { expect, test } from '../support/e2e/test.ts';

test('the address tells the options that were chosen, and gives them back', async ({ lab, page }) => {
  await lab.open('task=denoise&size=1mp&workers=2');
  await page.getByRole('button', { name: /^Options/ }).click();
  await page.getByRole('spinbutton', { name: 'Times' }).fill('3');
  await page.getByRole('spinbutton', { name: 'Runs of each way' }).fill('5');
  await page.keyboard.press('Tab');
  await expect(page).toHaveURL(/repeat=3/);
  await expect(page).toHaveURL(/runs=5/);

  await page.reload();
  await lab.idle();
  await expect(page.getByRole('radio', { name: 'Denoise' })).toBeChecked();
  await page.getByRole('button', { name: /^Options/ }).click();
  await expect(page.getByRole('spinbutton', { name: 'Times' })).toHaveValue('3');
  await expect(page.getByRole('spinbutton', { name: 'Runs of each way' })).toHaveValue('5');
  await expect(page.getByRole('combobox', { name: 'Size' })).toHaveValue('1mp');
});

test('a place of the Mandelbrot set is in the address, and found again by it', async ({ lab, page }) => {
  await lab.open('task=mandelbrot&size=512x384&iterations=300&workers=2');
  const where = page.getByText(/ across, .* iterations$/);
  await expect(where).toHaveText('−0.65 + 0.00 i, 3 across, 300 iterations');
  const zoomIn = page.getByRole('button', { name: 'Zoom in' });
  await zoomIn.click();
  const there = '−0.65 + 0.00 i, 1.5 across, 300 iterations';
  await expect(where).toHaveText(there);
  await expect(page).toHaveURL(/scale=1\.5/);
  await lab.idle();
  // The panel is still the one that was pressed: made anew, it would tell the place before for a moment.
  await expect(zoomIn).toBeFocused();
  await page.reload();
  await lab.idle();
  await expect(where).toHaveText(there);
});

test('another link stops what runs, and is what runs next', async ({ lab, page }) => {
  await lab.open('task=denoise&size=4mp&radius=2&repeat=16&workers=2');
  await lab.begin('pool');
  await page.evaluate(() => {
    location.hash = '#/?task=edges&size=1mp&workers=2';
  });
  await expect(page.getByRole('radio', { name: 'Edges' })).toBeChecked();
  await expect(lab.runButton('pool')).toBeVisible();
  await lab.idle();
  await lab.run('pool');
  await expect(lab.results).toContainText('Edges, Viaduct');
});
