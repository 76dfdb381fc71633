/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} [flaky] names of tests that failed at first and passed when they were tried again;
 *   they are among the passed
 */

/**
 * @typedef {object} VitestReport the part of Vitest's JSON report that is read here
 * @property {number} [numPassedTests]
 * @property {number} [numFailedTests]
 * @property {number} [numPendingTests]
 * @property {number} [numTodoTests]
 * @property {{ status: string, assertionResults: { status: string }[] }[]} [testResults]
 */

/**
 * @typedef {object} PlaywrightSpec
 * @property {string} title
 * @property {string} file
 * @property {number} line
 * @property {{ projectName: string, status: string }[]} tests one for each project
 */

/**
 * @typedef {object} PlaywrightSuite a file, or a `describe` in it
 * @property {PlaywrightSpec[]} [specs]
 * @property {PlaywrightSuite[]} [suites]
 */

/**
 * @typedef {object} PlaywrightReport the part of Playwright's JSON report that is read here
 * @property {{ expected?: number, unexpected?: number, flaky?: number, skipped?: number }} [stats]
 * @property {PlaywrightSuite[]} [suites]
 * @property {unknown[]} [errors]
 */

/**
 * @param {VitestReport} report
 * @returns {Tally}
 */
export function tallyOfVitest(report) {
  // A file that could not be loaded has failed without holding a failed test.
  const broken = (report.testResults ?? []).filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((result) => result.status === 'failed'),
  );
  return {
    passed: report.numPassedTests ?? 0,
    failed: (report.numFailedTests ?? 0) + broken.length,
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  };
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {string[]}
 */
function flakyIn({ specs = [], suites = [] }) {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'flaky')
      .map(({ projectName }) => `[${projectName}] ${file}:${String(line)} ${title}`),
  );
  return [...own, ...suites.flatMap(flakyIn)];
}

/**
 * @param {PlaywrightReport} report
 * @returns {Tally}
 */
export function tallyOfPlaywright({ stats = {}, suites = [], errors = [] }) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats;
  const crashes = unexpected === 0 ? errors.length : 0;
  const tally = { passed: expected + flaky, failed: unexpected + crashes, skipped };
  return flaky === 0 ? tally : { ...tally, flaky: suites.flatMap(flakyIn) };
}

/**
 * A command that ended badly without naming a failed test has failed itself.
 *
 * @param {Tally | null} tally `null` where the command left no report
 * @param {number} code its exit code
 * @returns {Tally}
 */
export function withExitCode(tally, code) {
  if (tally === null) return { passed: 0, failed: 1, skipped: 0 };
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const tally of tallies) {
    total.passed += tally.passed;
    total.failed += tally.failed;
    total.skipped += tally.skipped;
  }
  const flaky = tallies.flatMap((tally) => tally.flaky ?? []);
  return flaky.length === 0 ? total : { ...total, flaky };
}

/**
 * A line for each test that passed at its second try alone: empty where there is none.
 *
 * @param {Tally} tally
 */
export function flakyLines({ flaky = [] }) {
  return flaky.map((name) => `flaky  ${name}`);
}

/**
 * The closing line, which programs read.
 *
 * @param {Tally} tally
 */
export function closingLine({ passed, failed, skipped }) {
  const tail = skipped === 0 ? '' : `, ${skipped} skipped`;
  return `${passed} passed, ${failed} failed${tail}`;
}
