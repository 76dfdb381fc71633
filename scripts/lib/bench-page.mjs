import { availableParallelism } from 'node:os';
import { PlainError, messageOf } from './say.mjs';

/** @typedef {import('playwright').Page} Page */
/** @typedef {import('playwright').BrowserContext} BrowserContext */
/** @typedef {import('../../src/results/report.ts').Report} Report */
/** @typedef {import('./bench-args.mjs').BenchOptions} BenchOptions */
/** @typedef {{ id: string, engines: string[], sizes: string[] }} TaskInfo */
/** @typedef {{ task: string, engine: string }} Job */

/**
 * @typedef {object} Config what one experiment is asked to do
 * @property {string} task
 * @property {string[]} strategies
 * @property {string} engine
 * @property {string} [size]
 * @property {number} runs
 * @property {number} workers
 * @property {number} [slice] ms
 * @property {string} [yield]
 * @property {number} [abortAfter] ms
 * @property {Record<string, string>} params
 */

/**
 * @typedef {object} Console what the page offers to programs as `window.unblocked`
 * @property {Promise<void>} ready
 * @property {() => TaskInfo[]} tasks
 * @property {() => Promise<void>} idle
 * @property {(config: Config) => Promise<Report>} experiment
 * @property {(listener: (text: string) => void) => () => void} onProgress
 */

/** @typedef {{ unblocked: Console, tellBench: (text: string) => void }} PageGlobals */

const START_LIMIT = 60_000;

/**
 * Opens the lab at a task and waits until it can work.
 *
 * @param {BrowserContext} context
 * @param {string} url
 * @param {string} task
 * @param {Record<string, string>} [more] options, as in a link
 */
export async function openLab(context, url, task, more = {}) {
  const page = await context.newPage();
  /** @type {string[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  try {
    await page.goto(`${url}#/?${new URLSearchParams({ task, ...more })}`);
    await page.waitForFunction(() => Boolean(Reflect.get(globalThis, 'unblocked')), null, {
      timeout: START_LIMIT,
    });
    await page.evaluate(
      async () => /** @type {PageGlobals} */ (/** @type {unknown} */ (globalThis)).unblocked.ready,
    );
  } catch (error) {
    throw new PlainError(`The page did not start: ${errors[0] ?? messageOf(error)}`);
  }
  return page;
}

/**
 * @param {Page} page
 * @returns {Promise<TaskInfo[]>}
 */
export function tasksOf(page) {
  return page.evaluate(() =>
    /** @type {PageGlobals} */ (/** @type {unknown} */ (globalThis)).unblocked.tasks(),
  );
}

/**
 * The experiments to do, one for each task and engine.
 *
 * @param {Pick<BenchOptions, 'tasks' | 'engine'>} options
 * @param {readonly TaskInfo[]} offered
 * @returns {Job[]}
 */
export function jobsOf({ tasks, engine }, offered) {
  return tasks.flatMap((id) => {
    const engines = offered.find((task) => task.id === id)?.engines ?? [];
    const wanted = engine === 'all' ? engines : [engine ?? engines[0] ?? 'ts'];
    const missing = wanted.find((name) => !engines.includes(name));
    if (missing === undefined) return wanted.map((name) => ({ task: id, engine: name }));
    throw new PlainError(`Unknown engine '${missing}' for ${id}: there is ${engines.join(', ')}.`);
  });
}

/**
 * Workers of the pool where none are asked for: the page's own default, but a pool of one shows nothing.
 *
 * @param {number} cores
 */
export const defaultWorkers = (cores) => Math.min(16, Math.max(2, cores - 1));

/**
 * @param {BenchOptions} options
 * @param {Job} job
 * @returns {Config}
 */
export function configOf(options, { task, engine }) {
  const { strategies, size, runs, workers, slice, yieldName, abortAfter, params } = options;
  return {
    task,
    strategies,
    engine,
    runs,
    params,
    ...(size !== null && { size }),
    workers: workers ?? defaultWorkers(availableParallelism()),
    ...(slice !== null && { slice }),
    ...(yieldName !== null && { yield: yieldName }),
    ...(abortAfter !== null && { abortAfter }),
  };
}

/**
 * Gives the page real files, as a person would.
 *
 * @param {Page} page
 * @param {string[]} files
 * @throws {PlainError} with the page's own sentence, where it can't use them
 */
export async function giveFiles(page, files) {
  await page.getByLabel('Choose files', { exact: true }).first().setInputFiles(files);
  const reason = await page.evaluate(async () => {
    const { unblocked } = /** @type {PageGlobals} */ (/** @type {unknown} */ (globalThis));
    try {
      await unblocked.idle();
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  });
  if (reason !== null) throw new PlainError(reason);
}

/**
 * @param {Page} page
 * @param {Config} config
 * @param {(text: string) => void} onProgress
 * @returns {Promise<Report>}
 * @throws {PlainError} with the page's own sentence
 */
export async function experiment(page, config, onProgress) {
  await page.exposeFunction('tellBench', onProgress);
  const outcome = await page.evaluate(async (wanted) => {
    const { unblocked, tellBench } = /** @type {PageGlobals} */ (/** @type {unknown} */ (globalThis));
    const stop = unblocked.onProgress(tellBench);
    try {
      return { report: await unblocked.experiment(wanted), reason: '' };
    } catch (error) {
      return { report: null, reason: error instanceof Error ? error.message : String(error) };
    } finally {
      stop();
    }
  }, config);
  if (outcome.report === null) throw new PlainError(outcome.reason);
  return outcome.report;
}
