import { afterEach, expect, it } from 'vitest';
import { Pool } from '../../../src/pool/pool.ts';
import { blocking } from '../../../src/strategies/blocking.ts';
import { chunked } from '../../../src/strategies/chunked.ts';
import { poolStrategy } from '../../../src/strategies/pool.ts';
import { inProcessWorker } from '../../support/in-process-worker.ts';
import { jobOf, optionsOf, randomBytes } from '../../support/jobs.ts';

const pool = new Pool(inProcessWorker);

afterEach(() => {
  pool.dispose();
});

/** Long enough that workers report parts on the way, and only the rest in their answer. */
const job = (shared: boolean) =>
  jobOf({
    task: 'denoise',
    params: { radius: '2', repeat: '2' },
    shape: { width: 512, height: 512 },
    bytes: randomBytes(512 * 512 * 4, 5),
    shared,
  });

it.each([
  ['blocking', false, blocking],
  ['chunked', false, chunked],
  ['pool', false, poolStrategy(pool)],
  ['pool', true, poolStrategy(pool)],
] as const)(
  '%s tells each part once and counts its time (shared memory: %s)',
  async (_, shared, strategy) => {
    const one = job(shared);
    const told: number[] = [];
    const outcome = await strategy.run(
      one,
      optionsOf({ workers: 2, onPart: ({ part }) => told.push(part.index) }),
    );
    expect(told.toSorted((a, b) => a - b)).toEqual(one.plan.parts.map(({ index }) => index));
    expect(outcome.cost.computeMs).toBeGreaterThan(0);
  },
);
