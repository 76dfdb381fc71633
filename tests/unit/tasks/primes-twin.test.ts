import fc from 'fast-check';
import { expect, it } from 'vitest';
import { totals } from '../../../src/tasks/primes/totals.ts';
import { differences, waysToRun, type TwinJob } from '../../support/tasks/twins.ts';

const ways = await waysToRun('primes', 1 << 20);

function jobOf(limit: number): TwinJob {
  return { params: { limit: String(limit) }, shape: {}, input: new Uint8Array(0) };
}

it('gives the bytes of TypeScript up to any limit', async () => {
  const limits = fc.oneof(fc.integer({ min: 100, max: 30_000 }), fc.integer({ min: 30_001, max: 3_000_000 }));
  await fc.assert(
    fc.asyncProperty(limits, async (limit) => {
      expect(await differences('primes', ways, jobOf(limit))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

it('does so where parts have several segments', async () => {
  expect(await differences('primes', ways, jobOf(300_000_000))).toEqual([]);
});

it.each(ways)('counts what is known up to a hundred million: %s', (_, run) => {
  // https://oeis.org/A006880 and https://oeis.org/A007508
  expect(totals(run(jobOf(1e8)))).toEqual({ primes: 5_761_455, twins: 440_312 });
});
