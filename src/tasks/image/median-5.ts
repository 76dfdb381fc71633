import { excess, GUARDS, max, min } from './lanes.ts';
import type { MedianRow } from './median-row.ts';

/**
 * Medians of 5×5 for one row, two neighbours at a time. Every column of five is sorted once, every second pair
 * of columns merged once, and two neighbours' windows share four columns, two such pairs. Of those 20 values
 * only the six in the middle can be the median of 25; they are selected once for both, and each adds the one
 * column of its own. All by min/max networks: Batcher's odd-even merges (Knuth, TAOCP 3, 5.3.4), pruned to
 * what is used.
 */

/** Room for one row's sorted columns and merged pairs; widths are rounded up to a whole number of pairs. */
export interface Scratch5 {
  readonly columns: Int32Array;
  readonly pairs: Int32Array;
  readonly shared: Int32Array;
}

/** Copies of a row's ends that are needed on the left and on the right. */
export const LEFT_PAD = 2;
export const RIGHT_PAD = 3;

export function makeScratch5(width: number): Scratch5 {
  const even = width + (width & 1);
  return {
    columns: new Int32Array((even + 4) * 5),
    pairs: new Int32Array((even / 2 + 1) * 10),
    shared: new Int32Array(8),
  };
}

/** `row.lanes` has `LEFT_PAD` and `RIGHT_PAD` copies beside each row; `medians` room for an even number. */
export function medianRow5(row: MedianRow, scratch: Scratch5, medians: Int32Array): void {
  const { columns, pairs, shared } = scratch;
  const even = row.width + (row.width & 1);
  sortColumns(row, columns, even + 4);
  for (let i = 0; i <= even / 2; i++) {
    mergeOuter(columns, 10 * i + 5, pairs, 10 * i);
    mergeInner(columns, 10 * i + 5, pairs, 10 * i);
    weave(pairs, 10 * i);
  }
  for (let i = 0; i < even / 2; i++) {
    middleFour(pairs, 10 * i, shared, 0);
    middleFour(pairs, 10 * i + 1, shared, 4);
    middleSix(shared);
    medians[2 * i] = withColumn(shared, columns, 10 * i);
    medians[2 * i + 1] = withColumn(shared, columns, 10 * i + 25);
  }
}

/** Sorts each column of five with nine comparators, the fewest there are. */
function sortColumns({ lanes, rows }: MedianRow, columns: Int32Array, count: number): void {
  const [row0 = 0, row1 = 0, row2 = 0, row3 = 0, row4 = 0] = rows;
  for (let x = 0, to = 0; x < count; x++, to += 5) {
    let a = lanes[row0 + x] as number;
    let b = lanes[row1 + x] as number;
    let c = lanes[row2 + x] as number;
    let d = lanes[row3 + x] as number;
    let e = lanes[row4 + x] as number;
    let swap = excess(a | GUARDS, d, GUARDS);
    a -= swap;
    d += swap;
    swap = excess(b | GUARDS, e, GUARDS);
    b -= swap;
    e += swap;
    swap = excess(a | GUARDS, c, GUARDS);
    a -= swap;
    c += swap;
    swap = excess(b | GUARDS, d, GUARDS);
    b -= swap;
    d += swap;
    swap = excess(a | GUARDS, b, GUARDS);
    columns[to] = a - swap;
    b += swap;
    swap = excess(c | GUARDS, e, GUARDS);
    c -= swap;
    e += swap;
    swap = excess(b | GUARDS, c, GUARDS);
    columns[to + 1] = b - swap;
    c += swap;
    swap = excess(d | GUARDS, e, GUARDS);
    d -= swap;
    columns[to + 4] = e + swap;
    swap = excess(c | GUARDS, d, GUARDS);
    columns[to + 2] = c - swap;
    columns[to + 3] = d + swap;
  }
}

/** Merges the even places (0, 2, 4) of two columns, at `from` and behind it, into six sorted values. */
function mergeOuter(columns: Int32Array, from: number, pairs: Int32Array, to: number): void {
  const a0 = columns[from] as number;
  const a4 = columns[from + 4] as number;
  const b0 = columns[from + 5] as number;
  const b4 = columns[from + 9] as number;
  const a2 = columns[from + 2] as number;
  const b2 = columns[from + 7] as number;
  const lows = excess(a0 | GUARDS, b0, GUARDS);
  const highs = excess(a4 | GUARDS, b4, GUARDS);
  const cross = excess((a4 - highs) | GUARDS, b0 + lows, GUARDS);
  const mids = excess(a2 | GUARDS, b2, GUARDS);
  const lower = a4 - highs - cross;
  const upper = b0 + lows + cross;
  const below = excess((a2 - mids) | GUARDS, lower, GUARDS);
  const above = excess((b2 + mids) | GUARDS, upper, GUARDS);
  pairs[to] = a0 - lows;
  pairs[to + 1] = a2 - mids - below;
  pairs[to + 2] = lower + below;
  pairs[to + 3] = b2 + mids - above;
  pairs[to + 4] = upper + above;
  pairs[to + 5] = b4 + highs;
}

