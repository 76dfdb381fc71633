import { gzipSync } from 'node:zlib';

/** @typedef {import('playwright').BrowserContext} BrowserContext */
/** @typedef {import('playwright').Page} Page */
/** @typedef {import('playwright').Response} Response */
/** @typedef {{ name: string, bytes: number }} Script `bytes`: as gzip sends them */
/** @typedef {{ scripts: Script[], bytes: number }} FirstVisit */

/** Set by the lab when its input is drawn and sized: every button then does at once what it says. */
const READY = 'unblocked:ready';

/**
 * When the lab was ready, in ms since 1970.
 *
 * @param {Page} page
 */
async function readyAt(page) {
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, READY);
  return page.evaluate(
    (name) => performance.timeOrigin + (performance.getEntriesByName(name)[0]?.startTime ?? 0),
    READY,
  );
}

/** @param {Response} response */
async function weigh(response) {
  const name = response.url().split('/').at(-1) ?? '';
  return { name, bytes: gzipSync(await response.body(), { level: 9 }).length };
}

/**
 * Opens the page as for the first time, and weighs every script that the page and its workers asked for until
 * the lab was ready. A file that two threads use counts once: the second has it from the browser's cache.
 *
 * @param {BrowserContext} context a fresh one
 * @param {string} url
 * @returns {Promise<FirstVisit>}
 */
export async function firstVisit(context, url) {
  /** @type {Map<string, Response>} */
  const asked = new Map();
  context.on('response', (response) => {
    if (/\bjavascript\b/.test(response.headers()['content-type'] ?? '')) asked.set(response.url(), response);
  });
  const page = await context.newPage();
  await page.goto(url);
  const ready = await readyAt(page);
  const before = [...asked.values()].filter((response) => response.request().timing().startTime <= ready);
  const scripts = await Promise.all(before.map(weigh));
  await page.close();
  return { scripts, bytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0) };
}
