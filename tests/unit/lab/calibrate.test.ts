import { describe, expect, it } from 'vitest';
import { costOf, fittingLoad } from '../../../src/lab/model/calibrate.ts';
import { entryOf, needTask } from '../../../src/lab/model/catalog.ts';
import { draftJob } from '../../../src/lab/model/job.ts';

/** Their forecast follows from the cost of the plan that was tried and of the one that fits. */
const WITHOUT_INPUT = ['mandelbrot', 'path-tracer', 'primes', 'sort', 'proof-of-work'] as const;

describe('a job of twice the load', () => {
  for (const id of WITHOUT_INPUT) {
    it(`costs twice as much: ${id}`, async () => {
      await needTask(id);
      const { name, initial, doubles } = entryOf(id).load;
      const cost = async (load: number): Promise<number> =>
        costOf((await draftJob(id, { [name]: String(load) }, { kind: 'none' })).plan);
      const twice = doubles === true ? initial + 1 : 2 * initial;
      const ratio = (await cost(twice)) / (await cost(initial));
      expect(ratio).toBeGreaterThan(1.9);
      expect(ratio).toBeLessThan(2.15);
    });
  }
});

it('a load that was fitted is a number that people can read', async () => {
  for (const [id, fitted] of [
    ['primes', 3_500_000_000],
    ['password-hash', 46_000],
  ] as const) {
    await needTask(id);
    const { load } = entryOf(id);
    expect(fittingLoad(load, load.initial, { ms: 172.9, targetMs: 2000 })).toBe(fitted);
  }
});
