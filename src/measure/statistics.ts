/** A median and its 95 % bootstrap interval. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 2000;
/** Fixed, so that the same values always give the same interval. Any number but 0 would do. */
const SEED = 0x9e3779b9;

/** The `q`-quantile (0 to 1), linear between neighbours (Hyndman and Fan's type 7); `null` of nothing. */
export function quantile(values: ArrayLike<number>, q: number): number | null {
  if (values.length === 0) return null;
  return sortedQuantile(Float64Array.from(values).sort(), q);
}

export function median(values: ArrayLike<number>): number | null {
  return quantile(values, 0.5);
}

/**
 * The 95 % interval of the median by the percentile bootstrap: 2000 resamples with a fixed seed
 * (Efron and Tibshirani, An Introduction to the Bootstrap, chapter 13). Needs at least one value;
 * one value is its own interval. The order of the values doesn't matter.
 */
function medianInterval(sorted: Float64Array): { low: number; high: number } {
  const random = xorshift32(SEED);
  const resample = new Float64Array(sorted.length);
  const medians = new Float64Array(RESAMPLES);
  for (let r = 0; r < RESAMPLES; r++) {
    for (let i = 0; i < resample.length; i++) {
      resample[i] = sorted[Math.floor(random() * sorted.length)] as number;
    }
    medians[r] = sortedQuantile(resample.sort(), 0.5);
  }
  medians.sort();
  return { low: sortedQuantile(medians, 0.025), high: sortedQuantile(medians, 0.975) };
}

/** Median and interval of the values; `null` of nothing. */
export function summaryOf(values: ArrayLike<number>): Spread | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const middle = sortedQuantile(sorted, 0.5);
  const { low, high } = medianInterval(sorted);
  // With few values the interval is coarse, but it never leaves out the median itself.
  return { median: middle, low: Math.min(low, middle), high: Math.max(high, middle) };
}

/** Whether two intervals touch: then there is "no clear difference" between the medians. */
export function overlap(a: Spread, b: Spread): boolean {
  return a.low <= b.high && b.low <= a.high;
}

function sortedQuantile(sorted: Float64Array, q: number): number {
  const position = (sorted.length - 1) * q;
  const below = Math.floor(position);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low === high ? low : low + (high - low) * (position - below);
}

/** Marsaglia, Xorshift RNGs (2003), the triple 13, 17, 5: numbers from 0 up to, not with, 1. */
function xorshift32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
