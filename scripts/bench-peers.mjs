/**
 * `npm run bench:peers [-- --only blur,pool --runs 7 --json FILE]`: the product's kernels, pool and chunked strategy
 * against what people would pick instead, side by side in one run: each round runs every contender once, the first
 * rounds in which all warm up are not counted, and the order turns from round to round. Prints Markdown.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findBrowser, launchOptions } from './lib/browser.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { messageOf, PlainError, run, tell } from './lib/say.mjs';
import { GROUPS } from './peers/groups.mjs';

/** @typedef {import('./peers/groups.mjs').Group} Group */
/** @typedef {import('./peers/table.mjs').Figures} Figures */
/** @typedef {import('playwright').Page} Page */

const WARM_UPS = 2;
/** One run of one contender may take so long, ms: what takes longer has got stuck. */
const RUN_LIMIT = 60_000;
/** Taps come while a page of peers works, so often, ms. */
const TAP_EVERY_MS = 40;

function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      runs: { type: 'string', default: '7' },
      json: { type: 'string' },
    },
  });
  const names = values.only?.split(',') ?? GROUPS.map(({ name }) => name);
  const unknown = names.find((name) => !GROUPS.some((group) => group.name === name));
  if (unknown !== undefined) {
    const known = GROUPS.map(({ name }) => name).join(', ');
    throw new PlainError(`Unknown group '${unknown}' after --only: there is ${known}.`);
  }
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new PlainError('--runs must be a whole number from 1 on.');
  return { groups: GROUPS.filter(({ name }) => names.includes(name)), runs, json: values.json ?? null };
}

/** Every contender of a group, each once. @param {Group} group */
function contendersOf({ comparisons }) {
  return [...new Set(comparisons.flatMap(({ ours, against }) => [ours, ...against.map(({ peer }) => peer)]))];
}

/**
 * One run on the page of peers, tapped all the while.
 *
 * @param {Page} page
 * @param {string} name
 * @param {boolean} tapped
 * @returns {Promise<Figures>}
 */
async function runPeer(page, name, tapped) {
  let over = false;
  const tapping = async () => {
    while (tapped && !over) {
      await page.mouse.click(100, 100);
      await new Promise((resolve) => setTimeout(resolve, TAP_EVERY_MS));
    }
  };
  const taps = tapping();
  const value = await page.evaluate(
    (wanted) =>
      /** @type {{ peers: (name: string) => Promise<number | Record<string, number>> }} */ (
        /** @type {unknown} */ (globalThis)
      ).peers(wanted),
    name,
  );
  over = true;
  await taps;
  if (typeof value === 'number') return { ms: value };
  const { wallMs, ...more } = value;
  return { ms: wallMs ?? NaN, ...more };
}

/**
 * @param {Page} page
 * @param {Group} group
 * @param {string} name
 */
async function runOnce(page, group, name) {
  const { nodePeers } = await import('./peers/node-peers.mjs');
  const inNode = nodePeers[name];
  if (inNode !== undefined) return { ms: await inNode() };
  return runPeer(page, name, group.tapped === true);
}

/**
 * @template T
 * @param {Promise<T>} work
 * @param {string} what
 * @returns {Promise<T>}
 */
async function withinLimit(work, what) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    const error = new PlainError(`“${what}” had not ended after ${String(RUN_LIMIT / 1000)} seconds.`);
    timer = setTimeout(() => reject(error), RUN_LIMIT);
  });
  try {
    return await /** @type {Promise<T>} */ (Promise.race([work, late]));
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {Page} page
 * @param {Group} group
 * @param {number} rounds
 */
async function measure(page, group, rounds) {
  const names = contendersOf(group);
  /** @type {Map<string, Figures[]>} */
  const runs = new Map(names.map((name) => [name, []]));
  for (let round = -WARM_UPS; round < rounds; round += 1) {
    tell(`${group.name}: ${round < 0 ? 'warming up' : `round ${String(round + 1)} of ${String(rounds)}`}`);
    const turn = ((round % names.length) + names.length) % names.length;
    for (const name of [...names.slice(turn), ...names.slice(0, turn)]) {
      const figures = await withinLimit(runOnce(page, group, name), `${group.name}: ${name}`);
      if (round >= 0) runs.get(name)?.push(figures);
    }
  }
  return runs;
}

/** @param {number} since from `performance.now()` */
const secondsSince = (since) => Math.round((performance.now() - since) / 1000);

/**
 * One group from a fresh page to its tables: one group's garbage is not another's pause.
 *
 * @param {import('playwright').Browser} browser
 * @param {Group} group
 * @param {string} url
 * @param {number} rounds
 */
async function runGroup(browser, group, url, rounds) {
  const { groupText, rowsOf } = await import('./peers/table.mjs');
  const since = performance.now();
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.goto(url);
    const measured = await measure(page, group, rounds);
    const seconds = secondsSince(since);
    console.log(
      `${groupText(group, measured)}\n${rounds} rounds after ${WARM_UPS} to warm up, ${seconds} s.\n`,
    );
    return {
      group: group.name,
      seconds,
      runs: Object.fromEntries(measured),
      rows: rowsOf(group, measured),
    };
  } finally {
    await context.close();
  }
}

await run(async () => {
  await ensureInstalled();
  const { groups, runs, json } = readOptions();
  const { chromium } = await import('playwright');
  const { servePeers } = await import('./peers/page-site.mjs');
  const { path } = await findBrowser();
  const peers = await servePeers();
  const browser = await chromium.launch({ ...launchOptions(path), headless: true });
  const since = performance.now();
  const kept = [];
  const failed = [];
  try {
    for (const group of groups) {
      try {
        kept.push(await runGroup(browser, group, peers.url, runs));
      } catch (error) {
        // The others are worth having all the same.
        failed.push(`${group.name}: ${messageOf(error)}`);
        tell(`${group.name} failed: ${messageOf(error)}`);
      }
    }
  } finally {
    await browser.close();
    await peers.close();
  }
  tell(`${groups.length} groups in ${secondsSince(since)} s.`);
  if (json !== null) writeFileSync(json, `${JSON.stringify(kept, null, 2)}\n`);
  if (failed.length > 0) throw new PlainError(failed.join('\n'));
});
