import { expect, test } from 'vitest';
import {
  closingLine,
  flakyLines,
  sum,
  tallyOfPlaywright,
  tallyOfVitest,
  withExitCode,
} from '../../../scripts/lib/tally.mjs';

test('a test file that could not be loaded has failed', () => {
  const testResults = [
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'failed', assertionResults: [] },
  ];
  const report = { numPassedTests: 1, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0, testResults };
  expect(tallyOfVitest(report)).toEqual({ passed: 1, failed: 2, skipped: 0 });
});

test('an end-to-end report counts its unexpected tests as failed', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 0, skipped: 2 };
  expect(tallyOfPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 1, skipped: 2 });
});

test('a test that passed only when it was tried again is counted as passed, and told by name to the end', () => {
  const tests = (...all: [string, string][]) => all.map(([projectName, status]) => ({ projectName, status }));
  const spec = { title: 'a thumb', file: 'a.spec.ts', line: 3 };
  const nested = {
    specs: [{ title: 'dark', file: 'a.spec.ts', line: 9, tests: tests(['phone', 'flaky']) }],
  };
  const report = {
    stats: { expected: 1, unexpected: 0, flaky: 2, skipped: 0 },
    suites: [
      { specs: [{ ...spec, tests: tests(['laptop', 'expected'], ['phone', 'flaky']) }], suites: [nested] },
    ],
  };
  const total = sum([{ passed: 4, failed: 0, skipped: 0 }, tallyOfPlaywright(report)]);
  expect(closingLine(total)).toBe('7 passed, 0 failed');
  expect(flakyLines(total)).toEqual([
    'flaky  [phone] a.spec.ts:3 a thumb',
    'flaky  [phone] a.spec.ts:9 dark',
  ]);
  expect(flakyLines(sum([{ passed: 4, failed: 0, skipped: 0 }]))).toEqual([]);
});

test('an end-to-end run that broke before its tests has failed', () => {
  const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
  expect(tallyOfPlaywright({ stats, errors: [{}] })).toMatchObject({ failed: 1 });
});

test('a step that crashed counts as one failed', () => {
  const fine = { passed: 3, failed: 0, skipped: 0 };
  expect(withExitCode(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(withExitCode(fine, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  expect(withExitCode(fine, 0)).toEqual(fine);
});

test('the closing line names skipped tests only where there are some', () => {
  const tallies = [
    { passed: 3, failed: 1, skipped: 0 },
    { passed: 4, failed: 0, skipped: 0 },
  ];
  expect(closingLine(sum(tallies))).toBe('7 passed, 1 failed');
  expect(closingLine({ passed: 1, failed: 0, skipped: 2 })).toBe('1 passed, 0 failed, 2 skipped');
});
