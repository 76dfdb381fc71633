import { afterAll, describe, expect, it } from 'vitest';
import { workplaceOf } from '../../src/lab/run/workplace.ts';
import { spawnCompute } from '../../src/pool/spawn.ts';
import { Pool } from '../../src/pool/pool.ts';
import { blocking } from '../../src/strategies/blocking.ts';
import { chunked } from '../../src/strategies/chunked.ts';
import type { Job, Strategy } from '../../src/strategies/contract.ts';
import { poolStrategy } from '../../src/strategies/pool.ts';
import { toHex } from '../../src/tasks/hash/hex.ts';
import { ALGORITHMS } from '../../src/tasks/hash/part.ts';
import { jobOf, optionsOf, randomBytes } from '../support/jobs.ts';

const KIB = 1024;
const pool = new Pool(spawnCompute);
const STRATEGIES: readonly Strategy[] = [blocking, chunked, poolStrategy(pool)];

afterAll(() => {
  pool.dispose();
});

/** Where the bytes are: moved from thread to thread, in one shared memory, in files. */
const PLACES = [
  { shared: false, blob: false },
  { shared: true, blob: false },
  { shared: false, blob: true },
  { shared: true, blob: true },
];

const JOBS: readonly (readonly [string, readonly number[]])[] = [
  ['files of unequal length', [700 * KIB, 3, 0, 64, 900 * KIB + 1, 129, 300 * KIB, 50 * KIB, 50 * KIB]],
  ['one file', [9 * 1024 * KIB + 77]],
];

async function run(job: Job, engine: 'ts' | 'wasm', strategy: Strategy, shared: boolean): Promise<string> {
  const place = await workplaceOf(engine, job, { pool, shared, workers: 2 });
  const { result } = await strategy.run(place.job(), optionsOf());
  return toHex(result);
}

async function digestsBySubtle(bytes: Uint8Array, sizes: readonly number[]): Promise<string> {
  let at = 0;
  let hex = '';
  for (const size of sizes) {
    const file = bytes.slice(at, (at += size));
    hex += toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', file)));
  }
  return hex;
}

describe.each(ALGORITHMS)('%s gives the same digests by every strategy and both engines', (algorithm) => {
  it.each(JOBS)('%s', async (_, sizes) => {
    const bytes = randomBytes(
      sizes.reduce((sum, size) => sum + size, 0),
      5,
    );
    const spec = { task: 'hash', params: { algorithm }, shape: { sizes }, bytes } as const;
    const plain = jobOf({ ...spec, shared: false });
    const wanted =
      algorithm === 'sha256' ? await digestsBySubtle(bytes, sizes) : await run(plain, 'ts', blocking, false);
    for (const { shared, blob } of PLACES) {
      const job = jobOf({ ...spec, shared, blob });
      for (const engine of ['ts', 'wasm'] as const) {
        for (const strategy of STRATEGIES) {
          const found = await run(job, engine, strategy, shared);
          expect([engine, strategy.id, shared, blob, found]).toEqual([
            engine,
            strategy.id,
            shared,
            blob,
            wanted,
          ]);
        }
      }
    }
  });
});
