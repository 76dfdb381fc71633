import type { PartJob, Steps, Task } from '../contract.ts';
import { countWords } from './count.ts';
import { primesInfo, type PrimesParams } from './info.ts';
import { BIN_OUTPUT, binBytes, planPrimes, type PrimesPart } from './plan.ts';
import { cutAbove, makeSieve, sieveSegment, type Sieve } from './sieve.ts';
import { addSmall, stretchesOf, wordBehind } from './segment.ts';
import { basePrimes } from './small.ts';

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
  const behind = wordBehind(start + size, params.limit, base);
  for (const { bin, from, to } of stretchesOf(binBytes(params), start, size)) {
    const after = to === size ? behind : (words[to / 4] as number);
    const at = (bin - part.firstBin) * (BIN_OUTPUT / 4);
    countWords(words, { from: from / 4, to: to / 4, after }, counts, at);
  }
}
