import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { ResultsView, exported } from '../support/e2e/results-page.ts';
import { expect, test } from '../support/e2e/test.ts';
import { comparisonRuns, experimentOf, phoneAt120, sixtyRuns } from '../support/results/experiments.ts';
import { parseReport } from '../../src/results/share/validate.ts';

test('a history of 60 runs, imported twice, has no run twice, and stays', async ({ page }) => {
  const results = new ResultsView(page);
  await results.open();
  const file = exported(sixtyRuns());
  await results.import('room.json', file);
  await expect(page.getByText('60 runs added.')).toBeVisible();
  await results.holds('60 runs in 7 experiments');

  await results.import('room.json', file);
  await expect(page.getByText('Nothing new in it. 60 runs were here already.')).toBeVisible();
  await results.holds('60 runs in 7 experiments');
  await expect(results.items).toHaveCount(7);

  await page.reload();
  await results.holds('60 runs in 7 experiments');
  const { name, text } = await results.saved('Export JSON');
  expect(name).toMatch(/^unblocked-2026-11-\d\d-60-runs\.json$/);
  const ids = parseReport(text).runs.map(({ id }) => id);
  expect(new Set(ids).size).toBe(60);
  const csv = await results.saved('Export CSV');
  expect(csv.name).toMatch(/60-runs\.csv$/);
  for (const id of ids) expect(csv.text).toContain(id);
});

test('a run of the lab is kept, through a reload, and can be deleted and brought back', async ({
  lab,
  page,
}) => {
  await lab.open('task=mandelbrot&size=512x384&iterations=300&workers=2');
  await lab.run('pool');
  const results = new ResultsView(page);
  await page.getByRole('link', { name: 'Results' }).click();
  await results.holds('1 run in 1 experiment');
  await page.reload();
  await results.holds('1 run in 1 experiment');

  await results.items.check();
  await results.button('Delete').click();
  await expect(page.getByText('Nothing kept yet')).toBeVisible();
  await results.button('Undo').click();
  await results.holds('1 run in 1 experiment');
  await page.reload();
  await results.holds('1 run in 1 experiment');
});

test('a bad report is refused with the reason, and what is kept stays', async ({ page }) => {
  const results = new ResultsView(page);
  await results.open();
  await results.import('desk.json', exported([experimentOf()]));
  await results.holds('9 runs in 1 experiment');
  const bad = exported([phoneAt120()]).replace('"wallMs":', '"wallMs":-');
  for (const [content, reason] of [
    ['{"runs":', /It is not JSON, or it was cut off\./],
    ['{"name":"<b>x</b>"}', /It is JSON, but not a report of Unblocked\./],
    [bad, /It doesn’t follow the schema of a report: at runs\[\d\]\.wallMs/],
  ] as const) {
    await results.import('bad.json', content);
    const refusal = page.getByRole('alert').filter({ hasText: 'bad.json is refused' });
    await expect(refusal).toContainText(reason);
    await expect(refusal).toContainText('Nothing that is kept was changed.');
    await results.holds('9 runs in 1 experiment');
  }
});

test('a device at 120 Hz beside one at 60 Hz is compared by milliseconds; filters; a device gets a name', async ({
  page,
}) => {
  const results = new ResultsView(page);
  await results.open();
  await results.import('room.json', exported([experimentOf(), phoneAt120()]));
  await expect(results.items).toHaveCount(2);
  for (const item of await results.items.all()) await item.check();
  await results.button('Compare 2').click();
  await expect(results.compared).toContainText('These screens beat at 60 Hz and 120 Hz');
  await expect(results.compared).toBeFocused();
  await expect(results.table.getByRole('columnheader', { name: 'Without frames, ms' })).toBeVisible();
  await expect(results.table.getByRole('columnheader', { name: 'Dropped frames' })).toHaveCount(0);
  await expect(results.table.getByRole('row', { name: /^Blocking/ })).toHaveCount(2);

  await page.getByRole('combobox', { name: 'Device' }).selectOption('Phone');
  await expect(results.items).toHaveCount(1);
  await expect(results.compared).toHaveCount(0);
  await page.getByRole('button', { name: 'Rename Phone' }).click();
  await page.getByRole('textbox', { name: 'Name of Phone' }).fill('Ada’s phone');
  await results.button('Save').click();
  await expect(results.list).toContainText('Ada’s phone, 120 Hz');
  await page.reload();
  await expect(results.list).toContainText('Ada’s phone, 120 Hz');
});

test('frame times are drawn from the runs, with the table behind them, and saved as a picture', async ({
  page,
}) => {
  const results = new ResultsView(page);
  await results.open();
  const frameTimesMs = [-17, 0, 2050, 2067, 2084];
  const runs = comparisonRuns().map((run) =>
    run.strategy === 'blocking' ? { ...run, frameTimesMs } : { ...run, frameTimesMs: [-17, 0, 17, 34] },
  );
  // The command line reports several jobs as one experiment: each has its own plot.
  const hashed = comparisonRuns().map((run) => ({ ...run, task: 'hash', frameTimesMs: null }));
  await results.import('desk.json', exported([experimentOf({ runs: [...runs, ...hashed] })]));
  await results.list.getByRole('button').first().click();
  await expect(page.getByRole('region', { name: 'Where the time went' })).toHaveCount(2);
  await expect(page.getByRole('img', { name: /Blocking: longest gap 2,050 ms\. / })).toBeVisible();
  await page.getByRole('button', { name: 'The same as a table' }).click();
  const table = page.getByRole('table', { name: 'Frame times' });
  await expect(table.getByRole('row', { name: /^Blocking/ })).toHaveText(/4\s*17\s*2,050\s*2,050/);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save PNG' }).click(),
  ]);
  const picture = await sharp(await readFile(await download.path())).stats();
  // Red and blue lines on paper: more than one colour, and none of it transparent.
  expect(picture.isOpaque).toBe(true);
  expect(picture.entropy).toBeGreaterThan(0.1);
});
