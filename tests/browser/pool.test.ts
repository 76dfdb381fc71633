import { transfer } from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import { linkOf, spawnCompute } from '../../src/pool/spawn.ts';
import { Pool } from '../../src/pool/pool.ts';
import { blocking } from '../../src/strategies/blocking.ts';
import { poolStrategy } from '../../src/strategies/pool.ts';
import { jobOf, optionsOf, randomBytes, type JobSpec } from '../support/jobs.ts';

const pools: Pool[] = [];

afterEach(() => {
  for (const pool of pools.splice(0)) pool.dispose();
});

function poolOf(spawn = spawnCompute, options = {}): Pool {
  const pool = new Pool(spawn, options);
  pools.push(pool);
  return pool;
}

function spec(shared: boolean, repeat = 1): JobSpec {
  const shape = { width: 700, height: 900 };
  const params = { sigma: '8', repeat: String(repeat) };
  return { task: 'blur', params, shape, bytes: randomBytes(700 * 900 * 4, 11), shared };
}

/** A worker of our own making, to break in a chosen way. */
function brokenWorker(script: string): (index: number) => ReturnType<typeof linkOf> {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return (index) => linkOf(new Worker(url, { type: 'module' }), `broken ${String(index)}`);
}

describe('real workers', () => {
  it.each([false, true])('give the bytes that blocking gives (shared memory: %s)', async (shared) => {
    const expected = await blocking.run(jobOf(spec(false)), optionsOf());
    const { result, lanes, workers } = await poolStrategy(poolOf()).run(
      jobOf(spec(shared)),
      optionsOf({ workers: 3 }),
    );
    expect(result.length).toBe(expected.result.length);
    expect(result.every((byte, i) => byte === expected.result[i])).toBe(true);
    expect(workers).toBe(3);
    expect(lanes.map((lane) => lane.name)).toEqual(['main', '1', '2', '3']);
  });

  it.each([false, true])(
    'stop when they are told to, and are not replaced (shared memory: %s)',
    async (shared) => {
      const pool = poolOf();
      const strategy = poolStrategy(pool);
      await pool.ready(2);
      const controller = new AbortController();
      let abortedAt = 0;
      const run = strategy.run(
        jobOf(spec(shared, 64)),
        optionsOf({
          signal: controller.signal,
          onPart: () => {
            abortedAt ||= performance.now();
            controller.abort();
          },
        }),
      );
      await expect(run).rejects.toMatchObject({ name: 'AbortError' });
      expect(abortedAt).toBeGreaterThan(0);
      expect(pool.stats()).toMatchObject({ live: 2, busy: 0, spawned: 2, deaths: 0 });
    },
  );

  it('stop in the middle of many quick parts that share messages', async () => {
    const pool = poolOf();
    const strategy = poolStrategy(pool);
    const tiles: JobSpec = {
      task: 'mandelbrot',
      params: { width: '1024', height: '1024', tile: '16', iterations: '16' },
      shape: {},
      bytes: new Uint8Array(0),
      shared: false,
    };
    await strategy.run(jobOf(tiles), optionsOf());
    const controller = new AbortController();
    let told = 0;
    const onPart = (): void => {
      told += 1;
      if (told === 500) controller.abort();
    };
    const run = strategy.run(jobOf(tiles), optionsOf({ signal: controller.signal, onPart }));
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    expect(told).toBe(500);
    expect(pool.stats()).toMatchObject({ live: 2, busy: 0, spawned: 2, deaths: 0 });
    const [expected, next] = [
      await blocking.run(jobOf(tiles), optionsOf()),
      await strategy.run(jobOf(tiles), optionsOf()),
    ];
    expect(next.result.every((byte, i) => byte === expected.result[i])).toBe(true);
  });

  it('end a worker that does not hear within the grace time, and spawn another for the next run', async () => {
    const pool = poolOf();
    const strategy = poolStrategy(pool);
    const [slot] = await pool.ready(1);
    // Holds the worker's thread: a buffer so large that its fingerprint outlasts the grace time.
    const bytes = new ArrayBuffer(1 << 30);
    const held = slot?.call((api) =>
      api.fingerprint(transfer(bytes, [bytes]), { start: 0, end: bytes.byteLength }, null),
    );
    const lost = expect(held).rejects.toThrow('did not stop in time');
    const controller = new AbortController();
    const job = jobOf({
      task: 'hash',
      params: {},
      shape: { sizes: [8] },
      bytes: randomBytes(8, 1),
      shared: false,
    });
    const blobOf = (): Blob => {
      // Asked for when the part is handed over: from then on the worker holds it.
      queueMicrotask(() => {
        controller.abort();
      });
      return new Blob(['12345678']);
    };
    const run = strategy.run(
      { ...job, source: { kind: 'blobs', blobOf } },
      optionsOf({ signal: controller.signal, workers: 1 }),
    );
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    await lost;
    const next = await strategy.run(jobOf(spec(false)), optionsOf({ workers: 1 }));
    expect(next.result.length).toBe(700 * 900 * 4);
    expect(pool.stats()).toMatchObject({ live: 1, busy: 0, spawned: 2, deaths: 0 });
  });

  it('leave nothing behind after many runs', async () => {
    const pool = poolOf();
    const strategy = poolStrategy(pool);
    const small: JobSpec = { ...spec(false), shape: { width: 8, height: 8 }, bytes: randomBytes(256, 1) };
    for (let i = 0; i < 200; i += 1)
      await strategy.run(jobOf({ ...small, shared: i % 2 === 1 }), optionsOf());
    expect(pool.stats()).toMatchObject({ live: 2, busy: 0, spawned: 2, deaths: 0 });
  });
});

