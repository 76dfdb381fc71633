import { patternOf } from './sieve.ts';
import { bitOf, WHEEL } from './wheel.ts';

/**
 * Primes whose multiples the twin takes from patterns. Each pattern of a few kilobytes costs a pass over the segment,
 * sixteen bytes at a time: less than to cross its multiples out one by one, which would be a third of all crossings.
 */
const STAMPED: readonly (readonly number[])[] = [
  ...[
    [7, 11, 13, 17],
    [19, 23, 29],
    [31, 37],
    [41, 43],
    [47, 53],
  ],
  ...[
    [59, 61],
    [67, 71],
    [73, 79],
    [83, 89],
    [97, 101],
  ],
];
/** The first prime that is crossed out one multiple at a time. */
export const FIRST_CROSSED = 103;
/** What is read of a pattern, or written of a segment, at most beyond its end. */
export const VECTOR = 16;

/** Patterns in a row, and where each begins: behind it stands its beginning once more, for a vector to read on. */
export interface Patterns {
  readonly bytes: Uint8Array;
  readonly places: readonly { readonly at: number; readonly period: number }[];
}

let made: Patterns | null = null;

/** Always the same, so made once per thread: small jobs would spend their time with them. Never to be changed. */
export function patterns(): Patterns {
  made ??= makePatterns();
  return made;
}

function makePatterns(): Patterns {
  const each = STAMPED.map(patternOf);
  const bytes = new Uint8Array(each.reduce((sum, { length }) => sum + length + VECTOR, 0));
  let at = 0;
  const places = each.map((pattern) => {
    const place = { at, period: pattern.length };
    bytes.set(pattern, at);
    bytes.set(pattern.subarray(0, VECTOR), at + pattern.length);
    at += pattern.length + VECTOR;
    return place;
  });
  return { bytes, places };
}

/** In the sieve's first bytes: patterns cross out their own primes too; and one is none. */
export function clearStamped(bytes: Uint8Array): void {
  for (const p of STAMPED.flat()) {
    const at = Math.floor(p / WHEEL);
    bytes[at] = (bytes[at] as number) & ~(1 << bitOf(p));
  }
  bytes[0] = (bytes[0] as number) | 1;
}
