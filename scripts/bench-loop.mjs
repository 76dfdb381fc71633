/**
 * `npm run bench:loop [-- --runs 5]`: the event-loop stepper in a real headless Chromium on the production
 * build: how soon the first step is there on a cold page of the installed app (CPU ×4), how long a long
 * recording takes and what it costs the page, whether the slider keeps up with the screen, and how soon hostile
 * code is told so. Each run has a page of its own, so that each first recording is one; beside every count of frames
 * stands what the same page loses when it is left alone as long.
 */
import { parseArgs } from 'node:util';
import { ensureInstalled } from './lib/install.mjs';
import { busyNeighbour, leaveAlone, watchFrames } from './lib/loop-frames.mjs';
import { HOSTILE } from './lib/loop-hostile.mjs';
import { SLOWER, firstStep, hostile, install, record, scrub, writeLongSnippet } from './lib/loop-page.mjs';
import { run } from './lib/say.mjs';

/** @typedef {import('playwright').BrowserContext} BrowserContext */
/** @typedef {import('./lib/loop-frames.mjs').Frames} Frames */
/** @typedef {(ms: number) => Promise<void>} Neighbour */

/** @param {readonly number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}

/** @param {readonly number[]} values */
const spread = (values) =>
  `${median(values).toFixed(0)} ms (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)})`;

/** @param {readonly Frames[]} list */
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

/** A fresh page of the stepper, its frames counted. @param {BrowserContext} context @param {string} url */
async function openLoop(context, url) {
  const page = await context.newPage();
  await page.goto(`${url}#/loop`);
  await page.getByRole('textbox', { name: 'Code' }).waitFor();
  await watchFrames(page);
  return page;
}

/**
 * One page: its first recording, another, and the first scrub over it; after each, the page left alone.
 *
 * @param {BrowserContext} context
 * @param {string} url
 * @param {Neighbour} neighbour
 */
async function onePage(context, url, neighbour) {
  const page = await openLoop(context, url);
  await writeLongSnippet(page);
  const first = await record(page);
  const again = await record(page);
  await neighbour(first.ms);
  const besideWork = await leaveAlone(page, first.shown);
  const scrubbed = await scrub(page);
  const alone = await leaveAlone(page, scrubbed.shown);
  await page.close();
  return { first, again, besideWork, scrubbed, alone };
}

/** @param {BrowserContext} context @param {string} url @param {Neighbour} neighbour */
async function measureHostile(context, url, neighbour) {
  const page = await openLoop(context, url);
  console.log('hostile code, from Run to its end; the next run works after each:');
  let [dropped, shown, ms] = [0, 0, 0];
  for (const [name, code] of Object.entries(HOSTILE)) {
    const one = await hostile(page, code);
    const lost = `${String(one.dropped)} dropped, longest ${one.longestMs.toFixed(0)} ms`;
    console.log(`  ${name}: ${one.ms.toFixed(0)} ms (${lost}): ${one.words}`);
    [dropped, shown, ms] = [dropped + one.dropped, shown + one.shown, ms + one.ms];
  }
  await neighbour(ms);
  const alone = await leaveAlone(page, shown);
  console.log(`  in all: ${String(dropped)} of ${String(shown)} frames dropped`);
  console.log(`  the page left alone, another worker busy: ${frameText([alone])}`);
  await page.close();
}

/** @param {BrowserContext} context @param {string} url @param {number} runs */
async function measurePage(context, url, runs) {
  const cold = await times(runs, () => firstStep(context, url));
  console.log(`first step, cold page, CPU ×${String(SLOWER)}: ${spread(cold)}`);
  const neighbour = await busyNeighbour(context);
  const pages = await times(runs, () => onePage(context, url, neighbour));
  const steps = pages.map(({ first }) => first.steps).join(', ');
  console.log(`a snippet of 200 lines, ${steps} steps, each on a page of its own`);
  console.log(`  the page's first recording: ${spread(pages.map(({ first }) => first.ms))}`);
  console.log(`    meanwhile: ${frameText(pages.map(({ first }) => first))}`);
  console.log(`  the same again: ${spread(pages.map(({ again }) => again.ms))}`);
  console.log(`    meanwhile: ${frameText(pages.map(({ again }) => again))}`);
  console.log(`  left alone, another worker busy: ${frameText(pages.map(({ besideWork }) => besideWork))}`);
  console.log(`scrubbing, another step in every frame: ${frameText(pages.map(({ scrubbed }) => scrubbed))}`);
  console.log(`  left alone: ${frameText(pages.map(({ alone }) => alone))}`);
  await measureHostile(context, url, neighbour);
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
    await measurePage(context, site.url, runs);
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
