import { CLOCK_MARK, framesOf, TRACE_CATEGORIES, truthOf } from './frame-trace.mjs';

/** @typedef {import('playwright').Page} Page */
/** @typedef {import('playwright').Browser} Browser */
/** @typedef {import('./frame-trace.mjs').TraceEvent} TraceEvent */

/**
 * @typedef {object} Measured what the page's meter told, and where
 * @property {number} startMs
 * @property {number} endMs
 * @property {number} dropped
 * @property {number} longestMs
 * @property {number} intervalMs
 */

/**
 * @typedef {object} Scenario
 * @property {string} name
 * @property {(page: Page, random: () => number) => Promise<Measured[]>} act
 */

/**
 * @typedef {object} Sample
 * @property {string} name
 * @property {Measured} told
 * @property {import('./frame-trace.mjs').Truth} truth
 */

/** @typedef {{ frames: { dropped: number, longestMs: number, intervalMs: number } | null, startMs: number, endMs: number, invalidReason: string | null }} Answer */

/** @typedef {{ unblocked: { measure: (work: () => unknown) => Promise<Answer>, experiment: (config: object) => Promise<import('../../src/results/report.ts').Report> } }} Globals */

const SPAN_MS = 1500;

/**
 * The page's thread held for `stallMs` at a random moment; 0: left alone.
 *
 * @param {number} stallMs
 * @returns {Scenario}
 */
export function stall(stallMs) {
  return {
    name: stallMs === 0 ? 'idle' : `stall of ${stallMs} ms`,
    act: async (page, random) => {
      const job = { stallMs, waitMs: 100 + random() * (SPAN_MS - 200), spanMs: SPAN_MS };
      const { frames, startMs, endMs, invalidReason } = await page.evaluate(async (wanted) => {
        const { unblocked } = /** @type {Globals} */ (/** @type {unknown} */ (globalThis));
        const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
        return unblocked.measure(async () => {
          await pause(wanted.waitMs);
          const until = performance.now() + wanted.stallMs;
          while (performance.now() < until);
          await pause(Math.max(50, wanted.spanMs - wanted.waitMs));
        });
      }, job);
      if (frames === null) throw new Error(`The page told no frames: ${invalidReason ?? 'no reason given'}`);
      return [{ startMs, endMs, ...frames }];
    },
  };
}

/**
 * Runs of the lab itself.
 *
 * @param {string} name
 * @param {{ strategy: string, slice?: number, workers?: number, runs: number }} how
 * @returns {Scenario}
 */
export function runs(name, { strategy, slice, workers, runs: count }) {
  return {
    name,
    act: (page) =>
      page.evaluate(
        async (config) => {
          const { unblocked } = /** @type {Globals} */ (/** @type {unknown} */ (globalThis));
          const [strategy] = config.strategies;
          performance.clearMeasures(`unblocked ${strategy ?? ''}`);
          const report = await unblocked.experiment(config);
          const spans = performance.getEntriesByName(`unblocked ${strategy ?? ''}`, 'measure');
          return report.runs.flatMap(({ frames }, i) => {
            const span = spans[i];
            if (frames === null || span === undefined) return [];
            return [{ startMs: span.startTime, endMs: span.startTime + span.duration, ...frames }];
          });
        },
        {
          task: 'mandelbrot',
          size: '1024x768',
          engine: 'ts',
          strategies: [strategy],
          runs: count,
          params: { iterations: '1500' },
          ...(slice !== undefined && { slice }),
          ...(workers !== undefined && { workers }),
        },
      ),
  };
}

/**
 * One scenario while the browser traces its frames.
 *
 * @param {Browser} browser
 * @param {Page} page
 * @param {Scenario} scenario
 * @param {() => number} random
 * @returns {Promise<Sample[]>}
 */
export async function sample(browser, page, scenario, random) {
  await browser.startTracing(page, { categories: TRACE_CATEGORIES });
  const markMs = await page.evaluate((name) => performance.mark(name).startTime, CLOCK_MARK);
  const told = await scenario.act(page, random);
  const buffer = await browser.stopTracing();
  /** @type {{ traceEvents: TraceEvent[] }} */
  const { traceEvents } = JSON.parse(buffer.toString('utf8'));
  const frames = framesOf(traceEvents, markMs);
  return told.map((measured) => ({ name: scenario.name, told: measured, truth: truthOf(frames, measured) }));
}
