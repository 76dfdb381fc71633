import { afterEach, describe, expect, it } from 'vitest';
import { spawnCompute } from '../../src/pool/spawn.ts';
import { Pool } from '../../src/pool/pool.ts';
import { blocking } from '../../src/strategies/blocking.ts';
import type { PartDone } from '../../src/strategies/contract.ts';
import { stagesOf } from '../../src/strategies/deal.ts';
import { poolStrategy } from '../../src/strategies/pool.ts';
import { jobOf, optionsOf, type JobSpec } from '../support/jobs.ts';

const pools: Pool[] = [];

afterEach(() => {
  for (const pool of pools.splice(0)) pool.dispose();
});

function poolOf(): Pool {
  const pool = new Pool(spawnCompute);
  pools.push(pool);
  return pool;
}

const SPECS: readonly Omit<JobSpec, 'shared'>[] = [
  { task: 'sort', params: { count: '700000' }, shape: {}, bytes: new Uint8Array(0) },
  { task: 'sort', params: { count: '300000', merges: 'whole' }, shape: {}, bytes: new Uint8Array(0) },
  { task: 'proof-of-work', params: { difficulty: '15', find: '3' }, shape: {}, bytes: new Uint8Array(0) },
];

const WAYS = [
  [true, 'dynamic'],
  [true, 'static'],
  [false, 'dynamic'],
  [false, 'static'],
] as const;

describe.each(WAYS)('real workers (shared memory: %s, %s)', (shared, assign) => {
  it.each(SPECS)('give what blocking gives, whoever is quicker: $task $params', async (spec) => {
    const expected = await blocking.run(jobOf({ ...spec, shared: false }), optionsOf());
    const strategy = poolStrategy(poolOf());
    for (let run = 0; run < 4; run += 1) {
      const job = jobOf({ ...spec, shared });
      const { result, cost } = await strategy.run(job, optionsOf({ workers: 3, assign }));
      expect(result.length).toBe(expected.result.length);
      expect(result.every((byte, i) => byte === expected.result[i])).toBe(true);
      if (stagesOf(job.plan).length > 1) expect(cost.barrierMs).toBeGreaterThan(0);
    }
  });

  it('stop while others wait for them, and nobody is left waiting', async () => {
    const pool = poolOf();
    const strategy = poolStrategy(pool);
    const controller = new AbortController();
    const run = strategy.run(
      jobOf({
        task: 'sort',
        params: { count: '4000000', merges: 'whole' },
        shape: {},
        bytes: new Uint8Array(0),
        shared,
      }),
      optionsOf({
        workers: 3,
        assign,
        signal: controller.signal,
        onPart: ({ part }: PartDone) => {
          // From here on most workers have nothing to do but wait.
          if ((part.stage ?? 0) >= 3) controller.abort();
        },
      }),
    );
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    expect(pool.stats()).toMatchObject({ live: 3, busy: 0, deaths: 0 });
  });
});
