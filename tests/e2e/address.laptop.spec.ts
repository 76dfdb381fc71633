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
  const home = await where.innerText();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(where).not.toHaveText(home);
  await expect(page).toHaveURL(/scale=1\.5/);
  const there = await where.innerText();
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
