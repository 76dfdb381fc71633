/**
 * Frames of the stepper's page as `bench:loop` counts them, and what the machine it runs on loses by itself: the same page
 * left alone for as many frames.
 */
/* global requestAnimationFrame, Worker */

/** @typedef {import('playwright').BrowserContext} BrowserContext */
/** @typedef {import('playwright').Page} Page */

/**
 * @typedef {object} Frames
 * @property {number} shown
 * @property {number} dropped by the frames' own times, at 60 a second
 * @property {number} longestMs the longest gap between two
 */

const INTERVAL_MS = 1000 / 60;

/** Counts the frames of a page from now on. @param {Page} page */
export async function watchFrames(page) {
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

/** The frames since the last call. @param {Page} page @returns {Promise<Frames>} */
export async function takeFrames(page) {
  const times = await page.evaluate(() => {
    const list = /** @type {number[]} */ (Reflect.get(globalThis, 'frameTimes'));
    return list.splice(0);
  });
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? time));
  return {
    shown: gaps.length,
    dropped: gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / INTERVAL_MS) - 1), 0),
    longestMs: Math.max(0, ...gaps),
  };
}

/**
 * The page left alone for so many frames.
 *
 * @param {Page} page
 * @param {number} count
 * @returns {Promise<Frames>}
 */
export async function leaveAlone(page, count) {
  await takeFrames(page);
  await page.evaluate(async (most) => {
    for (let i = 0; i < most; i += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, count);
  return takeFrames(page);
}

/**
 * A worker of another page, to keep a core as busy as the machine does.
 *
 * @param {BrowserContext} context
 * @returns {Promise<(ms: number) => Promise<void>>} keeps it busy for so long; resolves at once
 */
export async function busyNeighbour(context) {
  const page = await context.newPage();
  await page.evaluate(() => {
    const code =
      'onmessage = ({ data }) => { const end = performance.now() + data; while (performance.now() < end); }';
    const worker = new Worker(URL.createObjectURL(new Blob([code])));
    Reflect.set(globalThis, 'neighbour', worker);
  });
  return (ms) =>
    page.evaluate((time) => {
      const worker = /** @type {Worker} */ (Reflect.get(globalThis, 'neighbour'));
      worker.postMessage(time);
    }, ms);
}
