import { afterAll, describe, expect, it } from 'vitest';
import { Pool } from '../../../src/pool/pool.ts';
import { BarLog } from '../../../src/strategies/bars.ts';
import { Barriers } from '../../../src/strategies/barriers.ts';
import type { PartDone } from '../../../src/strategies/contract.ts';
import { shareOf, stagesOf } from '../../../src/strategies/deal.ts';
import { poolStrategy } from '../../../src/strategies/pool.ts';
import { NO_INPUT, type Part } from '../../../src/tasks/contract.ts';
import { inProcessWorker } from '../../support/in-process-worker.ts';
import { jobOf, optionsOf } from '../../support/jobs.ts';

const pool = new Pool(inProcessWorker);

afterAll(() => {
  pool.dispose();
});

function part(index: number, stage?: number): Part {
  const plain = { index, input: NO_INPUT, output: { start: 0, end: 0 }, cost: 1 };
  return stage === undefined ? plain : { ...plain, stage };
}

describe('the parts of a plan', () => {
  it('fall into stages; without any there is one', () => {
    const parts = [0, 0, 0, 1, 1, 5].map((stage, i) => part(i, stage));
    expect(stagesOf({ parts, outputBytes: 0 })).toEqual([
      { start: 0, end: 3 },
      { start: 3, end: 5 },
      { start: 5, end: 6 },
    ]);
    expect(stagesOf({ parts: [part(0), part(1)], outputBytes: 0 })).toEqual([{ start: 0, end: 2 }]);
    expect(stagesOf({ parts: [], outputBytes: 0 })).toEqual([]);
  });

  it('are dealt out in equal runs, none twice and none left', () => {
    const shares = [0, 1, 2].map((worker) => shareOf({ start: 10, end: 18 }, worker, 3));
    expect(shares.map(({ start }) => start)).toEqual([10, shares[0]?.end, shares[1]?.end]);
    expect(shares.at(-1)?.end).toBe(18);
    for (const { start, end } of shares) expect(end - start).toBeGreaterThanOrEqual(2);
  });
});

it('a wait at a barrier goes from a worker’s own last part to the last of all', () => {
  const barriers = new Barriers(3);
  barriers.ended(part(0, 0), 0, 100);
  barriers.ended(part(1, 0), 0, 130);
  barriers.ended(part(2, 0), 1, 160);
  // The third had nothing to do in the first stage, nor in the last.
  barriers.ended(part(3, 1), 2, 300);
  barriers.ended(part(4, 2), 0, 400);
  barriers.ended(part(5, 2), 1, 900);
  const logs = [0, 1, 2].map(() => new BarLog(0));
  const sum = barriers.log(logs);
  expect(logs.map((log) => log.bars().map(({ start, end }) => [start, end]))).toEqual([
    [
      [130, 160],
      [160, 300],
      [400, 900],
    ],
    [[160, 300]],
    [[300, 900]],
  ]);
  expect(sum).toBe(30 + 140 + 140 + 500 + 600);
});

it('without shared memory no part is told before all of the stages before are', async () => {
  const told: PartDone[] = [];
  const job = jobOf({
    task: 'sort',
    params: { count: '200000' },
    shape: {},
    bytes: new Uint8Array(0),
    shared: false,
  });
  const { cost } = await poolStrategy(pool).run(
    job,
    optionsOf({ workers: 3, onPart: (done) => told.push(done) }),
  );
  const stages = told.map(({ part: { stage = 0 } }) => stage);
  expect(stages).toEqual(stages.toSorted((a, b) => a - b));
  expect(told).toHaveLength(job.plan.parts.length);
  expect(cost.barrierMs).toBeGreaterThanOrEqual(0);
  // Every round but the first reads all numbers and gives them back, by copies.
  const bytes = 200_000 * 4;
  const rounds = stagesOf(job.plan).length - 1;
  expect(cost.bytesCopied).toBe(bytes * (2 * rounds + 1));
});
