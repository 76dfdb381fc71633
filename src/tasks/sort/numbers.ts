import type { SortParams } from './info.ts';

/** Of the nearly sorted numbers, one in so many lies anywhere. */
const STRAY = 16;

/** What numbers there are: whole ones of 32 bits, from −2³¹ to 2³¹ − 1. */
const LEAST = -(2 ** 31);
const SPAN = 2 ** 32;

/**
 * A number from its place, well mixed: each bit in changes half the bits out (Wellons' "lowbias32",
 * https://nullprogram.com/blog/2018/07/31/). So any part can make its numbers without making those before.
 */
function mixed(place: number): number {
  let x = place | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b | 0);
  return x ^ (x >>> 16);
}

/** The number at a place before it is sorted. */
export function numberAt(place: number, { count, order, seed }: SortParams): number {
  const random = mixed(place ^ mixed(seed));
  if (order === 'random') return random;
  const climbing = order === 'reversed' ? count - 1 - place : place;
  const stray = order === 'nearly' && (random >>> 8) % STRAY === 0;
  return stray ? mixed(random) : LEAST + Math.floor((climbing * SPAN) / count);
}

/** Writes the numbers of the places from `place` on. */
export function writeNumbers(out: Int32Array, place: number, params: SortParams): void {
  for (let i = 0; i < out.length; i++) out[i] = numberAt(place + i, params);
}
