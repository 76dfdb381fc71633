import { NAV } from '../../src/app/nav.ts';
import { hashOf } from '../../src/app/router.ts';
import { experiment } from '../support/e2e/experiment.ts';
import { LabPage } from '../support/e2e/lab-page.ts';
import { expect, keptAll, keptFiles, test } from '../support/e2e/offline-test.ts';

const SMALL = { task: 'edges', size: '1mp', strategies: ['pool'], workers: 2 } as const;
const isolated = () => [crossOriginIsolated, typeof SharedArrayBuffer];

test('without headers the first visit runs, and after the reload it offers memory is shared', async ({
  lab,
  page,
}) => {
  await lab.open('task=edges&size=1mp&workers=2');
  expect(await page.evaluate(isolated)).toEqual([false, 'undefined']);
  const [first] = (await experiment(page, SMALL)).runs;

  await page.getByRole('button', { name: 'Reload for shared memory' }).click();
  await page.waitForFunction(() => crossOriginIsolated);
  await lab.idle();
  expect(await page.evaluate(isolated)).toEqual([true, 'function']);
  await expect(page.getByRole('radio', { name: 'Edges' })).toBeChecked();
  await expect(page.getByRole('button', { name: /Reload/ })).toHaveCount(0);

  const { environment, runs } = await experiment(page, SMALL);
  expect(environment.crossOriginIsolated).toBe(true);
  expect(runs[0]?.checksum).toBe(first?.checksum);
});

test('everything that the build made is kept, and nothing twice', async ({ lab, page, site }) => {
  await lab.open('task=edges&size=1mp&workers=2');
  await keptAll(page);
  const shown = /^(screenshots\/|robots\.txt$|service-worker\.js$|_)/;
  const made = [...site.files.keys()].filter((name) => !shown.test(name)).sort();
  expect(made.length).toBeGreaterThan(50);
  expect(await keptFiles(page)).toEqual(made);
});

test('with the network gone every page opens, and the lab works', async ({ lab, page, site, context }) => {
  await lab.open('task=edges&size=1mp&workers=2');
  await keptAll(page);
  await site.close();

  for (const item of NAV) {
    await page.goto(new URL(hashOf(item.page), site.url).href);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 }), item.label).toBeVisible();
    await expect(page.getByText('could not be loaded')).toHaveCount(0);
  }

  // a link from outside, with an address of its own
  const cold = new LabPage(await context.newPage());
  await cold.page.goto(`${site.url}?from=code#/?task=denoise&size=1mp&workers=2`);
  await cold.idle();
  await cold.run('pool');
  await expect(cold.results).toBeVisible();
  expect(await cold.page.evaluate(isolated)).toEqual([true, 'function']);

  // a class experiment that was scanned, and the projector's slides
  const CLASS = 'task=edges&size=1mp&workers=2&strategy=pool';
  await cold.open(`${CLASS}&lock=1`);
  await cold.runButton('pool').click();
  await expect(cold.results.getByRole('heading', { level: 1 })).toBeVisible();
  await cold.page.getByRole('button', { name: 'Share' }).click();
  await expect(cold.page.getByRole('img', { name: /^QR code/ })).toBeVisible();
  await cold.page.getByRole('button', { name: 'Close' }).click();
  await cold.open(`${CLASS}&present=1`);
  await expect(cold.page.getByRole('button', { name: 'Space run pool' })).toBeVisible();
  await cold.page.keyboard.press('Space');
  await cold.ended();
});

test('the page says what it keeps and how much that is', async ({ page }) => {
  await page.goto('./#/about');
  await expect(page.getByText(/^Ready: all of it, [\d.]+ [kM]B, is kept/)).toBeVisible();
  await expect(page.getByText(/^Off until this page is loaded again/)).toBeVisible();
  await page.getByRole('button', { name: 'Reload with shared memory' }).click();
  await expect(page.getByText(/^On: all threads/)).toBeVisible();
});

test('the browser is asked to keep it for good by a button, or by itself once the app is installed', async ({
  page,
}) => {
  await page.addInitScript(() => {
    let kept = false;
    navigator.storage.persisted = () => Promise.resolve(kept);
    navigator.storage.persist = () => Promise.resolve((kept = true));
  });
  await page.goto('./#/about');
  await page.getByRole('button', { name: 'Ask it to keep them' }).click();
  await expect(page.getByText(/stay until you delete them/)).toBeVisible();

  await page.reload();
  await expect(page.getByText(/may clear this app/)).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('appinstalled')));
  await expect(page.getByText(/stay until you delete them/)).toBeVisible();
});

test('what could not be fetched is named, and fetched when it is asked for', async ({ page, site }) => {
  const whole = site.files;
  site.files = new Map([...whole].filter(([name]) => !name.startsWith('schema/')));
  await page.goto('./#/about');
  const missing = page.getByText(/not here yet: .+ \([\d.]+ kB\)\.$/);
  await expect(missing).toBeVisible();
  site.files = whole;
  await page.getByRole('button', { name: 'Fetch the rest' }).click();
  await expect(page.getByText(/^Ready: all of it/)).toBeVisible();
});
