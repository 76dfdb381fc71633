import { afterEach, describe, expect, it } from 'vitest';
import { Pool } from '../../../src/pool/pool.ts';
import { blocking } from '../../../src/strategies/blocking.ts';
import { chunked } from '../../../src/strategies/chunked.ts';
import type { Job, PartDone } from '../../../src/strategies/contract.ts';
import { poolStrategy } from '../../../src/strategies/pool.ts';
import { NO_INPUT, type Task } from '../../../src/tasks/contract.ts';
import { fakeSpawn, okReply } from '../../support/fake-worker.ts';
import { inProcessWorker } from '../../support/in-process-worker.ts';
import { jobOf, optionsOf } from '../../support/jobs.ts';

const pools: Pool[] = [];

afterEach(() => {
  for (const pool of pools.splice(0)) pool.dispose();
});

function keep(pool: Pool): Pool {
  pools.push(pool);
  return pool;
}

function search(shared: boolean): Job {
  const params = { text: 'early', difficulty: '14', find: '3' };
  return jobOf({ task: 'proof-of-work', params, shape: {}, bytes: new Uint8Array(0), shared });
}

/** The last part that holds a wanted find, by running all of them. */
function lastNeeded(done: readonly PartDone[], { output }: Job): number {
  let found = 0;
  for (const { part } of done.toSorted((a, b) => a.part.index - b.part.index)) {
    found += new Uint32Array(output, part.output.start, 2)[1] ?? 0;
    if (found >= 3) return part.index;
  }
  return -1;
}

const ways = [
  ['blocking', false],
  ['chunked', false],
  ['pool', false],
  ['pool', true],
] as const;

describe.each(ways)('%s (shared memory: %s)', (id, shared) => {
  it.each(['dynamic', 'static'] as const)('ends with the last part that is needed: %s', async (assign) => {
    const pool = keep(new Pool(inProcessWorker));
    const strategy = { blocking, chunked, pool: poolStrategy(pool) }[id];
    const job = search(shared);
    const told: PartDone[] = [];
    const { cost } = await strategy.run(job, optionsOf({ assign, onPart: (done) => told.push(done) }));
    const ended = told.filter(({ dropped }) => dropped !== true);
    const last = lastNeeded(ended, job);
    expect(last).toBeGreaterThan(0);
    const needed = ended.filter(({ part }) => part.index <= last);
    expect(needed).toHaveLength(last + 1);
    // All else that began was stopped or had ended before anybody could know; most never began.
    expect(told.length).toBeLessThan(job.plan.parts.length);
    expect(told.filter(({ dropped }) => dropped === true).every(({ part }) => part.index > last)).toBe(true);
    if (id === 'pool') expect(cost.droppedMs).toBeGreaterThanOrEqual(0);
    else expect(told).toHaveLength(last + 1);
    expect(pool.stats().busy).toBe(0);
  });
});

/** Finds something in its first part, and never comes back from any other. */
function stubborn(): Job {
  const parts = [0, 1, 2, 3].map((index) => ({
    index,
    input: NO_INPUT,
    output: { start: index, end: index + 1 },
    cost: 1,
  }));
  const task = { id: 'proof-of-work', found: (out: Uint8Array) => out[0] ?? 0 } as unknown as Task;
  const plan = { parts, outputBytes: 4, enough: 1 };
  return { task, params: {}, shape: {}, plan, source: { kind: 'none' }, output: new ArrayBuffer(4) };
}

describe('a worker that doesn’t stop when enough is found', () => {
  it('is ended, and the run is none the worse', async () => {
    const { spawn, workers } = fakeSpawn(
      () => ({}),
      ({ parts }) =>
        parts.some(({ index }) => index > 0) ? null : parts.map((part) => okReply(part, Uint8Array.of(1))),
    );
    const pool = keep(new Pool(spawn));
    const outcome = await poolStrategy(pool).run(stubborn(), optionsOf({ workers: 2 }));
    expect([...outcome.result]).toEqual([1, 0, 0, 0]);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, true]);
    expect(pool.stats()).toMatchObject({ live: 0, deaths: 0 });
  });
});
