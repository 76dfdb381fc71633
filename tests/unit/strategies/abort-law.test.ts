import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { Pool } from '../../../src/pool/pool.ts';
import { blocking } from '../../../src/strategies/blocking.ts';
import { chunked } from '../../../src/strategies/chunked.ts';
import type { Job, PartDone, Strategy } from '../../../src/strategies/contract.ts';
import { poolStrategy } from '../../../src/strategies/pool.ts';
import { failing } from '../../support/blobs.ts';
import { inProcessWorker } from '../../support/in-process-worker.ts';
import { jobOf, optionsOf, randomBytes } from '../../support/jobs.ts';

const pools: Pool[] = [];

afterEach(() => {
  for (const pool of pools.splice(0)) pool.dispose();
});

function freshPool(): Pool {
  const pool = new Pool(inProcessWorker);
  pools.push(pool);
  return pool;
}

function job(shared: boolean): Job {
  const shape = { width: 512, height: 512 };
  const params = { radius: '2', repeat: '2' };
  return jobOf({ task: 'denoise', params, shape, bytes: randomBytes(512 * 512 * 4, 3), shared });
}

/** Tasks whose parts depend on each other: in stages, or by what others find. */
function linkedJob(task: 'sort' | 'proof-of-work', shared: boolean): Job {
  const params: Record<string, string> =
    task === 'sort' ? { count: '400000' } : { difficulty: '17', find: '4', text: 'abort' };
  return jobOf({ task, params, shape: {}, bytes: new Uint8Array(0), shared });
}

const CASES = [
  ['blocking', false],
  ['chunked', false],
  ['pool', false],
  ['pool', true],
] as const;

function strategyOf(id: 'blocking' | 'chunked' | 'pool', pool: Pool): Strategy {
  return { blocking, chunked, pool: poolStrategy(pool) }[id];
}

describe.each(CASES)('an abort of %s (shared memory: %s)', (id, shared) => {
  it('rejects with an AbortError, leaves no listener, tells nothing late, and the next run is right', async () => {
    const pool = freshPool();
    const strategy = strategyOf(id, pool);
    const controller = new AbortController();
    const told: PartDone[] = [];
    const onPart = (done: PartDone): void => {
      told.push(done);
      controller.abort();
    };
    const run = strategy.run(job(shared), optionsOf({ signal: controller.signal, onPart, sliceMs: 1 }));
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    const after = told.length;
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
    expect(pool.stats().busy).toBe(0);

    const next = await strategy.run(job(shared), optionsOf());
    const expected = await blocking.run(job(shared), optionsOf());
    expect(Buffer.from(next.result).equals(Buffer.from(expected.result))).toBe(true);
    expect(told).toHaveLength(after);
  });

  it('never begins when the signal has fired', async () => {
    const told: PartDone[] = [];
    const strategy = strategyOf(id, freshPool());
    const options = optionsOf({ signal: AbortSignal.abort(), onPart: (done) => told.push(done) });
    await expect(strategy.run(job(shared), options)).rejects.toMatchObject({ name: 'AbortError' });
    expect(told).toHaveLength(0);
  });
});

describe.each(['sort', 'proof-of-work'] as const)('an abort of %s', (task) => {
  it.each(CASES)('by %s leaves nobody waiting (shared memory: %s)', async (id, shared) => {
    const pool = freshPool();
    const strategy = strategyOf(id, pool);
    const controller = new AbortController();
    const onPart = (): void => {
      controller.abort();
    };
    const run = strategy.run(
      linkedJob(task, shared),
      optionsOf({ signal: controller.signal, onPart, sliceMs: 1, workers: 3 }),
    );
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    expect(pool.stats()).toMatchObject({ busy: 0, deaths: 0 });
    const next = await strategy.run(linkedJob(task, shared), optionsOf());
    const expected = await blocking.run(linkedJob(task, shared), optionsOf());
    expect(Buffer.from(next.result).equals(Buffer.from(expected.result))).toBe(true);
  });
});

// A blob that is cloned to a worker is whole again there: the pool is tested with real files in a browser.
describe('a part that can’t be read', () => {
  it.each([blocking, chunked])('fails the run of $id, by its part and reason', async (strategy) => {
    const shape = { sizes: [4, 4] };
    const fine = jobOf({
      task: 'hash',
      params: {},
      shape,
      bytes: randomBytes(8, 1),
      shared: false,
      blob: true,
    });
    const gone = new Blob(['abcd']);
    const error = new DOMException('The file is gone.', 'NotFoundError');
    Object.defineProperty(gone, 'slice', { value: () => ({ arrayBuffer: () => Promise.reject(error) }) });
    gone.stream = failing;
    const broken: Job = { ...fine, source: { kind: 'blobs', blobOf: () => gone } };
    const run = strategy.run(broken, optionsOf());
    await expect(run).rejects.toMatchObject({ name: 'PartFailed', part: 0, original: 'NotFoundError' });
  });
});
