import { bitOf, MASKS, RESIDUES, WHEEL } from './wheel.ts';

/** Multiples of these are stamped from a pattern: by the sum of their reciprocals they would be a quarter of all crossings. */
const STAMPED = [7, 11, 13, 17] as const;
/** The first prime that is crossed out one multiple at a time. */
const FIRST_CROSSED = 19;
/** Bits of a byte: the eight remainders. */
const BITS = RESIDUES.length;

/** A sieve on its way from segment to segment: for each prime and remainder, where its next multiple lies. */
export interface Sieve {
  readonly segment: Uint8Array;
  readonly pattern: Uint8Array;
  readonly primes: Int32Array;
  /** Of prime j and remainder k at 8j + k, in bytes from the start of the next segment. */
  readonly next: Int32Array;
  /** The row of masks that belongs to a prime: 8 times the bit of its remainder. */
  readonly rows: Uint8Array;
}

let pattern: Uint8Array | null = null;

/** A sieve that begins at `firstByte` and never goes beyond `endByte`; segments are at most `bytes` long. */
export function makeSieve(base: Int32Array, firstByte: number, endByte: number, bytes: number): Sieve {
  // The same for all parts of a thread.
  pattern ??= patternOf(STAMPED);
  const primes = crossed(base, FIRST_CROSSED, endByte);
  return { ...sieveOf(new Uint8Array(bytes), primes, firstByte, Infinity), pattern };
}

/** The primes from `first` on whose multiples are crossed out one at a time before `endByte`. */
export function crossed(base: Int32Array, first: number, endByte: number): Int32Array {
  return base.filter((p) => p >= first && p * p < endByte * WHEEL);
}

/** The multiples of some primes from byte 0 on, themselves too: after as many bytes as their product it repeats. */
export function patternOf(stamped: readonly number[]): Uint8Array {
  const pattern = new Uint8Array(stamped.reduce((product, p) => product * p, 1));
  crossOut(sieveOf(pattern, Int32Array.from(stamped), 0, 1), pattern.length);
  return pattern;
}

/** `least`: the smallest factor whose product is crossed out, at most the prime itself. */
export function sieveOf(segment: Uint8Array, primes: Int32Array, firstByte: number, least: number): Sieve {
  const next = new Int32Array(primes.length * BITS);
  firstMultiples(primes, firstByte, least, next);
  const rows = Uint8Array.from(primes, (p) => BITS * bitOf(p));
  return { segment, pattern: segment, primes, next, rows };
}

/**
 * The first multiple p·q from `firstByte` on, for each remainder of q. A multiple whose smaller factor is q has
 * been crossed out by a smaller prime: q starts at p.
 */
function firstMultiples(primes: Int32Array, firstByte: number, least: number, next: Int32Array): void {
  for (let j = 0; j < primes.length; j++) {
    const p = primes[j] as number;
    const from = Math.max(Math.min(least, p), Math.ceil((firstByte * WHEEL) / p));
    const turn = from - (from % WHEEL);
    for (let k = 0; k < BITS; k++) {
      const q = turn + (RESIDUES[k] as number);
      const factor = q < from ? q + WHEEL : q;
      next[BITS * j + k] = Math.floor((p * factor) / WHEEL) - firstByte;
    }
  }
}

/** Sieves the segment of `size` bytes that starts at `byte`. Segments must follow each other. */
export function sieveSegment(sieve: Sieve, byte: number, size: number): void {
  stamp(sieve, byte, size);
  crossOut(sieve, size);
  // One is no prime; the stamp has crossed out its own primes.
  if (byte === 0) sieve.segment[0] = 1;
}

function stamp({ segment, pattern }: Sieve, byte: number, size: number): void {
  let from = byte % pattern.length;
  for (let at = 0; at < size; from = 0) {
    const length = Math.min(size - at, pattern.length - from);
    segment.set(pattern.subarray(from, from + length), at);
    at += length;
  }
}

/** The hot loop. Factors of one remainder by 30 lie p bytes apart and hit the same bit. */
function crossOut({ segment, primes, next, rows }: Sieve, size: number): void {
  for (let j = 0; j < primes.length; j++) {
    const p = primes[j] as number;
    const row = rows[j] as number;
    for (let k = 0; k < BITS; k++) {
      const mask = MASKS[row + k] as number;
      let at = next[BITS * j + k] as number;
      for (; at < size; at += p) segment[at] = (segment[at] as number) | mask;
      next[BITS * j + k] = at - size;
    }
  }
}

/** Crosses out what is larger than `limit` in the segment that starts at `byte`. */
export function cutAbove(segment: Uint8Array, byte: number, size: number, limit: number): void {
  const last = Math.floor(limit / WHEEL) - byte;
  if (last >= size) return;
  if (last >= 0) {
    RESIDUES.forEach((residue, bit) => {
      if ((byte + last) * WHEEL + residue > limit) segment[last] = (segment[last] as number) | (1 << bit);
    });
  }
  segment.fill(0xff, Math.max(0, last + 1), size);
}
