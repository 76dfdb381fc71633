import { between, sortedQuantile } from './quantile.ts';

/** A median and its 95 % bootstrap interval. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 2000;
/** Fixed, so that the same values always give the same interval. Any number but 0 would do. */
const SEED = 0x9e3779b9;

/**
 * The 95 % interval of the median by the percentile bootstrap: 2000 resamples with a fixed seed
 * (Efron and Tibshirani, An Introduction to the Bootstrap, chapter 13). Needs at least one value;
 * one value is its own interval. The order of the values doesn't matter.
 *
 * Of three to five values it is their whole range, and even that holds the true median less often than it says:
 * 75 % of the time for three, 94 % for five (David and Nagaraja, Order Statistics, 7.1). So whoever compares few
 * runs asks for more than that two intervals lie apart.
 */
function medianInterval(sorted: Float64Array): { low: number; high: number } {
  const medians = middlesOf(sorted.length)
    .map(({ lower, upper, times }) => ({
      value: between(sorted[lower] as number, sorted[upper] as number, 0.5),
      times,
    }))
    .sort((a, b) => a.value - b.value);
  return { low: quantileOfTimes(medians, 0.025), high: quantileOfTimes(medians, 0.975) };
}

/** Which two of the sorted values are the middle of a resample, and of how many resamples. */
interface Middle {
  readonly lower: number;
  readonly upper: number;
  readonly times: number;
}

const middles = new Map<number, readonly Middle[]>();

/** The seed is fixed, so these depend on the number of values alone: drawn once, a list of hundreds stays quick. */
function middlesOf(length: number): readonly Middle[] {
  const known = middles.get(length);
  if (known !== undefined) return known;
  const drawn = drawMiddles(length);
  middles.set(length, drawn);
  return drawn;
}

function drawMiddles(length: number): readonly Middle[] {
  const random = xorshift32(SEED);
  const resample = new Uint32Array(length);
  const counts = new Map<number, number>();
  for (let r = 0; r < RESAMPLES; r++) {
    for (let i = 0; i < length; i++) resample[i] = Math.floor(random() * length);
    resample.sort();
    const lower = resample[(length - 1) >> 1] as number;
    const upper = resample[length >> 1] as number;
    counts.set(lower * length + upper, (counts.get(lower * length + upper) ?? 0) + 1);
  }
  return [...counts].map(([key, times]) => ({ lower: Math.floor(key / length), upper: key % length, times }));
}

/** The quantile of values that stand for many alike, in their order. */
function quantileOfTimes(
  ordered: readonly { readonly value: number; readonly times: number }[],
  q: number,
): number {
  const position = (RESAMPLES - 1) * q;
  const at = (rank: number): number => {
    let seen = 0;
    return ordered.find(({ times }) => (seen += times) > rank)?.value ?? 0;
  };
  const below = Math.floor(position);
  return between(at(below), at(below + 1), position - below);
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
