import type { Counts } from './small.ts';

/** The counts of one bin of a result. */
export function binCounts(result: Uint8Array, bin: number): Counts {
  const view = new DataView(result.buffer, result.byteOffset + 8 * bin, 8);
  return { primes: view.getUint32(0, true), twins: view.getUint32(4, true) };
}

/** How many primes and twin pairs there are up to the limit. */
export function totals(result: Uint8Array): Counts {
  let primes = 0;
  let twins = 0;
  for (let bin = 0; 8 * bin < result.length; bin++) {
    const counts = binCounts(result, bin);
    primes += counts.primes;
    twins += counts.twins;
  }
  return { primes, twins };
}

/** Hardy and Littlewood's constant of twin primes, C₂ (https://oeis.org/A005597). */
const TWIN_CONSTANT = 0.6601618158468696;

/** How dense primes should be near x: 1 / ln x (the prime number theorem). */
export function primeDensity(x: number): number {
  return 1 / Math.log(x);
}

/** How dense twin pairs should be near x: 2 C₂ / ln² x (a conjecture of Hardy and Littlewood, 1923). */
export function twinDensity(x: number): number {
  return (2 * TWIN_CONSTANT) / Math.log(x) ** 2;
}
