import { NO_INPUT, type Part, type Plan } from '../contract.ts';
import type { PrimesParams } from './info.ts';
import { WHEEL } from './wheel.ts';

/** The result's resolution: about so many bins, each with its own counts. */
const BINS = 240;
/** Bins that one part sieves. */
const BINS_PER_PART = 4;
/** Two counts of 32 bits: primes, then twin pairs. */
export const BIN_OUTPUT = 8;
/** The sieve is counted in words of four bytes. */
const WORD = 4;

/** A run of neighbouring bins. A byte of the sieve stands for 30 numbers: byte `b` for 30b to 30b + 29. */
export interface PrimesPart extends Part {
  readonly firstBin: number;
  readonly firstByte: number;
  readonly endByte: number;
}

/** How many bytes of the sieve a bin covers: a whole number of words, the same for all bins. */
export function binBytes({ limit }: PrimesParams): number {
  return WORD * Math.max(1, Math.ceil((Math.floor(limit / WHEEL) + 1) / (BINS * WORD)));
}

/** How many numbers a bin covers; the last one may reach beyond the limit. */
export function binWidth(params: PrimesParams): number {
  return binBytes(params) * WHEEL;
}

export function binsOf(params: PrimesParams): number {
  return Math.floor(params.limit / binWidth(params)) + 1;
}

/** Neighbouring bins together; the last part has what is left. */
export function planPrimes(params: PrimesParams): Plan<PrimesPart> {
  const bins = binsOf(params);
  const bytes = binBytes(params);
  const parts = Array.from({ length: Math.ceil(bins / BINS_PER_PART) }, (_, index): PrimesPart => {
    const firstBin = index * BINS_PER_PART;
    const endBin = Math.min(bins, firstBin + BINS_PER_PART);
    return {
      index,
      input: NO_INPUT,
      output: { start: firstBin * BIN_OUTPUT, end: endBin * BIN_OUTPUT },
      // In bytes of the sieve, so that the costs of two ranges compare.
      cost: (endBin - firstBin) * bytes,
      firstBin,
      firstByte: firstBin * bytes,
      endByte: endBin * bytes,
    };
  });
  return { parts, outputBytes: bins * BIN_OUTPUT };
}
