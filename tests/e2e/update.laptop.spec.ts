import type { Page } from '@playwright/test';
import { LabPage } from '../support/e2e/lab-page.ts';
import { expect, keptAll, keptFiles, lookForNewer, test } from '../support/e2e/offline-test.ts';
import { newer, NEWER } from '../support/e2e/plain-site.ts';

const offer = (page: Page) => page.getByRole('button', { name: 'New version: reload' });
const version = (page: Page) => page.getByText(`Version ${NEWER}`, { exact: true });
const SHORT = 'task=denoise&size=1mp&radius=2&workers=1';
/** Longer than it takes to fetch a version and to switch to it. */
const LONG = 'task=denoise&size=4mp&radius=2&repeat=16&workers=1';

/** Counts how often a page has been loaded, from now on. */
function loads(page: Page): () => number {
  let count = 0;
  page.on('load', () => (count += 1));
  return () => count;
}

test('the very first update: found during a run, offered after it, taken once', async ({
  lab,
  page,
  site,
}) => {
  // A first visit: the page was loaded before there was a service worker.
  await lab.open(LONG);
  await keptAll(page);
  await page.evaluate(() => {
    localStorage.setItem('kept-by-a-test', 'yes');
  });
  const loaded = loads(page);
  await lab.begin('pool');
  site.files = newer(site.files);
  await lookForNewer(page);
  await lab.measuring('pool');
  await expect(offer(page)).toHaveCount(0);
  await lab.done();
  await expect(offer(page)).toBeVisible();
  await expect(lab.table).toBeVisible();
  expect(loaded()).toBe(0);

  // one that was found before is not offered a second time
  await lookForNewer(page);
  await expect(offer(page)).toHaveCount(1);

  // nor taken while something runs
  await page
    .getByRole('button', { name: /^Run again|^Run pool/ })
    .first()
    .click();
  await lab.measuring('pool');
  await lab.underWay();
  await expect(offer(page)).toBeHidden();
  await lab.cancelButton.click();
  await expect(lab.cancelled).toBeVisible();

  await offer(page).click();
  await expect(offer(page)).toHaveCount(0);
  await lab.idle();
  await expect(page.getByRole('radio', { name: 'Denoise' })).toBeChecked();
  expect(await page.evaluate(() => localStorage.getItem('kept-by-a-test'))).toBe('yes');
  await keptAll(page);
  expect(loaded()).toBe(1);
  await page.goto('./#/about');
  await expect(version(page)).toBeVisible();
  await page.goto('./#/results');
  await expect(page.getByText('2 runs in 2 experiments')).toBeVisible();

  // what the older version kept has gone
  const made = new Set(site.files.keys());
  const strangers = (await keptFiles(page)).filter((name) => !made.has(name));
  expect(strangers).toEqual([]);
});

test('two tabs of different versions do each other no harm', async ({ lab, page, site, context }) => {
  await lab.open(LONG);
  await keptAll(page);
  await page.reload();
  const other = new LabPage(await context.newPage());
  await other.open(LONG);
  await keptAll(other.page);
  const old = [...site.files.keys()].filter((name) => name.startsWith('assets/'));

  // the host has the newer files only, and the older page is in the middle of a run
  site.files = newer(site.files);
  await lookForNewer(page);
  await expect(offer(page)).toBeVisible();
  await other.begin('pool');
  await other.underWay();
  const stayed = loads(other.page);
  const reloaded = page.waitForEvent('load');
  await offer(page).click();
  await reloaded;
  await page.goto('./#/about');
  await expect(version(page)).toBeVisible();
  await other.cancelButton.click();
  await expect(other.cancelled).toBeVisible();

  // the older page loads what it needs, as it was when it was kept, and starts its own workers
  await other.page.getByRole('link', { name: 'About' }).first().click();
  await expect(other.page.getByText(/^Version/)).not.toHaveText(`Version ${NEWER}`);
  await other.page.goto(`./#/?${SHORT}`);
  await other.idle();
  await other.run('pool');
  expect(stayed()).toBe(0);
  expect(await keptFiles(page)).toEqual(expect.arrayContaining(old));

  const renewed = other.page.waitForEvent('load');
  await offer(other.page).click();
  await renewed;
  await keptAll(other.page);
  await expect.poll(() => keptFiles(page)).not.toEqual(expect.arrayContaining(old));
  const made = new Set(site.files.keys());
  await expect.poll(async () => (await keptFiles(page)).filter((name) => !made.has(name))).toEqual([]);
});

test('a version that can’t be fetched whole changes nothing', async ({ lab, page, site }) => {
  await lab.open('task=edges&size=1mp&workers=2');
  await keptAll(page);
  const before = await keptFiles(page);
  const files = new Map(newer(site.files));
  for (const name of files.keys()) if (name.endsWith('.css')) files.delete(name);
  site.files = files;
  const state = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const { installing } = registration;
    await new Promise((resolve) => installing?.addEventListener('statechange', resolve, { once: true }));
    return installing?.state;
  });
  expect(state).toBe('redundant');
  await expect(offer(page)).toHaveCount(0);
  await page.reload();
  await lab.idle();
  await lab.run('pool');
  expect(await keptFiles(page)).toEqual(expect.arrayContaining(before));
});
