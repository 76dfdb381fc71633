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
import { closingLine, sum, tallyOfPlaywright, tallyOfVitest, withExitCode } from './lib/tally.mjs';

/** @typedef {import('./lib/tally.mjs').Tally} Tally */
/** @typedef {import('./lib/process.mjs').Outcome} Outcome */

const NOTHING = { passed: 0, failed: 0, skipped: 0 };
const FAILED = { passed: 0, failed: 1, skipped: 0 };
const VITEST = 'node_modules/vitest/vitest.mjs';

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
  console.log(`${tally.failed === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s${counted})`);
  // What was skipped says why.
  if (tally.failed > 0 || tally.skipped > 0) console.log(output.trim());
  return tally;
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

/** @param {string} project */
function vitest(project) {
  rmSync(reportFile(project), { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile(project)}`];
  return tests(project, executeNode(VITEST, ['run', '--project', project, ...reporters]), tallyOfVitest);
}

async function endToEnd() {
  await ensureBuilt();
  rmSync(reportFile('e2e'), { force: true });
  const env = { UNBLOCKED_TEST_PORT: String(await freePort(4173)) };
  const running = executeNode('node_modules/@playwright/test/cli.js', ['test'], { env });
  return tests('e2e', running, tallyOfPlaywright);
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

async function browser() {
  process.env.CHROMIUM_PATH = (await findBrowser()).path;
  return { tally: NOTHING, output: '' };
}

/**
 * Every step in order; a failed one doesn't stop the others.
 *
 * @param {boolean} engines
 */
async function everything(engines) {
  const installed = await take('packages', install);
  if (installed.failed > 0) return installed;
  return sum([
    await take('browser', browser),
    await take('format', () => check('node_modules/prettier/bin/prettier.cjs', ['--check', '.'])),
    await take('lint', () => check('node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0'])),
    await take('types', () => check('scripts/types.mjs', [])),
    await take('unit tests', () => vitest('unit')),
    await take('browser tests', () => vitest('browser')),
    await take('end-to-end tests', endToEnd),
    await take('meter, against the browser’s own trace', () =>
      check('scripts/verify-meter.mjs', ['--short']),
    ),
    engines ? await take('Firefox and WebKitGTK', otherEngines) : NOTHING,
  ]);
}

const { values } = parseArgs({ options: { engines: { type: 'boolean', default: false } } });
mkdirSync(join(ROOT, '.cache'), { recursive: true });
const total = await everything(values.engines);
console.log(`\n${closingLine(total)}`);
if (total.failed > 0) process.exitCode = 1;
