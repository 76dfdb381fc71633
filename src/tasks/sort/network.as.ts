/**
 * Networks of comparisons on vectors of four numbers: Batcher, "Sorting networks and their applications", 1968,
 * https://doi.org/10.1145/1468075.1468121
 */

/** Numbers that are taken and written together, in bytes: two vectors. */
const EIGHT: usize = 32;
const LARGEST: i32 = 0x7fffffff;

// What a network is made of ------------------------------------------------------------------------------------

// @ts-ignore: decorator
@inline
function least(a: v128, b: v128): v128 {
  return i32x4.min_s(a, b);
}

// @ts-ignore: decorator
@inline
function most(a: v128, b: v128): v128 {
  return i32x4.max_s(a, b);
}

// @ts-ignore: decorator
@inline
function backwards(a: v128): v128 {
  return v128.shuffle<i32>(a, a, 3, 2, 1, 0);
}

/** a0 a1 b0 b1 */
// @ts-ignore: decorator
@inline
function firstHalves(a: v128, b: v128): v128 {
  return v128.shuffle<i64>(a, b, 0, 2);
}

/** a2 a3 b2 b3 */
// @ts-ignore: decorator
@inline
function lastHalves(a: v128, b: v128): v128 {
  return v128.shuffle<i64>(a, b, 1, 3);
}

/** a0 a2 b0 b2 */
// @ts-ignore: decorator
@inline
function evens(a: v128, b: v128): v128 {
  return v128.shuffle<i32>(a, b, 0, 2, 4, 6);
}

/** a1 a3 b1 b3 */
// @ts-ignore: decorator
@inline
function odds(a: v128, b: v128): v128 {
  return v128.shuffle<i32>(a, b, 1, 3, 5, 7);
}

/** a0 b0 a1 b1 */
// @ts-ignore: decorator
@inline
function zipLow(a: v128, b: v128): v128 {
  return v128.shuffle<i32>(a, b, 0, 4, 1, 5);
}

/** a2 b2 a3 b3 */
// @ts-ignore: decorator
@inline
function zipHigh(a: v128, b: v128): v128 {
  return v128.shuffle<i32>(a, b, 2, 6, 3, 7);
}

/** Writes eight numbers in order that are two bitonic rows of four, none of the first greater than any of the second. */
// @ts-ignore: decorator
@inline
function writeInOrder(p: v128, q: v128, to: usize): void {
  const s = firstHalves(p, q);
  const t = lastHalves(p, q);
  const u = least(s, t);
  const v = most(s, t);
  const e = evens(u, v);
  const o = odds(u, v);
  const low = zipLow(least(e, o), most(e, o));
  const high = zipHigh(least(e, o), most(e, o));
  v128.store(to, firstHalves(low, high));
  v128.store(to, lastHalves(low, high), 16);
}

// Blocks --------------------------------------------------------------------------------------------------------

/** Sorts the sixteen numbers at an address. */
export function sortSixteen(at: usize): void {
  let a = v128.load(at, 0);
  let b = v128.load(at, 16);
  let c = v128.load(at, 32);
  let d = v128.load(at, 48);
  // The columns, then each column as a row.
  const a1 = least(a, b);
  const b1 = most(a, b);
  const c1 = least(c, d);
  const d1 = most(c, d);
  const b2 = most(a1, c1);
  const c2 = least(b1, d1);
  a = least(a1, c1);
  d = most(b1, d1);
  b = least(b2, c2);
  c = most(b2, c2);
  const ab = zipLow(a, b);
  const cd = zipLow(c, d);
  const ab2 = zipHigh(a, b);
  const cd2 = zipHigh(c, d);
  mergeFours(firstHalves(ab, cd), lastHalves(ab, cd), at);
  mergeFours(firstHalves(ab2, cd2), lastHalves(ab2, cd2), at + EIGHT);
  const p = v128.load(at, 0);
  const q = v128.load(at, 16);
  const r = backwards(v128.load(at, 48));
  const s = backwards(v128.load(at, 32));
  writeBitonic(least(p, r), least(q, s), at);
  writeBitonic(most(p, r), most(q, s), at + EIGHT);
}