/** Merges the odd places (1, 3) of the same columns into four, written behind those six. */
function mergeInner(columns: Int32Array, from: number, pairs: Int32Array, to: number): void {
  const a1 = columns[from + 1] as number;
  const a3 = columns[from + 3] as number;
  const b1 = columns[from + 6] as number;
  const b3 = columns[from + 8] as number;
  const lows = excess(a1 | GUARDS, b1, GUARDS);
  const highs = excess(a3 | GUARDS, b3, GUARDS);
  const cross = excess((a3 - highs) | GUARDS, b1 + lows, GUARDS);
  pairs[to + 6] = a1 - lows;
  pairs[to + 7] = a3 - highs - cross;
  pairs[to + 8] = b1 + lows + cross;
  pairs[to + 9] = b3 + highs;
}

/** Weaves the six and the four into one sorted ten: each odd one is compared with the even one after it. */
function weave(pairs: Int32Array, at: number): void {
  const even1 = pairs[at + 1] as number;
  const even2 = pairs[at + 2] as number;
  const even3 = pairs[at + 3] as number;
  const even4 = pairs[at + 4] as number;
  const even5 = pairs[at + 5] as number;
  const odd0 = pairs[at + 6] as number;
  const odd1 = pairs[at + 7] as number;
  const odd2 = pairs[at + 8] as number;
  const odd3 = pairs[at + 9] as number;
  const swap0 = excess(odd0 | GUARDS, even1, GUARDS);
  const swap1 = excess(odd1 | GUARDS, even2, GUARDS);
  const swap2 = excess(odd2 | GUARDS, even3, GUARDS);
  const swap3 = excess(odd3 | GUARDS, even4, GUARDS);
  pairs[at + 1] = odd0 - swap0;
  pairs[at + 2] = even1 + swap0;
  pairs[at + 3] = odd1 - swap1;
  pairs[at + 4] = even2 + swap1;
  pairs[at + 5] = odd2 - swap2;
  pairs[at + 6] = even3 + swap2;
  pairs[at + 7] = odd3 - swap3;
  pairs[at + 8] = even4 + swap3;
  pairs[at + 9] = even5;
}

/** Of every second value of two sorted tens (`from` and ten on), merged to ten: the places 3 to 6. */
function middleFour(pairs: Int32Array, from: number, four: Int32Array, to: number): void {
  const low = max(pairs[from] as number, pairs[from + 10] as number);
  const high = min(pairs[from + 8] as number, pairs[from + 18] as number);
  const a = pairs[from + 4] as number;
  const b = pairs[from + 14] as number;
  const ends = excess(high | GUARDS, low, GUARDS);
  const mids = excess(a | GUARDS, b, GUARDS);
  const even2 = max(a - mids, high - ends);
  const even3 = min(b + mids, low + ends);
  const low1 = max(pairs[from + 2] as number, pairs[from + 12] as number);
  const high1 = min(pairs[from + 6] as number, pairs[from + 16] as number);
  const odds = excess(high1 | GUARDS, low1, GUARDS);
  const odd1 = high1 - odds;
  const odd2 = low1 + odds;
  const left = excess(odd1 | GUARDS, even2, GUARDS);
  const right = excess(odd2 | GUARDS, even3, GUARDS);
  four[to] = odd1 - left;
  four[to + 1] = even2 + left;
  four[to + 2] = odd2 - right;
  four[to + 3] = even3 + right;
}

/** From the even places' four and the odd places' four to the places 7 to 12 of all twenty, in order. */
function middleSix(shared: Int32Array): void {
  const even4 = shared[1] as number;
  const even5 = shared[2] as number;
  const even6 = shared[3] as number;
  const odd3 = shared[4] as number;
  const odd4 = shared[5] as number;
  const odd5 = shared[6] as number;
  const swap0 = excess(odd3 | GUARDS, even4, GUARDS);
  const swap1 = excess(odd4 | GUARDS, even5, GUARDS);
  const swap2 = excess(odd5 | GUARDS, even6, GUARDS);
  shared[0] = odd3 - swap0;
  shared[1] = even4 + swap0;
  shared[2] = odd4 - swap1;
  shared[3] = even5 + swap1;
  shared[4] = odd5 - swap2;
  shared[5] = even6 + swap2;
}

/** The sixth of eleven: six in order and a column in order. Some i of the six and 6 − i of the column are at or below it. */
function withColumn(six: Int32Array, columns: Int32Array, at: number): number {
  const one = max(six[0] as number, columns[at + 4] as number);
  const two = max(six[1] as number, columns[at + 3] as number);
  const three = max(six[2] as number, columns[at + 2] as number);
  const four = max(six[3] as number, columns[at + 1] as number);
  const five = max(six[4] as number, columns[at] as number);
  return min(min(min(one, two), min(three, four)), min(five, six[5] as number));
}
