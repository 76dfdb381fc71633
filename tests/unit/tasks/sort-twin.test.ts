import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MERGES, ORDERS } from '../../../src/tasks/sort/info.ts';
import { numberAt } from '../../../src/tasks/sort/numbers.ts';
import { sort } from '../../../src/tasks/sort/sort.ts';
import { firstDifference } from '../../support/tasks/run-task.ts';
import { differences, waysToRun, type TwinJob } from '../../support/tasks/twins.ts';

const ways = await waysToRun('sort', 8 << 20);

function jobOf(raw: Readonly<Record<string, string | number>>): TwinJob {
  const params = Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, String(value)]));
  return { params, shape: {}, input: new Uint8Array(0) };
}

it('gives the bytes of TypeScript, of each part too, however many numbers there are', async () => {
  const params = fc.record({
    count: fc.oneof(fc.integer({ min: 1000, max: 1100 }), fc.integer({ min: 1000, max: 120_000 })),
    order: fc.constantFrom(...ORDERS),
    merges: fc.constantFrom(...MERGES),
    seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  });
  await fc.assert(
    fc.asyncProperty(params, async (raw) => {
      expect(await differences('sort', ways, jobOf(raw))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it.each(ORDERS)('does so for many numbers, %s, where a merge takes several steps', async (order) => {
  for (const merges of MERGES) {
    expect(await differences('sort', ways, jobOf({ count: 900_001, order, merges }))).toEqual([]);
  }
});

it.each(ways)('sorts as the engine’s own sort does: %s', (_, run) => {
  const job = jobOf({ count: 300_001, seed: 4 });
  const params = sort.parse(job.params);
  const output = run(job);
  const result = sort.finish?.(output, params, {}) ?? output;
  const wanted = Int32Array.from({ length: 300_001 }, (_, place) => numberAt(place, params)).sort();
  expect(firstDifference(result, new Uint8Array(wanted.buffer))).toBeNull();
});
