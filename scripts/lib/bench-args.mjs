import { parseArgs } from 'node:util';
import { PlainError, messageOf } from './say.mjs';

/**
 * @typedef {object} BenchOptions
 * @property {string[]} tasks
 * @property {string[]} strategies
 * @property {'ts' | 'wasm' | 'all' | null} engine `null`: each task's first
 * @property {string | null} size `null`: the page's default
 * @property {number} runs
 * @property {number | null} workers `null`: the machine's cores less one, at least two
 * @property {number | null} slice ms
 * @property {string | null} yieldName
 * @property {boolean} isolated
 * @property {string | null} device
 * @property {number | null} abortAfter ms
 * @property {string[]} files
 * @property {Record<string, string>} params
 * @property {string | null} json a file, or `-` for standard output
 * @property {string | null} csv a file
 */

/** @typedef {{ tasks: readonly string[], strategies: readonly string[] }} Names */

const text = /** @type {const} */ ({ type: 'string' });
const texts = /** @type {const} */ ({ type: 'string', multiple: true });

const OPTIONS = /** @type {const} */ ({
  task: text,
  strategy: text,
  engine: text,
  size: text,
  runs: text,
  workers: text,
  slice: text,
  yield: text,
  isolated: text,
  device: text,
  'abort-after': text,
  file: texts,
  param: texts,
  json: text,
  csv: text,
});

/** Options that take several values in a row: `--file a.jpg b.jpg`. */
const MANY = ['file', 'param'];

/**
 * Gives each value after `--file` or `--param` a flag of its own, as `parseArgs` wants it.
 *
 * @param {readonly string[]} argv
 */
function spreadMany(argv) {
  let current = '';
  let fresh = false;
  return argv.flatMap((arg) => {
    if (arg.startsWith('--')) {
      current = arg.slice(2).split('=')[0] ?? '';
      fresh = !arg.includes('=');
      return [arg];
    }
    const more = MANY.includes(current) && !fresh;
    fresh = false;
    return more ? [`--${current}`, arg] : [arg];
  });
}

/** @param {readonly string[]} argv */
function read(argv) {
  try {
    return parseArgs({ args: spreadMany(argv), options: OPTIONS, allowPositionals: false }).values;
  } catch (error) {
    // Only Node's first sentence: the others are hints.
    const [first = ''] = messageOf(error).split(/\.? *\n|\. /);
    throw new PlainError(`${first.replace(/\.$/, '')}.`);
  }
}

/**
 * @param {string} kind for people: "task"
 * @param {string} value
 * @param {readonly string[]} known
 */
function pick(kind, value, known) {
  if (known.includes(value)) return value;
  throw new PlainError(`Unknown ${kind} '${value}': there is ${known.join(', ')}.`);
}

/**
 * @param {string} kind
 * @param {string} list separated by commas, or `all`
 * @param {readonly string[]} known
 */
function pickList(kind, list, known) {
  if (list === 'all') return [...known];
  return [...new Set(list.split(',').map((name) => pick(kind, name.trim(), known)))];
}

/**
 * @param {string} flag
 * @param {string | undefined} value
 * @param {{ least: number, whole: boolean }} rule
 */
function number(flag, value, { least, whole }) {
  if (value === undefined) return null;
  const parsed = value.trim() === '' ? NaN : Number(value);
  if (Number.isFinite(parsed) && parsed >= least && (!whole || Number.isInteger(parsed))) return parsed;
  const kind = whole ? 'a whole number' : 'a number';
  throw new PlainError(`--${flag} takes ${kind} of ${least} or more, not '${value}'.`);
}

/** @param {readonly string[]} pairs `name=value` */
function paramsOf(pairs) {
  /** @type {Record<string, string>} */
  const params = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 1) throw new PlainError(`--param takes NAME=VALUE, not '${pair}'.`);
    params[pair.slice(0, at)] = pair.slice(at + 1);
  }
  return params;
}

/** @param {string | undefined} value */
function engineOf(value) {
  if (value === undefined) return null;
  return /** @type {'ts' | 'wasm' | 'all'} */ (pick('engine', value, ['ts', 'wasm', 'all']));
}

/** @param {string | undefined} value */
function given(value) {
  return value ?? null;
}

/**
 * Reads the command line of `npm run bench`.
 *
 * @param {readonly string[]} argv
 * @param {Names} names
 * @returns {BenchOptions}
 * @throws {PlainError} one line that names what is wrong
 */
export function parseBenchArgs(argv, names) {
  const values = read(argv);
  const count = { least: 1, whole: true };
  const time = { least: 0, whole: false };
  return {
    tasks: pickList('task', values.task ?? 'blur', names.tasks),
    strategies: pickList('strategy', values.strategy ?? 'all', names.strategies),
    engine: engineOf(values.engine),
    size: given(values.size),
    runs: number('runs', values.runs, count) ?? 5,
    workers: number('workers', values.workers, count),
    slice: number('slice', values.slice, { least: 1, whole: false }),
    yieldName: given(values.yield),
    isolated: pick('value of --isolated', values.isolated ?? 'yes', ['yes', 'no']) === 'yes',
    device: given(values.device),
    abortAfter: number('abort-after', values['abort-after'], time),
    files: values.file ?? [],
    params: paramsOf(values.param ?? []),
    json: given(values.json),
    csv: given(values.csv),
  };
}
