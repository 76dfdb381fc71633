/**
 * The merge sort of sort.ts in WebAssembly, on numbers of 32 bits. With SIMD rows meet in networks of comparisons
 * (network.as.ts), eight numbers at a time; without, as in TypeScript (plain.as.ts). Either only compares numbers, and
 * equal ones look alike, so the bytes are the same.
 */
import { mergeRows, sortSixteen } from './network.as';
import { mergePlain } from './plain.as';
export { coRank } from './co-rank.as';

/** Blocks of this many numbers are sorted first: `BLOCK` of run.ts. */
const BLOCK: i32 = 16;
/** Of the nearly sorted numbers, one in so many lies anywhere: see numbers.ts. */
const STRAY: i32 = 16;
const SPAN: f64 = 4294967296;
/** Places in `ORDERS`. */
const RANDOM: i32 = 0;
const NEARLY: i32 = 1;
const REVERSED: i32 = 2;

/** Mixes a number's bits well (see numbers.ts). */
// @ts-ignore: decorator
@inline
function mixed(x: i32): i32 {
  x = (x ^ (x >>> 16)) * 0x7feb352d;
  x = (x ^ (x >>> 15)) * 0x846ca68b;
  return x ^ (x >>> 16);
}

/** The number at a place before it is sorted, of `total`; `seed` is mixed already. */
// @ts-ignore: decorator
@inline
function numberAt(place: i32, total: i32, order: i32, seed: i32): i32 {
  const random = mixed(place ^ seed);
  if (order == RANDOM) return random;
  if (order == NEARLY && (random >>> 8) % STRAY == 0) return mixed(random);
  const climbing = order == REVERSED ? total - 1 - place : place;
  return i32.MIN_VALUE + <i32>(<i64>floor((<f64>climbing * SPAN) / <f64>total));
}

/** Writes the numbers of the places from `place` on, and sorts them in blocks. */
export function writeBlocks(out: usize, count: i32, place: i32, total: i32, order: i32, seed: i32): void {
  const start = mixed(seed);
  for (let i = 0; i < count; i++) {
    store<i32>(out + (<usize>i << 2), numberAt(place + i, total, order, start));
  }
  let i = 0;
  if (ASC_FEATURE_SIMD) {
    for (; i + BLOCK <= count; i += BLOCK) sortSixteen(out + (<usize>i << 2));
  }
  for (; i < count; i += BLOCK) insertAll(out + (<usize>i << 2), min(BLOCK, count - i));
}

/** Sorts a block by insertion. */
function insertAll(block: usize, count: i32): void {
  const end = block + (<usize>count << 2);
  for (let at = block + 4; at < end; at += 4) {
    const number = load<i32>(at);
    let to = at;
    for (; to > block && load<i32>(to - 4) > number; to -= 4) store<i32>(to, load<i32>(to - 4));
    store<i32>(to, number);
  }
}

/** Merges two sorted rows; 32 bytes of scratch. */
export function merge(a: usize, aCount: i32, b: usize, bCount: i32, out: usize, scratch: usize): void {
  const aEnd = a + (<usize>aCount << 2);
  const bEnd = b + (<usize>bCount << 2);
  if (ASC_FEATURE_SIMD) mergeRows(a, aEnd, b, bEnd, out, scratch);
  else mergePlain(a, aEnd, b, bEnd, out);
}

/** Merges pairs of rows of `width` numbers, those that begin from `first` to `last`, of `count` numbers in all. */
export function mergePairs(
  from: usize,
  to: usize,
  count: i32,
  width: i32,
  first: i32,
  last: i32,
  scratch: usize,
): void {
  for (let start = first; start < last; start += 2 * width) {
    const middle = min(start + width, count);
    const end = min(start + 2 * width, count);
    const a = from + (<usize>start << 2);
    const b = from + (<usize>middle << 2);
    merge(a, middle - start, b, end - middle, to + (<usize>start << 2), scratch);
  }
}