// @ts-ignore: decorator
@inline
function mergeFours(a: v128, b: v128, to: usize): void {
  const back = backwards(b);
  writeInOrder(least(a, back), most(a, back), to);
}

/** Writes eight numbers in order that first climb and then fall, or are such a row turned round. */
// @ts-ignore: decorator
@inline
function writeBitonic(p: v128, q: v128, to: usize): void {
  writeInOrder(least(p, q), most(p, q), to);
}

// Rows ----------------------------------------------------------------------------------------------------------

/** Where the next eight numbers of a row are: fewer are filled up with the largest there is, in 32 bytes of scratch. */
// @ts-ignore: decorator
@inline
function eightAt(row: usize, end: usize, scratch: usize): usize {
  if (end - row >= EIGHT) return row;
  v128.store(scratch, i32x4.splat(LARGEST));
  v128.store(scratch, i32x4.splat(LARGEST), 16);
  memory.copy(scratch, row, end - row);
  return scratch;
}

/**
 * Merges two sorted rows, by their bytes from `a` to `aEnd` and from `b` to `bEnd`. Of the eight numbers that are kept
 * and the next eight of the row whose next one is less, the eight least can be written: whatever is left is no less.
 */
export function mergeRows(a: usize, aEnd: usize, b: usize, bEnd: usize, out: usize, scratch: usize): void {
  const outEnd = out + (aEnd - a) + (bEnd - b);
  let kept0 = i32x4.splat(0);
  let kept1 = kept0;
  for (let first = true; a < aEnd || b < bEnd; first = false) {
    const fromA = b >= bEnd || (a < aEnd && load<i32>(a) <= load<i32>(b));
    const next = eightAt(select<usize>(a, b, fromA), select<usize>(aEnd, bEnd, fromA), scratch);
    const step = EIGHT & -(<usize>fromA);
    a += step;
    b += EIGHT - step;
    if (first) {
      kept0 = v128.load(next);
      kept1 = v128.load(next, 16);
      continue;
    }
    const back0 = backwards(v128.load(next, 16));
    const back1 = backwards(v128.load(next));
    const low0 = least(kept0, back0);
    const low1 = least(kept1, back1);
    const high0 = most(kept0, back0);
    const high1 = most(kept1, back1);
    out = writeEight(low0, low1, out, outEnd, scratch);
    // As in writeInOrder; what is kept stays in registers.
    const p = least(high0, high1);
    const q = most(high0, high1);
    const s = firstHalves(p, q);
    const t = lastHalves(p, q);
    const u = least(s, t);
    const v = most(s, t);
    const e = evens(u, v);
    const o = odds(u, v);
    const low = zipLow(least(e, o), most(e, o));
    const high = zipHigh(least(e, o), most(e, o));
    kept0 = firstHalves(low, high);
    kept1 = lastHalves(low, high);
  }
  writeRest(kept0, kept1, out, outEnd, scratch);
}

/** Writes the eight numbers of a bitonic row in order, or as many as there is room for; returns where to go on. */
// @ts-ignore: decorator
@inline
function writeEight(p: v128, q: v128, out: usize, outEnd: usize, scratch: usize): usize {
  if (outEnd - out >= EIGHT) {
    writeBitonic(p, q, out);
    return out + EIGHT;
  }
  writeBitonic(p, q, scratch);
  memory.copy(out, scratch, outEnd - out);
  return outEnd;
}

// @ts-ignore: decorator
@inline
function writeRest(kept0: v128, kept1: v128, out: usize, outEnd: usize, scratch: usize): void {
  v128.store(scratch, kept0);
  v128.store(scratch, kept1, 16);
  memory.copy(out, scratch, outEnd - out);
}
