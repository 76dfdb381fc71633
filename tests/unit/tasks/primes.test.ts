import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf, countsCsv } from '../../../src/lab/primes/words.ts';
import { ParamError } from '../../../src/tasks/contract.ts';
import { PartDriver } from '../../../src/tasks/drive.ts';
import { binBytes, binsOf, binWidth, planPrimes, type PrimesPart } from '../../../src/tasks/primes/plan.ts';
import { primes } from '../../../src/tasks/primes/primes.ts';
import { binCounts, totals } from '../../../src/tasks/primes/totals.ts';
import { naiveCounts, naivePrimes } from '../../support/tasks/naive-primes.ts';
import { firstDifference, runParts, runPlan, tilesOutput } from '../../support/tasks/run-task.ts';

const jobOf = (limit: number) => ({
  task: primes,
  params: { limit },
  shape: {},
  input: new Uint8Array(0),
});

describe('primes', () => {
  // https://oeis.org/A006880 and https://oeis.org/A007508 (pairs whose larger prime is at most 10^k)
  it.each([
    [2, 25, 8],
    [3, 168, 35],
    [4, 1229, 205],
    [5, 9592, 1224],
    [6, 78_498, 8169],
    [7, 664_579, 58_980],
    [8, 5_761_455, 440_312],
    [9, 50_847_534, 3_424_506],
  ])('up to 10^%i there are %i, and %i pairs of twins', (power, count, twins) => {
    expect(totals(runPlan(jobOf(10 ** power)))).toEqual({ primes: count, twins });
  });

  it('equals a textbook sieve, bin by bin, up to any limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 200_000 }), (limit) => {
        const prime = naivePrimes(limit);
        const result = runPlan(jobOf(limit));
        const width = binWidth({ limit });
        for (let bin = 0; bin < binsOf({ limit }); bin++) {
          expect(binCounts(result, bin)).toEqual(naiveCounts(prime, bin * width, (bin + 1) * width));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('counts a pair across a border where its smaller prime lies', () => {
    // Bins of 120 numbers: 419 and 421 stand on either side of 420, which is no border; 599 and 601 of 600, which is.
    const limit = 1000;
    expect(binWidth({ limit })).toBe(120);
    const result = runPlan(jobOf(limit));
    const prime = naivePrimes(limit);
    expect([prime[599], prime[601]]).toEqual([1, 1]);
    expect(binCounts(result, 4)).toEqual(naiveCounts(prime, 480, 600));
    expect(naiveCounts(prime, 480, 600).twins).toBe(naiveCounts(prime, 480, 598).twins + 1);
  });

  it('counts no pair whose larger prime is beyond the limit', () => {
    expect(totals(runPlan(jobOf(102))).twins + 1).toBe(totals(runPlan(jobOf(103))).twins);
  });

  it('gives the same bytes however it is split', () => {
    const params = { limit: 300_000 };
    const whole = runPlan(jobOf(params.limit));
    const bytes = binBytes(params);
    const ones = Array.from({ length: binsOf(params) }, (_, bin): PrimesPart => ({
      index: bin,
      input: { start: 0, end: 0 },
      output: { start: 8 * bin, end: 8 * bin + 8 },
      cost: 1,
      firstBin: bin,
      firstByte: bin * bytes,
      endByte: (bin + 1) * bytes,
    }));
    expect(firstDifference(runParts(jobOf(params.limit), ones), whole)).toBeNull();
  });

  it('writes every byte, and plans parts that tile the output', () => {
    for (const limit of [100, 3599, 3600, 1_234_567]) {
      const plan = planPrimes({ limit });
      expect(tilesOutput(plan.parts, plan.outputBytes)).toBe(true);
      expect(firstDifference(runPlan(jobOf(limit), 0), runPlan(jobOf(limit), 0xff))).toBeNull();
    }
  });

  it('works in steps, more of them where there is more to do', () => {
    const stepsOf = (limit: number): number => {
      const params = { limit };
      const [part] = primes.plan(params, {}).parts;
      if (part === undefined) throw new Error('no part');
      const out = new Uint8Array(part.output.end);
      const driver = new PartDriver(primes.steps({ params, shape: {}, part, out }), out);
      let steps = 1;
      while (driver.step() !== true) steps++;
      return steps;
    };
    expect(stepsOf(1e9)).toBeGreaterThan(stepsOf(1e8));
  });
});

describe('the parameters of primes', () => {
  it('are read from text', () => {
    expect(primes.parse({})).toEqual({ limit: 1e8 });
    expect(primes.parse({ limit: '2e9' })).toEqual({ limit: 2e9 });
  });

  it.each(['99', '10000000001', '100.5', 'many', ''])('refuse %j with a sentence', (limit) => {
    const attempt = (): unknown => primes.parse({ limit });
    expect(attempt).toThrow(ParamError);
    expect(attempt).toThrow('limit must be a whole number from 100 to 10000000000.');
  });
});

describe('what is said of the result', () => {
  const result = runPlan(jobOf(1e6));

  it('compares it with the simplest estimate', () => {
    expect(figuresOf(result, { limit: 1e6 })).toEqual([
      { label: 'Primes', value: '78,498', note: 'N / ln N says 72,382; there are 8.4 % more' },
      { label: 'Twin pairs', value: '8,169', note: 'one pair for every 10 primes' },
    ]);
  });

  it('is saved as lines that add up', () => {
    const [head, ...lines] = countsCsv(result, { limit: 1e6 }).trim().split('\n');
    expect(head).toBe('from,to,primes,twin_pairs');
    const rows = lines.map((line) => line.split(',').map(Number));
    expect(rows.reduce((sum, row) => sum + (row[2] ?? 0), 0)).toBe(78_498);
    expect(rows.at(-1)?.[1]).toBe(1e6);
    expect(rows.every((row, i) => row[0] === (i === 0 ? 0 : (rows[i - 1]?.[1] ?? 0) + 1))).toBe(true);
  });
});
