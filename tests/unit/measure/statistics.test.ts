import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { median, quantile } from '../../../src/measure/quantile.ts';
import { overlap, summaryOf } from '../../../src/measure/statistics.ts';

const VALUES = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 });

describe('quantile and median', () => {
  it('interpolate between neighbours, in any order of the values', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(quantile([10, 0, 20, 30, 40], 0.95)).toBeCloseTo(38, 9);
    expect(quantile([7], 0.99)).toBe(7);
    expect(quantile([1, 2, 3], 0)).toBe(1);
    expect(quantile([1, 2, 3], 1)).toBe(3);
  });

  it('know nothing of no values', () => {
    expect(median([])).toBeNull();
    expect(quantile(new Float64Array(0), 0.5)).toBeNull();
    expect(summaryOf([])).toBeNull();
  });

  it('leave their input as it was', () => {
    const values = [3, 1, 2];
    median(values);
    summaryOf(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('summaryOf', () => {
  it('gives the same interval twice, and in any order', () => {
    fc.assert(
      fc.property(VALUES, (values) => {
        expect(summaryOf(values)).toEqual(summaryOf(values));
        expect(summaryOf(values.toReversed())).toEqual(summaryOf(values));
      }),
      { numRuns: 25 },
    );
  });

  it('gives the same interval in another program', async () => {
    const path = '../../../src/measure/statistics.ts';
    // So many that the ends of the interval depend on the seed.
    const values = Array.from({ length: 600 }, (_, i) => Math.exp(i / 60));
    const first = summaryOf(values);
    vi.resetModules();
    const fresh = (await import(path)) as { summaryOf: typeof summaryOf };
    expect(fresh.summaryOf).not.toBe(summaryOf);
    expect(fresh.summaryOf(values)).toEqual(first);
  });

  it('is the percentile bootstrap, resample by resample', () => {
    fc.assert(
      fc.property(VALUES, (values) => {
        const { low, high, median: middle } = summaryOf(values) ?? { low: NaN, high: NaN, median: NaN };
        const medians = resampledMedians(values);
        expect(low).toBe(Math.min(middle, quantile(medians, 0.025) ?? NaN));
        expect(high).toBe(Math.max(middle, quantile(medians, 0.975) ?? NaN));
      }),
      { numRuns: 25 },
    );
  });

  it('is the whole range of three to five values: no more is known of them', () => {
    for (const values of [
      [3, 1, 2],
      [4, 2, 9, 1],
      [5, 4, 8, 1, 2],
    ]) {
      expect(summaryOf(values)).toMatchObject({ low: Math.min(...values), high: Math.max(...values) });
    }
  });

  it('gives an interval that holds the median, inside what was seen', () => {
    fc.assert(
      fc.property(VALUES, (values) => {
        const spread = summaryOf(values);
        expect(spread?.median).toBe(median(values));
        expect(spread?.low).toBeLessThanOrEqual(spread?.median ?? NaN);
        expect(spread?.high).toBeGreaterThanOrEqual(spread?.median ?? NaN);
        expect(spread?.low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(spread?.high).toBeLessThanOrEqual(Math.max(...values));
      }),
      { numRuns: 25 },
    );
  });

  it('takes one value, or equal ones, for their own interval', () => {
    expect(summaryOf([5])).toEqual({ median: 5, low: 5, high: 5 });
    expect(summaryOf([5, 5, 5])).toEqual({ median: 5, low: 5, high: 5 });
  });

  it('narrows as more runs agree', () => {
    const few = summaryOf([1, 2, 3, 4, 5]);
    const many = summaryOf(Array.from({ length: 200 }, (_, i) => 1 + (i % 5)));
    const width = (spread: typeof few): number => (spread === null ? NaN : spread.high - spread.low);
    expect(width(many)).toBeLessThan(width(few));
  });
});

describe('overlap', () => {
  it('is no clear difference where intervals touch', () => {
    const a = { median: 2, low: 1, high: 3 };
    expect(overlap(a, { median: 4, low: 3, high: 5 })).toBe(true);
    expect(overlap({ median: 4, low: 3, high: 5 }, a)).toBe(true);
    expect(overlap(a, { median: 4, low: 3.1, high: 5 })).toBe(false);
    expect(overlap(a, { median: 2, low: 1.5, high: 2.5 })).toBe(true);
  });
});

/** As the textbook says it: draw, sort, take the middle. The generator is Marsaglia's, with the seed of the page. */
function resampledMedians(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  let state = 0x9e3779b9 | 0;
  const random = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  return Array.from({ length: 2000 }, () => {
    const drawn = sorted.map(() => sorted[Math.floor(random() * sorted.length)] ?? NaN);
    return median(drawn) ?? NaN;
  });
}
