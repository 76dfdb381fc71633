import { expect, keptAll, test } from '../support/e2e/offline-test.ts';
import { cellsOf, exported, ResultsView } from '../support/e2e/results-page.ts';
import { comparisonRuns, experimentOf, phoneAt120 } from '../support/results/experiments.ts';
import { runOf } from '../support/results/runs.ts';

/** Figures that differ from run to run, one run that doesn't count, and two devices. */
const SENT = [
  experimentOf({
    runs: [...comparisonRuns(), runOf({ valid: false, invalidReason: 'The page was hidden.' })],
  }),
  phoneAt120(),
];

test('a shared link opens in a fresh profile without a network, with the same figures', async ({
  page,
  browser,
  site,
  guard,
}) => {
  const mine = new ResultsView(page);
  await mine.open();
  await mine.import('room.json', exported(SENT));
  await expect(mine.items).toHaveCount(2);
  for (const item of await mine.items.all()) await item.check();
  await mine.button('Compare 2').click();
  await expect(mine.compared).toBeFocused();
  const figures = await cellsOf(mine.table);
  const sentences = await mine.compared.getByRole('paragraph').allTextContents();
  expect(figures.length).toBeGreaterThan(6);
  const link = await mine.link();

  // Another profile, where the app is installed and the network is gone.
  const fresh = await browser.newContext({ serviceWorkers: 'allow' });
  const other = await fresh.newPage();
  other.on('pageerror', (error) => guard.problems.push(error.message));
  await other.goto(`${site.url}#/about`);
  await keptAll(other);
  await site.close();
  const opened = await fresh.newPage();
  await opened.goto(link);
  const theirs = new ResultsView(opened);
  await expect(opened.getByRole('heading', { name: 'Shared results', level: 1 })).toBeVisible();
  await expect(theirs.compared).toBeVisible();
  await expect.poll(() => cellsOf(theirs.compared.getByRole('table'))).toEqual(figures);
  await expect(theirs.compared.getByRole('paragraph')).toHaveText(sentences);
  await expect(opened.getByText('Not counted. The page was hidden.')).toBeVisible();

  // Nothing was stored, until the person says so.
  const stored = () => opened.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(await stored()).not.toContain('unblocked-results');
  await theirs.button('Keep on this device').click();
  await theirs.holds('19 runs in 2 experiments');
  await opened.reload();
  await theirs.holds('19 runs in 2 experiments');
  await fresh.close();
});

test('a damaged link says so, and leads to what is kept', async ({ page, site }) => {
  await page.goto(`${site.url}#/results?report=nonsense`);
  await expect(page.getByRole('alert')).toContainText('This link can’t be opened');
  await page.getByRole('link', { name: 'To your own results' }).click();
  await expect(page.getByText('Nothing kept yet')).toBeVisible();
});
