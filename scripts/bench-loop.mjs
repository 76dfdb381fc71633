/**
 * `npm run bench:loop [-- --runs 5]`: the event-loop stepper in a real headless Chromium on the production
 * build: how soon the first step is there on a cold page of the installed app (CPU ×4), how long a long
 * recording takes and what it costs the page, and whether the slider keeps up with the screen.
 */
/* global document, requestAnimationFrame */
import { parseArgs } from 'node:util';
import { ensureInstalled } from './lib/install.mjs';
import { longSnippet } from './lib/loop-snippet.mjs';
import { run } from './lib/say.mjs';

/** @typedef {import('playwright').BrowserContext} BrowserContext */
/** @typedef {import('playwright').Page} Page */

const SLOWER = 4;
const SCRUBS = 300;
const QUIET_MS = 800;

/** @param {readonly number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}

/** Visits once, until everything is kept by the service worker. @param {BrowserContext} context @param {string} url */
async function install(context, url) {
  const page = await context.newPage();
  await page.goto(`${url}#/loop`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await page.getByRole('list', { name: 'Call stack' }).getByRole('listitem').first().waitFor();
  await page.close();
}

/** In the page, before anything else: presses Step as soon as it is there, and notes when its frame is shown. */
function pressStep() {
  const look = () => {
    const stack = document.querySelector('[aria-label="Call stack"] li');
    if (stack !== null) {
      Reflect.set(globalThis, 'firstStepMs', performance.now());
      return;
    }
    const button = [...document.querySelectorAll('button')].find((it) => it.textContent.trim() === 'Step');
    if (button !== undefined && !Reflect.get(globalThis, 'pressed')) {
      Reflect.set(globalThis, 'pressed', true);
      button.click();
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** ms from opening the page to the first step. @param {BrowserContext} context @param {string} url */
async function firstStep(context, url) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(pressStep);
  await page.goto(`${url}#/loop`);
  const shown = await page.waitForFunction(
    () => /** @type {unknown} */ (Reflect.get(globalThis, 'firstStepMs')),
  );
  const ms = Number(await shown.jsonValue());
  await page.close();
  return ms;
}

/**
 * Counts frames of the page from now on. @param {Page} page
 */
async function watchFrames(page) {
  await page.evaluate(() => {
    /** @type {number[]} */
    const times = [];
    Reflect.set(globalThis, 'frameTimes', times);
    const next = (/** @type {number} */ time) => {
      times.push(time);
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
}

/** Frames since the last call: how many were missed, and the longest gap. @param {Page} page */
async function frames(page) {
  const times = await page.evaluate(() => {
    const list = /** @type {number[]} */ (Reflect.get(globalThis, 'frameTimes'));
    return list.splice(0);
  });
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? time));
  const interval = 1000 / 60;
  return {
    shown: gaps.length,
    dropped: gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / interval) - 1), 0),
    longestMs: Math.max(0, ...gaps),
  };
}

/** Records the long snippet. @param {Page} page */
async function record(page) {
  await page.getByRole('textbox', { name: 'Code' }).fill(longSnippet());
  // The editor reads what was put in, in the thread's spare time: that is its work, not the machine's.
  await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), QUIET_MS);
  await frames(page);
  const ms = await page.evaluate(async (quietMs) => {
    const start = performance.now();
    /** @type {HTMLButtonElement | null} */ (document.querySelector('button[aria-label="Run"]'))?.click();
    const slider = () =>
      /** @type {HTMLInputElement} */ (document.querySelector('input[aria-label="Position"]'));
    // Batches come every tenth of a second: it is over when the recording no longer grows.
    let last = 0;
    let since = start;
    while (last === 0 || performance.now() - since < quietMs) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      if (Number(slider().max) === last) continue;
      last = Number(slider().max);
      since = performance.now();
    }
    return since - start;
  }, QUIET_MS);
  const steps = Number(await page.getByRole('slider', { name: 'Position' }).getAttribute('max')) + 1;
  return { ms, steps, ...(await frames(page)) };
}

/** Another step in every frame, all over the recording. @param {Page} page */
async function scrub(page) {
  await frames(page);
  await page.evaluate(async (count) => {
    const slider = /** @type {HTMLInputElement} */ (document.querySelector('input[aria-label="Position"]'));
    for (let i = 0; i < count; i += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      slider.valueAsNumber = Math.round((Number(slider.max) * (i + 1)) / count);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }, SCRUBS);
  return frames(page);
}

/** @param {readonly number[]} values */
const spread = (values) =>
  `${median(values).toFixed(0)} ms (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)})`;

/** @param {readonly { shown: number, dropped: number, longestMs: number }[]} list */
const frameText = (list) =>
  `${list.map(({ dropped }) => dropped).join(', ')} of ${list.map(({ shown }) => shown).join(', ')} frames dropped, ` +
  `longest ${spread(list.map(({ longestMs }) => longestMs))}`;

/**
 * One after the other.
 *
 * @template T
 * @param {number} count
 * @param {() => Promise<T>} take
 */
async function times(count, take) {
  const list = [];
  for (let i = 0; i < count; i += 1) list.push(await take());
  return list;
}

/** @param {number} runs */
async function measure(runs) {
  const { chromium } = await import('playwright');
  const { findBrowser, launchOptions } = await import('./lib/browser.mjs');
  const { ensureBuilt } = await import('./lib/build.mjs');
  const { freePort } = await import('./lib/ports.mjs');
  const { serveBuild } = await import('./lib/serve.mjs');
  await ensureBuilt();
  const site = await serveBuild({ port: await freePort(4173) });
  const browser = await chromium.launch(launchOptions((await findBrowser()).path));
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await install(context, site.url);
    const cold = await times(runs, () => firstStep(context, site.url));
    console.log(`first step, cold page, CPU ×${String(SLOWER)}: ${spread(cold)}`);
    const page = await context.newPage();
    await page.goto(`${site.url}#/loop`);
    await page.getByRole('textbox', { name: 'Code' }).waitFor();
    await watchFrames(page);
    const recorded = await times(runs, () => record(page));
    const steps = recorded.map((it) => it.steps).join(', ');
    console.log(`a snippet of 200 lines, ${steps} steps: ${spread(recorded.map(({ ms }) => ms))}`);
    console.log(`  meanwhile: ${frameText(recorded)}`);
    const scrubbed = await times(runs, () => scrub(page));
    console.log(`scrubbing, another step in every frame: ${frameText(scrubbed)}`);
  } finally {
    await browser.close();
    await site.close();
  }
}

await run(async () => {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
  await ensureInstalled();
  await measure(Number(values.runs));
});
