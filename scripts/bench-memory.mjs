/**
 * `npm run bench:memory [-- --mib 2048] [--strategy pool]`: how much more memory the browser holds while it hashes
 * one large file; `-- --photo 4032x3024`: while it opens a photo (`--opens 5`: five times) and
 * filters it in three rounds of each way. Linux only: it reads the
 * proportional set size of every process of the browser.
 */
import { mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './lib/install.mjs';
import { parsePhotoSize, writePhoto } from './lib/photo.mjs';
import { PlainError, run, tell } from './lib/say.mjs';

const MIB = 1 << 20;
const EVERY_MS = 50;

/**
 * A file that is really written: a sparse one would be read faster than any disk.
 *
 * @param {string} path
 * @param {number} mib
 */
async function writeFile(path, mib) {
  const block = Buffer.allocUnsafe(MIB);
  for (let i = 0; i < MIB; i += 4) block.writeUInt32LE(Math.imul(i, 2654435761) >>> 0, i);
  const file = await open(path, 'w');
  try {
    for (let i = 0; i < mib; i += 1) {
      block.writeUInt32LE(i, 0);
      await file.write(block);
    }
  } finally {
    await file.close();
  }
}

/**
 * The processes started below one, itself included.
 *
 * @param {number} root
 */
async function descendants(root) {
  const children = new Map();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [root];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

/** Bytes held by the processes below this one, which are the browser's; pages that are shared count once. */
async function heldBytes() {
  let kib = 0;
  for (const pid of (await descendants(process.pid)).slice(1)) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    kib += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return kib * 1024;
}

/**
 * The most that the browser holds while `work` goes on. One look at a time: each walks the tables of all pages, and
 * holds the process up meanwhile.
 *
 * @param {() => Promise<void>} work
 */
async function mostDuring(work) {
  let most = 0;
  const watch = { over: false };
  const looking = (async () => {
    while (!watch.over) {
      most = Math.max(most, await heldBytes());
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();
  try {
    await work();
  } finally {
    watch.over = true;
    await looking;
  }
  return most;
}

/**
 * @typedef {object} Job
 * @property {string} task
 * @property {string} file
 * @property {string[]} strategies
 * @property {Record<string, string>} params
 * @property {number} opens how often the file is opened while it is measured; 0: once, before
 * @property {number} runs
 */

/**
 * @param {Job} job
 * @returns {Promise<{ before: number, most: number }>} bytes
 */
async function measure({ task, file, strategies, params, opens, runs }) {
  const { chromium } = await import('playwright');
  const { findBrowser, launchOptions } = await import('./lib/browser.mjs');
  const { ensureBuilt } = await import('./lib/build.mjs');
  const { freePort } = await import('./lib/ports.mjs');
  const { serveBuild } = await import('./lib/serve.mjs');
  const { experiment, giveFiles, openLab } = await import('./lib/bench-page.mjs');
  await ensureBuilt();
  const site = await serveBuild({ port: await freePort(4173) });
  const { path } = await findBrowser();
  // Not by a server that one connects to: the file's bytes would go through its socket, and be written once more.
  const browser = await chromium.launch(launchOptions(path));
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await openLab(context, site.url, task, opens > 0 ? { size: '1mp' } : {});
    if (opens === 0) await giveFiles(page, [file]);
    const before = await heldBytes();
    const most = await mostDuring(async () => {
      for (let i = 0; i < opens; i += 1) await giveFiles(page, [file]);
      await experiment(page, { task, strategies, engine: 'ts', runs, workers: 2, params }, tell);
    });
    return { before, most };
  } finally {
    await browser.close();
    await site.close();
  }
}

const STRATEGIES = ['blocking', 'chunked', 'pool'];
/** Rounds: what is kept from one run to the next would add up. */
const PHOTO_RUNS = 3;

/**
 * @param {string} folder
 * @param {string} size
 * @param {{ strategy?: string | undefined, opens?: string | undefined }} options
 */
async function photoJob(folder, size, { strategy, opens: asked = '1' }) {
  const opens = Number(asked);
  if (!Number.isInteger(opens) || opens < 1) throw new PlainError('--opens takes a whole number from 1.');
  const file = join(folder, 'photo.jpg');
  await writePhoto(file, parsePhotoSize(size));
  const strategies = strategy === undefined ? STRATEGIES : [strategy];
  const job = { task: 'blur', file, strategies, params: { repeat: '2' }, opens, runs: PHOTO_RUNS };
  return { job, words: `A photo of ${size}, opened ${opens} ×, blurred, ${strategies.join(', ')}` };
}

/**
 * @param {string} folder
 * @param {string} size MiB
 * @param {string} strategy
 */
async function hashJob(folder, size, strategy) {
  const mib = Number(size);
  if (!Number.isInteger(mib) || mib < 1) throw new PlainError('--mib takes a whole number of MiB from 1.');
  const file = join(folder, 'large.bin');
  await writeFile(file, mib);
  const job = { task: 'hash', file, strategies: [strategy], params: {}, opens: 0, runs: 1 };
  return { job, words: `One file of ${mib} MiB, SHA-256, ${strategy}` };
}

await run(async () => {
  const text = { type: /** @type {const} */ ('string') };
  const { values } = parseArgs({ options: { mib: text, photo: text, opens: text, strategy: text } });
  if (process.platform !== 'linux')
    throw new PlainError('Memory is read from /proc: this works on Linux only.');
  await ensureInstalled();
  const folder = await mkdtemp(join(tmpdir(), 'unblocked-memory-'));
  try {
    const { job, words } =
      values.photo === undefined
        ? await hashJob(folder, values.mib ?? '2048', values.strategy ?? 'pool')
        : await photoJob(folder, values.photo, values);
    const { before, most } = await measure(job);
    const inMib = (/** @type {number} */ bytes) => `${(bytes / MIB).toFixed(0)} MiB`;
    tell(`${words}: ${inMib(before)} before, at most ${inMib(most)}`);
    process.stdout.write(`extra memory: ${inMib(most - before)}\n`);
  } finally {
    await rm(folder, { recursive: true });
  }
});
