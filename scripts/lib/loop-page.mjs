/** What `bench:loop` does on the stepper's page. */
/* global document, requestAnimationFrame */
import { takeFrames } from './loop-frames.mjs';
import { longSnippet } from './loop-snippet.mjs';

/** @typedef {import('playwright').BrowserContext} BrowserContext */
/** @typedef {import('playwright').Page} Page */
/** @typedef {import('./loop-frames.mjs').Frames} Frames */

export const SLOWER = 4;
const SCRUBS = 200;
const QUIET_MS = 800;

/** Visits once, until everything is kept by the service worker. @param {BrowserContext} context @param {string} url */
export async function install(context, url) {
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
export async function firstStep(context, url) {
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

/** Puts the long snippet in, and waits until the editor has read it: its work, not the machine's. @param {Page} page */
export async function writeLongSnippet(page) {
  await page.getByRole('textbox', { name: 'Code' }).fill(longSnippet());
  await page.evaluate((ms) => new Promise((resolve) => setTimeout(resolve, ms)), QUIET_MS);
}

/**
 * Records what stands in the editor, to the end.
 *
 * @param {Page} page
 * @returns {Promise<Frames & { ms: number, steps: number }>}
 */
export async function record(page) {
  await takeFrames(page);
  const ms = await page.evaluate(async (quietMs) => {
    const start = performance.now();
    /** @type {HTMLButtonElement | null} */ (document.querySelector('button[aria-label="Run"]'))?.click();
    const busy = () => document.querySelector('[aria-label="Stage"]')?.getAttribute('aria-busy') !== 'false';
    do await new Promise((resolve) => requestAnimationFrame(resolve));
    while (busy());
    const end = performance.now();
    // what comes of the last batch belongs to the run
    while (performance.now() - end < quietMs) await new Promise((resolve) => requestAnimationFrame(resolve));
    return end - start;
  }, QUIET_MS);
  const steps = Number(await page.getByRole('slider', { name: 'Position' }).getAttribute('max')) + 1;
  return { ms, steps, ...(await takeFrames(page)) };
}

/** Another step in every frame, all over the recording. @param {Page} page @returns {Promise<Frames>} */
export async function scrub(page) {
  await takeFrames(page);
  await page.evaluate(async (count) => {
    const slider = /** @type {HTMLInputElement} */ (document.querySelector('input[aria-label="Position"]'));
    for (let i = 0; i < count; i += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      slider.valueAsNumber = Math.round((Number(slider.max) * (i + 1)) / count);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }, SCRUBS);
  return takeFrames(page);
}

/**
 * ms from Run to the sentence that says how it ended (or to the recording's end, where all is well), and a run after it that
 * must print.
 *
 * @param {Page} page
 * @param {string} code
 * @returns {Promise<Frames & { ms: number, words: string }>}
 */
export async function hostile(page, code) {
  await page.getByRole('textbox', { name: 'Code' }).fill(code);
  await takeFrames(page);
  const ms = await page.evaluate(async () => {
    const start = performance.now();
    /** @type {HTMLButtonElement | null} */ (document.querySelector('button[aria-label="Run"]'))?.click();
    const busy = () => document.querySelector('[aria-label="Stage"]')?.getAttribute('aria-busy') !== 'false';
    do await new Promise((resolve) => requestAnimationFrame(resolve));
    while (busy());
    return performance.now() - start;
  });
  const frames = await takeFrames(page);
  const said = page.locator('.end').first();
  const words = (await said.count()) > 0 ? (await said.innerText()).replaceAll(/\s+/g, ' ') : 'all of it ran';
  await recordAfter(page);
  return { ms, ...frames, words };
}

/** @param {Page} page */
async function recordAfter(page) {
  const field = page.getByRole('textbox', { name: 'Code' });
  await field.fill("Promise.resolve().then(() => console.log('next'));");
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.locator('[aria-label="Stage"][aria-busy="false"]').waitFor();
  await page.getByRole('slider', { name: 'Position' }).press('End');
  await page.getByRole('log', { name: 'Console' }).getByText('next').waitFor();
}
