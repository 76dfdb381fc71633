import { readFile } from 'node:fs/promises';
import { violations, withAxe } from '../support/e2e/axe.ts';
import { ResultsView } from '../support/e2e/results-page.ts';
import { expect, test } from '../support/e2e/test.ts';

test('the speed-up curve is measured from one worker on, drawn, kept, and can be saved', async ({
  lab,
  page,
}) => {
  await withAxe(page);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'hardwareConcurrency', { value: 2 });
  });
  await lab.open('task=mandelbrot&size=512x384&iterations=300&workers=2');
  await lab.run('pool');
  await page.getByRole('button', { name: 'Measure the speed-up' }).click();
  const table = page.getByRole('table', { name: 'Speed-up by workers' });
  await expect(table).toBeVisible({ timeout: 55_000 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^On this device .* (pay|paid)\.$/);
  await expect(table.getByRole('rowheader')).toHaveText(['1', '2', '3', '4']);
  await expect(table.getByRole('row').nth(1)).toContainText('1.00×');
  await expect(page.getByText(/serial share/).first()).toBeVisible();
  expect(await violations(page), 'speed-up').toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save SVG' }).click(),
  ]);
  const svg = await readFile(await download.path(), 'utf8');
  expect(svg).toMatch(/^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  // It carries its colours itself: no rule of the page's is there to give them.
  expect(svg).not.toMatch(/var\(|currentcolor/i);
  expect(svg.match(/<rect/g)?.length).toBeGreaterThan(4);

  const results = new ResultsView(page);
  await page.getByRole('link', { name: 'Results' }).click();
  await results.holds('13 runs in 2 experiments');
  await results.list.getByRole('button').first().click();
  await expect(page.getByRole('img', { name: /^Speed-up by workers\./ })).toBeVisible();
});
