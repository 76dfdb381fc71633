import { isPrime, smallCounts } from './small.ts';
import { WHEEL } from './wheel.ts';

/** The bytes of a segment that belong to one bin: from `from` (included) to `to` (not). */
export interface Stretch {
  readonly bin: number;
  readonly from: number;
  readonly to: number;
}

/** The bins, of `bytes` each, that the segment of `size` bytes touches which starts at byte `start` of the sieve. */
export function stretchesOf(bytes: number, start: number, size: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = start; at < start + size;) {
    const bin = Math.floor(at / bytes);
    const until = Math.min(start + size, (bin + 1) * bytes);
    stretches.push({ bin, from: at - start, to: until - start });
    at = until;
  }
  return stretches;
}

/**
 * What stands in the sieve's word behind a segment, as far as it is looked at: a pair may stand across the border,
 * 29 | 31, so whether the first number behind it is prime is tried by division.
 */
export function wordBehind(endByte: number, limit: number, base: Int32Array): number {
  const first = endByte * WHEEL + 1;
  return first <= limit && isPrime(first, base) ? ~1 : ~0;
}

/** Adds what the wheel leaves out to the counts of the first bin. */
export function addSmall(counts: Uint32Array, limit: number): void {
  const small = smallCounts(limit);
  counts[0] = (counts[0] as number) + small.primes;
  counts[1] = (counts[1] as number) + small.twins;
}
