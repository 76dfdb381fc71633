import { fillStorage, refuseStorage } from '../support/e2e/no-storage.ts';
import { exported, ResultsView } from '../support/e2e/results-page.ts';
import { expect, test } from '../support/e2e/test.ts';
import { experimentOf, phoneAt120 } from '../support/results/experiments.ts';

test('where storage is refused runs go on, and the page says that nothing is kept', async ({ lab, page }) => {
  await refuseStorage(page);
  await lab.open('task=mandelbrot&size=512x384&iterations=300&workers=2');
  await lab.run('pool');
  await lab.run('chunked');
  await page.getByRole('link', { name: 'Results' }).click();
  await expect(page.getByText('Nothing is kept', { exact: true })).toBeVisible();
  const results = new ResultsView(page);
  await expect(results.items).toHaveCount(2);
  const { text } = await results.saved('Export JSON');
  expect(JSON.parse(text)).toHaveProperty('runs.length', 2);
  await page.reload();
  await expect(page.getByText('Nothing kept yet')).toBeVisible();
});

test('where it is full what was kept stays, and the newest is named as not kept', async ({ page }) => {
  const results = new ResultsView(page);
  await results.open();
  await results.import('desk.json', exported([experimentOf()]));
  await results.holds('9 runs in 1 experiment');
  await fillStorage(page);
  await results.import('phone.json', exported([phoneAt120()]));
  await expect(page.getByText('The newest results are not kept')).toBeVisible();
  await expect(page.getByText(/storage is full/)).toBeVisible();
  await expect(results.items).toHaveCount(2);
  await page.reload();
  await results.holds('9 runs in 1 experiment');
  await expect(results.items).toHaveCount(1);
});
