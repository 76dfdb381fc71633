import type { Report } from '../../src/results/report.ts';
import { experiment } from '../support/e2e/experiment.ts';
import { expect, test } from '../support/e2e/test.ts';

/** Long enough that what else a busy machine does weighs little. */
const LARGE = { task: 'denoise', size: '4mp', params: { radius: '1', repeat: '3' } } as const;

function longest(report: Report, strategy: string): number {
  const found = report.runs.flatMap((run) =>
    run.strategy === strategy && run.frames !== null ? [run.frames.longestMs] : [],
  );
  return Math.min(...found);
}

test('blocking freezes the page for its whole run; chunked and the pool do not', async ({ lab }) => {
  await lab.open('task=denoise&size=4mp');
  const report = await experiment(lab.page, { ...LARGE, runs: 2, workers: 2 });
  const walls = report.runs.filter((run) => run.strategy === 'blocking').map((run) => run.wallMs ?? 0);
  expect(longest(report, 'blocking')).toBeGreaterThan(0.8 * Math.min(...walls));
  expect(longest(report, 'blocking')).toBeGreaterThan(3 * longest(report, 'pool'));
  expect(longest(report, 'blocking')).toBeGreaterThan(3 * longest(report, 'chunked'));
  expect(new Set(report.runs.map((run) => run.checksum)).size).toBe(1);
});
