import type { PartJob, Steps, Task } from '../contract.ts';
import { countWords } from './count.ts';
import { primesInfo, type PrimesParams } from './info.ts';
import { BIN_OUTPUT, binBytes, planPrimes, type PrimesPart } from './plan.ts';
import { cutAbove, makeSieve, sieveSegment, type Sieve } from './sieve.ts';
import { basePrimes, isPrime, smallCounts } from './small.ts';
import { WHEEL } from './wheel.ts';

/** Bytes sieved in one step, 3.9 million numbers: it fits into the second cache, and takes 1 to 2 ms (measured). */
const SEGMENT_BYTES = 1 << 17;

/**
 * Counts primes and twin primes (pairs of primes that differ by 2) up to a limit, by a segmented sieve of
 * Eratosthenes. The result: for each of about 240 equal bins, its primes and its pairs, as two 32-bit numbers.
 */
export const primes: Task<PrimesParams, unknown, PrimesPart> = {
  ...primesInfo,
  nature: () => 'divisible',
  plan: planPrimes,
  steps: primeSteps,
};

/** What a segment needs. */
interface Scene {
  readonly params: PrimesParams;
  readonly part: PrimesPart;
  readonly base: Int32Array;
  readonly sieve: Sieve;
  readonly counts: Uint32Array;
}

function* primeSteps({ params, part, out }: PartJob<PrimesParams, unknown, PrimesPart>): Steps {
  const counts = new Uint32Array(out.buffer, out.byteOffset, out.byteLength / 4);
  counts.fill(0);
  const base = basePrimes(params.limit);
  const bytes = Math.min(SEGMENT_BYTES, part.endByte - part.firstByte);
  const sieve = makeSieve(base, part.firstByte, part.endByte, bytes);
  const scene: Scene = { params, part, base, sieve, counts };
  yield;
  for (let at = part.firstByte; at < part.endByte; at += SEGMENT_BYTES) {
    segment(scene, at, Math.min(SEGMENT_BYTES, part.endByte - at));
    yield;
  }
  if (part.firstBin === 0) addSmall(counts, params.limit);
}

/** Sieves one segment and adds its counts to the bins that it touches. */
function segment({ params, part, base, sieve, counts }: Scene, start: number, size: number): void {
  sieveSegment(sieve, start, size);
  cutAbove(sieve.segment, start, size, params.limit);
  const words = new Int32Array(sieve.segment.buffer, 0, size / 4);
  const bytes = binBytes(params);
  const end = start + size;
  const behind = wordBehind(end, params.limit, base);
  for (let at = start; at < end;) {
    const bin = Math.floor(at / bytes);
    const until = Math.min(end, (bin + 1) * bytes);
    const to = (until - start) / 4;
    const after = until === end ? behind : (words[to] as number);
    countWords(
      words,
      { from: (at - start) / 4, to, after },
      counts,
      (bin - part.firstBin) * (BIN_OUTPUT / 4),
    );
    at = until;
  }
}

/** A pair may stand across the border, 29 | 31: whether the first number behind it is prime is tried by division. */
function wordBehind(endByte: number, limit: number, base: Int32Array): number {
  const first = endByte * WHEEL + 1;
  return first <= limit && isPrime(first, base) ? ~1 : ~0;
}

function addSmall(counts: Uint32Array, limit: number): void {
  const small = smallCounts(limit);
  counts[0] = (counts[0] as number) + small.primes;
  counts[1] = (counts[1] as number) + small.twins;
}
