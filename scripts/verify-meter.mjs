import { ensureInstalled } from './lib/install.mjs';
import { run, tell } from './lib/say.mjs';

/** @typedef {import('./lib/meter-scenarios.mjs').Sample} Sample */

/** As a part of `npm test`: each scenario, fewer times. */
const SHORT = process.argv.includes('--short');

/** Marsaglia's xorshift: the moments of the stalls are random, and the same each time. */
function seeded() {
  let state = 20_261_125;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** @returns {Promise<Sample[]>} */
async function samples() {
  const { chromium } = await import('playwright');
  const { findBrowser, launchOptions } = await import('./lib/browser.mjs');
  const { ensureBuilt } = await import('./lib/build.mjs');
  const { freePort } = await import('./lib/ports.mjs');
  const { serveBuild } = await import('./lib/serve.mjs');
  const { openLab } = await import('./lib/bench-page.mjs');
  const { path } = await findBrowser();
  await ensureBuilt();
  const site = await serveBuild({ port: await freePort(0) });
  const browser = await chromium.launch({ ...launchOptions(path), headless: true });
  try {
    return await all(browser, await openLab(await browser.newContext(), site.url, 'mandelbrot'));
  } finally {
    await browser.close();
    await site.close();
  }
}

/**
 * @param {import('playwright').Browser} browser
 * @param {import('playwright').Page} page
 */
async function all(browser, page) {
  const { runs, sample, stall } = await import('./lib/meter-scenarios.mjs');
  const { cpus } = await import('node:os');
  const random = seeded();
  const workers = Math.min(16, cpus().length);
  const pool = `pool, ${workers} workers on ${cpus().length} cores`;
  const scenarios = [
    ...Array.from({ length: SHORT ? 2 : 8 }, () => [0, 20, 50, 120, 300, 1000].map(stall)).flat(),
    ...(SHORT ? [8] : [4, 8, 16, 33, 60]).map((slice) =>
      runs(`chunked, slices of ${slice} ms`, { strategy: 'chunked', slice, runs: SHORT ? 2 : 4 }),
    ),
    runs('blocking', { strategy: 'blocking', runs: SHORT ? 2 : 4 }),
    runs(pool, { strategy: 'pool', workers, runs: SHORT ? 4 : 8 }),
  ];
  /** @type {Sample[]} */
  const found = [];
  for (const scenario of scenarios) {
    tell(scenario.name);
    found.push(...(await sample(browser, page, scenario, random)));
  }
  return found;
}

await run(async () => {
  await ensureInstalled();
  const { errorTable, verdictOf } = await import('./lib/meter-errors.mjs');
  const found = await samples();
  const { frames, freezes, onScreen, within, holds } = verdictOf(found);
  console.log(errorTable(found));
  console.log(
    `\n${found.length} samples: median error ${frames} frames and ${freezes.toFixed(2)} intervals of freeze ` +
      `(${onScreen.toFixed(2)} against what was on the screen); ` +
      `${(100 * within).toFixed(0)} % within 2 frames or 5 %. ${holds ? 'The meter holds.' : 'The meter does NOT hold.'}`,
  );
  if (!holds) process.exitCode = 1;
});
