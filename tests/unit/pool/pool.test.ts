import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { deferred } from '../../../src/async/deferred.ts';
import { PoolGaveUpError, WorkerDiedError } from '../../../src/pool/errors.ts';
import { Pool } from '../../../src/pool/pool.ts';
import { fakeSpawn, type ApiOf, type FakeWorker } from '../../support/fake-worker.ts';

const pools: Pool[] = [];

afterEach(() => {
  for (const pool of pools.splice(0)) pool.dispose();
});

function poolOf(
  apiOf: ApiOf,
  options = {},
): { pool: Pool; workers: ReturnType<typeof fakeSpawn>['workers'] } {
  const { spawn, workers } = fakeSpawn(apiOf);
  const pool = new Pool(spawn, options);
  pools.push(pool);
  return { pool, workers };
}

const noise = { noise: (length: number) => Promise.resolve(new ArrayBuffer(length)) };
/** A call that the worker never answers, and a way to know that it has arrived. */
function hanging(): { api: ApiOf; arrived: Promise<void> } {
  const arrived = deferred<undefined>();
  const api: ApiOf = () => ({
    noise: () => {
      arrived.resolve(undefined);
      return new Promise<never>(() => undefined);
    },
  });
  return { api, arrived: arrived.promise };
}

describe('a pool', () => {
  it('spawns lazily and keeps workers warm', async () => {
    const { pool, workers } = poolOf(() => noise);
    expect(workers).toHaveLength(0);
    await pool.ready(2);
    await pool.ready(2);
    expect(workers).toHaveLength(2);
    await pool.ready(3);
    expect(pool.stats()).toMatchObject({ live: 3, busy: 0, spawned: 3, deaths: 0 });
  });

  it('gives back what the worker answers', async () => {
    const { pool } = poolOf(() => noise);
    const [slot] = await pool.ready(1);
    const bytes = await slot?.call((api) => api.noise(12, 1, false));
    expect(bytes?.byteLength).toBe(12);
  });

  it('rejects the calls of a worker that dies, says why, and replaces it', async () => {
    const { api, arrived } = hanging();
    const { pool, workers } = poolOf(api);
    const [slot] = await pool.ready(1);
    const call = slot?.call((remote) => remote.noise(1, 1, false));
    await arrived;
    workers[0]?.die('it exited without a word');
    await expect(call).rejects.toThrow(WorkerDiedError);
    await expect(call).rejects.toThrow('Worker 1 stopped: it exited without a word.');
    expect(workers[0]?.terminated).toBe(true);
    const [next] = await pool.ready(1);
    expect(next).not.toBe(slot);
    expect(pool.stats()).toMatchObject({ live: 1, busy: 0, spawned: 2, deaths: 1 });
  });

  it('rejects only the calls of the worker that died', async () => {
    const gate = deferred<undefined>();
    const { pool, workers } = poolOf(() => ({
      noise: async (length) => {
        await gate.promise;
        return new ArrayBuffer(length);
      },
    }));
    const [one, two] = await pool.ready(2);
    const lost = one?.call((api) => api.noise(1, 1, false));
    const kept = two?.call((api) => api.noise(2, 1, false));
    workers[0]?.die('it threw "boom"');
    await expect(lost).rejects.toThrow('it threw "boom"');
    gate.resolve(undefined);
    expect((await kept)?.byteLength).toBe(2);
  });

  it.each([
    [
      'an unhandled rejection',
      { type: 'fault', message: 'it left a rejection unhandled: boom' },
      /unhandled: boom/,
    ],
    ['close()', { type: 'closing' }, /closed itself/],
  ] as const)('hears of %s beside its calls', async (_name, message, expected) => {
    const { api, arrived } = hanging();
    const { pool, workers } = poolOf(api);
    const [slot] = await pool.ready(1);
    const call = slot?.call((remote) => remote.noise(1, 1, false));
    await arrived;
    workers[0]?.post(message);
    await expect(call).rejects.toThrow(expected);
  });

  it.each([
    ['it dies', (_: Pool, worker: FakeWorker | undefined) => worker?.die('it threw "boom"')],
    ['the pool is disposed of', (pool: Pool) => pool.dispose()],
  ] as const)('lets go of a worker’s messages when %s', async (_name, end) => {
    const { pool, workers } = poolOf(() => noise);
    await pool.ready(1);
    const endpoint = workers[0]?.link.endpoint as MessagePort;
    expect(getEventListeners(endpoint, 'message')).toHaveLength(2);
    end(pool, workers[0]);
    // Comlink's own, which goes with the endpoint.
    expect(getEventListeners(endpoint, 'message')).toHaveLength(1);
  });

  it('rejects an answer that the worker could not give', async () => {
    const { pool } = poolOf(() => ({
      noise: () => Promise.reject(new RangeError('Array buffer allocation failed')),
    }));
    const [slot] = await pool.ready(1);
    await expect(slot?.call((api) => api.noise(1, 1, false))).rejects.toThrow(
      'Array buffer allocation failed',
    );
    expect(slot?.dead).toBe(false);
  });

  it('ends a worker that never answers its first call', async () => {
    const { pool, workers } = poolOf(() => ({ connect: () => new Promise<never>(() => undefined) }), {
      connectLimitMs: 5,
      maxReplacements: 0,
    });
    await expect(pool.ready(1)).rejects.toThrow(PoolGaveUpError);
    expect(workers[0]?.terminated).toBe(true);
  });

  it('replaces three times in ten seconds, then gives up with one sentence, and tries again later', async () => {
    let now = 1000;
    let broken = true;
    const { pool, workers } = poolOf(
      (worker) => ({
        connect: () => {
          if (broken) worker.die('its script could not be loaded');
          return Promise.resolve();
        },
      }),
      { now: () => now },
    );
    await expect(pool.ready(1)).rejects.toThrow(
      /^Workers stopped 4 times within 10 seconds, so the pool gave up \(the last one: its script could not be loaded\)/,
    );
    expect(workers).toHaveLength(4);
    await expect(pool.ready(1)).rejects.toThrow(PoolGaveUpError);
    expect(workers).toHaveLength(4);
    now += 10_001;
    broken = false;
    await expect(pool.ready(1)).resolves.toHaveLength(1);
  });

  it('does not count workers that it ended itself', async () => {
    const { pool } = poolOf(() => noise, { maxReplacements: 0 });
    for (let i = 0; i < 3; i += 1) {
      const [slot] = await pool.ready(1);
      if (slot !== undefined) pool.retire(slot, 'a test');
    }
    expect(pool.stats()).toMatchObject({ live: 0, spawned: 3, deaths: 0 });
  });

  it('refuses to begin when the signal has fired', async () => {
    const { pool, workers } = poolOf(() => noise);
    await expect(pool.ready(1, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect(workers).toHaveLength(0);
  });

  it('does not keep an abort waiting for a worker that is slow to start', async () => {
    const gate = deferred<undefined>();
    const { pool } = poolOf(() => ({ connect: () => gate.promise }));
    const controller = new AbortController();
    const ready = pool.ready(1, controller.signal);
    controller.abort();
    await expect(ready).rejects.toMatchObject({ name: 'AbortError' });
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
    gate.resolve(undefined);
    await expect(pool.ready(1)).resolves.toHaveLength(1);
    expect(pool.stats()).toMatchObject({ live: 1, spawned: 1, deaths: 0 });
  });

  it('trims idle workers and disposes of all', async () => {
    const { pool, workers } = poolOf(() => noise);
    await pool.ready(3);
    pool.trim(1);
    expect(workers.map((worker) => worker.terminated)).toEqual([false, true, true]);
    pool.dispose();
    expect(workers.every((worker) => worker.terminated)).toBe(true);
  });

  it('leaves nothing behind after a thousand calls', async () => {
    const { pool } = poolOf(() => noise);
    const [slot] = await pool.ready(1);
    for (let i = 0; i < 1000; i += 1) await slot?.call((api) => api.noise(1, i, false));
    expect(pool.stats()).toMatchObject({ live: 1, busy: 0, spawned: 1, deaths: 0 });
  });
});
