// Only Node's own modules at the top: nothing may be installed yet.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from './lib/browser.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { freePort } from './lib/ports.mjs';
import { ROOT, executeNode } from './lib/process.mjs';
import { messageOf } from './lib/say.mjs';
import {
  closingLine,
  flakyLines,
  sum,
  tallyOfPlaywright,
  tallyOfVitest,
  withExitCode,
} from './lib/tally.mjs';

/** @typedef {import('./lib/tally.mjs').Tally} Tally */
/** @typedef {import('./lib/process.mjs').Outcome} Outcome */

const NOTHING = { passed: 0, failed: 0, skipped: 0 };
const FAILED = { passed: 0, failed: 1, skipped: 0 };
const VITEST = 'node_modules/vitest/vitest.mjs';

/** A test file that compares times or frames says so by its name, `x.alone.…`: nothing else runs beside it. */
const ALONE = '.alone.';
const ALONE_PATTERN = ALONE.replaceAll('.', String.raw`\.`);
/** Of the other end-to-end tests so many run at a time. A page at rest takes half a core by its frames alone (measured). */
const AT_A_TIME = '2';

/** @param {string} name */
const reportFile = (name) => join(ROOT, '.cache', `${name}.json`);

/**
 * Runs one step, says how it went, and shows its output only where it failed.
 *
 * @param {string} name
 * @param {() => Promise<{ tally: Tally, output: string }>} step
 * @returns {Promise<Tally>}
 */
async function take(name, step) {
  const start = performance.now();
  const { tally, output } = await step().catch((/** @type {unknown} */ error) => ({
    tally: FAILED,
    output: messageOf(error),
  }));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const counted = tally.passed > 0 ? `, ${closingLine(tally)}` : '';
  const flaky = flakyLines(tally);
  const lines = [`${tally.failed === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s${counted})`, ...flaky];
  // What was skipped says why, and what failed at first says how.
  if (tally.failed > 0 || tally.skipped > 0 || flaky.length > 0) lines.push(output.trim());
  // In one piece: another step may have something to say at the same time.
  console.log(lines.join('\n'));
  return tally;
}

/** @typedef {() => Promise<Tally>} Step */

/**
 * One after the other; a failed one doesn't stop those after it.
 *
 * @param {readonly Step[]} steps
 */
async function inTurn(steps) {
  const tallies = [];
  for (const step of steps) tallies.push(await step());
  return sum(tallies);
}

/**
 * Several rows of steps at the same time: for what doesn't measure.
 *
 * @param {...readonly Step[]} rows
 * @returns {Step}
 */
function sideBySide(...rows) {
  return async () => sum(await Promise.all(rows.map(inTurn)));
}

/**
 * A check either holds or counts as one failed.
 *
 * @param {string} file
 * @param {string[]} args
 */
async function check(file, args) {
  const { code, output } = await executeNode(file, args);
  return { tally: code === 0 ? NOTHING : FAILED, output };
}

/**
 * @template Report
 * @param {string} name of the report in `.cache`
 * @param {Promise<Outcome>} running
 * @param {(report: Report) => Tally} count
 */
async function tests(name, running, count) {
  const { code, output } = await running;
  let tally = null;
  try {
    tally = count(/** @type {Report} */ (JSON.parse(readFileSync(reportFile(name), 'utf8'))));
  } catch {
    // It crashed before it wrote its report: counted as such, and its output is shown.
  }
  return { tally: withExitCode(tally, code), output };
}

/**
 * @param {string} project
 * @param {string} name of its report
 * @param {string[]} selection which of its tests, and how many at a time
 */
function vitest(project, name, selection) {
  rmSync(reportFile(name), { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile(name)}`];
  const args = ['run', '--project', project, ...selection, ...reporters];
  return tests(name, executeNode(VITEST, args), tallyOfVitest);
}

/**
 * @param {string} name of its report
 * @param {string[]} selection which of the tests, and how many at a time
 */
async function endToEnd(name, selection) {
  rmSync(reportFile(name), { force: true });
  const env = {
    UNBLOCKED_TEST_PORT: String(await freePort(4173)),
    PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile(name),
  };
  const args = ['test', '--reporter=dot,json', ...selection];
  const running = executeNode('node_modules/@playwright/test/cli.js', args, { env });
  return tests(name, running, tallyOfPlaywright);
}

/** The journey of `npm run test:engines`, in the browsers that the system has or can get. */
function otherEngines() {
  rmSync(reportFile('engines'), { force: true });
  const args = ['--install', '--report', reportFile('engines')];
  const running = executeNode('scripts/engines.mjs', args);
  return tests('engines', running, (/** @type {Tally} */ tally) => tally);
}

async function install() {
  await ensureInstalled();
  return { tally: NOTHING, output: '' };
}

async function build() {
  await ensureBuilt();
  return { tally: NOTHING, output: '' };
}

async function browser() {
  process.env.CHROMIUM_PATH = (await findBrowser()).path;
  return { tally: NOTHING, output: '' };
}

/**
 * @param {string} name
 * @param {() => Promise<{ tally: Tally, output: string }>} run
 * @returns {Step}
 */
const step = (name, run) => () => take(name, run);

/** What neither measures nor opens the built page: two rows, because most machines have two cores at least. */
const beforehand = sideBySide(
  [
    step('build', build),
    step('format', () => check('node_modules/prettier/bin/prettier.cjs', ['--check', '.'])),
    step('lint', () => check('node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0'])),
    step('types', () => check('scripts/types.mjs', [])),
  ],
  [
    step('unit tests', () => vitest('unit', 'unit', [])),
    step('browser tests', () => vitest('browser', 'browser', ['--exclude', `**/*${ALONE}*`])),
  ],
);

/**
 * What measures comes last, one by one.
 *
 * @param {boolean} engines
 */
async function everything(engines) {
  const installed = await take('packages', install);
  if (installed.failed > 0) return installed;
  return inTurn([
    step('browser', browser),
    beforehand,
    step('end-to-end tests', () => endToEnd('e2e', ['--workers', AT_A_TIME, '--grep-invert', ALONE_PATTERN])),
    step('browser tests that measure', () => vitest('browser', 'browser-alone', [ALONE])),
    step('end-to-end tests that measure', () => endToEnd('e2e-alone', ['--grep', ALONE_PATTERN])),
    step('meter, against the browser’s own trace', () => check('scripts/verify-meter.mjs', ['--short'])),
    ...(engines ? [step('Firefox and WebKitGTK', otherEngines)] : []),
  ]);
}

const { values } = parseArgs({ options: { engines: { type: 'boolean', default: false } } });
mkdirSync(join(ROOT, '.cache'), { recursive: true });
const total = await everything(values.engines);
const again = flakyLines(total);
if (again.length > 0) console.log(`\nPassed only when tried again:\n${again.join('\n')}`);
console.log(`\n${closingLine(total)}`);
if (total.failed > 0) process.exitCode = 1;
