import { tell } from '../lib/say.mjs';
import budgets from './budgets.json' with { type: 'json' };
import { controlsOf, use } from './controls.mjs';
import { SCENES } from './scenes.mjs';

/** @typedef {import('playwright').Browser} Browser */
/** @typedef {import('playwright').Page} Page */
/** @typedef {import('./figure.mjs').Figure} Figure */
/** @typedef {import('./scenes.mjs').Scene} Scene */
/** @typedef {import('./controls.mjs').Control} Control */
/** @typedef {{ name: string, ms: number }} Pressed */

const { cpuSlowdown, nextPaintMs } = budgets.interaction;
const STATUS = 'main > [role="status"]';
const RUN_MS = 120_000;
/** The least that Event Timing tells: what takes less is told as this much. */
const LEAST_MS = 16;

const DEVICES = {
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true },
  laptop: { viewport: { width: 1440, height: 900 } },
};

/** Keeps the longest interaction since it was last asked for: from the press to the next paint (https://web.dev/articles/inp). */
function watch() {
  const global = /** @type {{ longest?: number }} */ (/** @type {unknown} */ (globalThis));
  global.longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of /** @type {PerformanceEventTiming[]} */ (list.getEntries())) {
      if (entry.interactionId !== 0) global.longest = Math.max(global.longest ?? 0, entry.duration);
    }
  });
  // Chromium's lib knows the option, TypeScript's doesn't.
  observer.observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', durationThreshold: 16 }));
}

/** Two frames later the last press has been painted, and told. */
async function longestSince() {
  const global = /** @type {{ longest?: number }} */ (/** @type {unknown} */ (globalThis));
  for (let i = 0; i < 3; i += 1) {
    await new Promise((resolve) => globalThis.requestAnimationFrame(() => setTimeout(resolve, 50)));
  }
  const { longest = 0 } = global;
  global.longest = 0;
  return longest;
}

/** @param {Page} page @param {string} url @param {Scene} scene */
async function enter(page, url, scene) {
  // Through another page: the same address would not load anew.
  await page.goto('about:blank');
  await page.goto(`${url}${scene.hash}`);
  await page.waitForFunction(
    () =>
      performance.getEntriesByName('unblocked:ready').length > 0 ||
      globalThis.location.hash.search(/^#\/(\?|$)/) < 0,
  );
  await page.waitForLoadState('networkidle');
  for (const name of scene.open ?? []) await page.getByRole('button', { name }).first().click();
  const { until } = scene;
  if (until !== undefined) {
    await page.locator(STATUS).filter({ hasText: until }).waitFor({ state: 'attached', timeout: RUN_MS });
  }
  await page.evaluate(longestSince);
}

/**
 * Whether the scene still stands as it was: what is pressed next needs no new beginning then.
 *
 * @param {Page} page
 * @param {string} hash
 * @param {readonly Control[]} before
 */
async function stands(page, hash, before) {
  if (new URL(page.url()).hash !== hash) return false;
  const { controls } = await controlsOf(page);
  return (
    controls.length === before.length &&
    controls.every(({ name, index }, i) => name === before[i]?.name && index === before[i].index)
  );
}

/**
 * Every control of a scene; the scene begins anew where the one before has changed it.
 *
 * @param {Browser} browser
 * @param {string} url
 * @param {Scene} scene
 * @returns {Promise<Pressed[]>}
 */
async function pressAll(browser, url, scene) {
  const context = await browser.newContext({ ...DEVICES[scene.on], serviceWorkers: 'block' });
  try {
    await context.addInitScript(watch);
    const page = await context.newPage();
    page.on('dialog', (dialog) => void dialog.dismiss());
    const devtools = await context.newCDPSession(page);
    const slow = (/** @type {number} */ rate) => devtools.send('Emulation.setCPUThrottlingRate', { rate });
    await enter(page, url, scene);
    const { controls } = await controlsOf(page);
    const { hash } = new URL(page.url());
    /** @type {Pressed[]} */
    const pressed = [];
    for (const { index, name, kind } of controls) {
      if (pressed.length > 0 && !(await stands(page, hash, controls))) await enter(page, url, scene);
      await slow(cpuSlowdown);
      const { all } = await controlsOf(page);
      await use(all.nth(index), kind, scene.on === 'phone');
      const ms = Math.max(LEAST_MS, await page.evaluate(longestSince));
      await slow(1);
      pressed.push({ name, ms });
    }
    return pressed;
  } finally {
    await context.close();
  }
}

/**
 * @param {Browser} browser
 * @param {string} url
 * @param {readonly Scene[]} pages
 * @returns {Promise<Figure[]>}
 */
export async function interactionFigures(browser, url, pages) {
  /** @type {Figure[]} */
  const figures = [];
  for (const scene of [...SCENES, ...pages]) {
    tell(`Controls: ${scene.name} (${scene.on})`);
    const pressed = await pressAll(browser, url, scene);
    const slowest = [...pressed].sort((a, b) => b.ms - a.ms).filter(({ ms }, i) => i < 1 || ms > nextPaintMs);
    const note = `${pressed.length} controls; ${slowest.map(({ name, ms }) => `“${name}” ${ms}`).join(', ')}`;
    tell(`  ${note}`);
    const value = Math.max(...pressed.map(({ ms }) => ms));
    const name = `${scene.name} (${scene.on}), CPU ÷ ${cpuSlowdown}: slowest control to next paint`;
    figures.push({ name, value, budget: nextPaintMs, bound: 'most', unit: ' ms', note });
  }
  return figures;
}