describe('a worker that stops answering', () => {
  const giveUp = { maxReplacements: 0 };

  it('because its script can’t be loaded, fails at once with that reason', async () => {
    const missing = (index: number): ReturnType<typeof linkOf> =>
      linkOf(
        new Worker(new URL('/no-such-worker.js', location.href), { type: 'module' }),
        `missing ${String(index)}`,
      );
    await expect(poolOf(missing, giveUp).ready(1)).rejects.toThrow('its script could not be loaded');
  });

  it('because its script throws, says what it threw', async () => {
    const pool = poolOf(brokenWorker('throw new Error("boom")'), giveUp);
    await expect(pool.ready(1)).rejects.toThrow(/boom/);
  });

  it('because it sent what can’t be read, fails with that reason', async () => {
    // An answer that one thread can send and the other can't read is hard to make: the event itself is made.
    const links: { worker: Worker; link: ReturnType<typeof linkOf> }[] = [];
    const url = URL.createObjectURL(new Blob(['onmessage = () => {}'], { type: 'text/javascript' }));
    const pool = poolOf((index) => {
      const worker = new Worker(url, { type: 'module' });
      const link = linkOf(worker, `mute ${String(index)}`);
      links.push({ worker, link });
      queueMicrotask(() => worker.dispatchEvent(new MessageEvent('messageerror')));
      return link;
    }, giveUp);
    await expect(pool.ready(1)).rejects.toThrow('could not be read');
    expect(links).toHaveLength(1);
  });

  it('because it exits without a word, is known by the lock that it let go', async () => {
    const pool = poolOf();
    const [slot] = await pool.ready(1);
    // The page ends the real worker behind the pool's back, as a crashed process would.
    const worker = spied.at(-1);
    const bytes = new ArrayBuffer(1 << 28);
    const call = slot?.call((api) =>
      api.fingerprint(transfer(bytes, [bytes]), { start: 0, end: bytes.byteLength }, null),
    );
    worker?.terminate();
    await expect(call).rejects.toThrow('it exited without a word');
    await expect(pool.ready(1)).resolves.toHaveLength(1);
  });
});

const spied: Worker[] = [];
const Original = globalThis.Worker;
globalThis.Worker = class extends Original {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options);
    spied.push(this);
  }
};
