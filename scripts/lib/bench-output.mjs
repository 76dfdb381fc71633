import { accessSync, constants, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { runnerImport } from 'vite';
import { ROOT } from './process.mjs';
import { PlainError, messageOf } from './say.mjs';

/** @typedef {import('../../src/results/report.ts').Report} Report */

/**
 * Loads one of the app's own modules: the command line and the page share names, sums and formats.
 *
 * @template Module
 * @param {string} path relative to `src`
 * @returns {Promise<Module>}
 */
export async function appModule(path) {
  const config = /** @type {const} */ ({ root: ROOT, configFile: false, logLevel: 'error' });
  /** @type {{ module: Module }} */
  const { module } = await runnerImport(join(ROOT, 'src', path), config);
  return module;
}

/**
 * @param {string} file
 * @returns {string} its absolute path
 */
export function readable(file) {
  const path = resolve(file);
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw new PlainError(`Cannot read the file '${file}'.`);
  }
  if (statSync(path).isDirectory()) throw new PlainError(`'${file}' is a folder: name its files.`);
  return path;
}

/**
 * Refuses a place that can't be written before an hour of measuring, not after it.
 *
 * @param {string | null} file
 */
export function checkWritable(file) {
  if (file === null || file === '-') return;
  try {
    accessSync(dirname(resolve(file)), constants.W_OK);
  } catch {
    throw new PlainError(`Cannot write the file '${file}'.`);
  }
}

/**
 * @param {string} file
 * @param {string} text
 */
export function save(file, text) {
  try {
    writeFileSync(resolve(file), text);
  } catch (error) {
    throw new PlainError(`Cannot write the file '${file}': ${messageOf(error)}.`);
  }
}

/**
 * One report of several experiments: its summary is made again over all runs, so that engines compare too.
 *
 * @param {readonly Report[]} reports
 * @returns {Promise<Report>}
 */
export async function merge(reports) {
  const [first] = reports;
  if (!first) throw new PlainError('Nothing was measured.');
  if (reports.length === 1) return first;
  /** @type {typeof import('../../src/results/report.ts')} */
  const { buildReport } = await appModule('results/report.ts');
  const runs = reports.flatMap((report) => report.runs);
  return buildReport({ environment: first.environment, runs, version: first.app.version });
}
