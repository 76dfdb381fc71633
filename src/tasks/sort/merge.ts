/**
 * Merging two sorted rows of numbers. A merge reads one element, compares, and only then knows which comes next: the
 * processor mostly waits. So a merge is cut in the middle and both halves go on at the same time, each in a lane,
 * without a branch to be guessed wrong: half the time of the plain loop (measured).
 */

/** A lane's numbers in `lanes`: where it is in both rows, where its pieces of them end, and where it writes. */
const I = 0;
const I_END = 1;
const J = 2;
const J_END = 3;
const K = 4;
const LANE = 5;

/** Two sorted rows, the place where they are merged to, and scratch. One object a part: ranges are told by numbers. */
export interface Rows {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly out: Int32Array;
  readonly lanes: Int32Array;
}

export function makeRows(a: Int32Array, b: Int32Array, out: Int32Array): Rows {
  return { a, b, out, lanes: new Int32Array(2 * LANE) };
}

/** What is merged: a[i…iEnd) and b[j…jEnd), written from `k` on. */
export interface Cut {
  readonly i: number;
  readonly iEnd: number;
  readonly j: number;
  readonly jEnd: number;
  readonly k: number;
}

/** Below this many numbers a merge is not worth cutting. */
const LEAST_CUT = 256;

/**
 * How many of the first `count` numbers of a merge come from `a` (equal ones: `a` first), told by halving: Odeh,
 * Green, Mwassi, Shmueli and Birk, "Merge Path", 2012, https://doi.org/10.1109/IPDPSW.2012.202 .
 * `least`: at least so many do, if that is known.
 */
export function coRank(
  { a, b }: Pick<Rows, 'a' | 'b'>,
  { i, iEnd, j, jEnd }: Cut,
  count: number,
  least = 0,
): number {
  let low = Math.max(least, count - (jEnd - j));
  let high = Math.min(count, iEnd - i);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((a[i + middle] as number) <= (b[j + count - middle - 1] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * How many of `a` belong to the first `count` merged numbers, when `taken` of the first `done` do. Never a piece of
 * less than nothing, even in rows that aren't sorted: a warm-up merges what there is.
 */
export function coRankAfter(
  rows: Pick<Rows, 'a' | 'b'>,
  cut: Cut,
  count: number,
  { done, taken }: { readonly done: number; readonly taken: number },
): number {
  return Math.min(coRank(rows, cut, count, taken), taken + count - done);
}

export function mergeCut(rows: Rows, cut: Cut): void {
  const { lanes } = rows;
  const count = cut.iEnd - cut.i + cut.jEnd - cut.j;
  // In the middle; few numbers are all the first lane's.
  const half = count < LEAST_CUT ? count : count >>> 1;
  const middle = coRank(rows, cut, half);
  lanes[I] = cut.i;
  lanes[J] = cut.j;
  lanes[K] = cut.k;
  lanes[I_END] = lanes[LANE + I] = cut.i + middle;
  lanes[J_END] = lanes[LANE + J] = cut.j + half - middle;
  lanes[LANE + K] = cut.k + half;
  lanes[LANE + I_END] = cut.iEnd;
  lanes[LANE + J_END] = cut.jEnd;
  mergeBoth(rows);
  finishLane(rows, 0);
  finishLane(rows, LANE);
}

/** Both lanes, until a piece of one of them is used up. `-t` is all ones where the number of `a` is taken. */
function mergeBoth({ a, b, out, lanes }: Rows): void {
  let i = lanes[I] as number;
  let j = lanes[J] as number;
  let k = lanes[K] as number;
  let p = lanes[LANE + I] as number;
  let q = lanes[LANE + J] as number;
  let l = lanes[LANE + K] as number;
  const iEnd = lanes[I_END] as number;
  const jEnd = lanes[J_END] as number;
  const pEnd = lanes[LANE + I_END] as number;
  const qEnd = lanes[LANE + J_END] as number;
  for (;;) {
    const room = Math.min(iEnd - i, jEnd - j, pEnd - p, qEnd - q);
    if (room <= 0) break;
    for (let n = room; n > 0; n--) {
      const x = a[i] as number;
      const y = b[j] as number;
      const t = Number(x <= y) | 0;
      out[k++] = y ^ ((x ^ y) & -t);
      i = (i + t) | 0;
      j = (j + 1 - t) | 0;
      const u = a[p] as number;
      const v = b[q] as number;
      const w = Number(u <= v) | 0;
      out[l++] = v ^ ((u ^ v) & -w);
      p = (p + w) | 0;
      q = (q + 1 - w) | 0;
    }
  }
  lanes[I] = i;
  lanes[J] = j;
  lanes[K] = k;
  lanes[LANE + I] = p;
  lanes[LANE + J] = q;
  lanes[LANE + K] = l;
}

/** The rest of one lane: merged while there are two pieces, then copied. */
function finishLane({ a, b, out, lanes }: Rows, lane: number): void {
  let i = lanes[lane + I] as number;
  let j = lanes[lane + J] as number;
  let k = lanes[lane + K] as number;
  const iEnd = lanes[lane + I_END] as number;
  const jEnd = lanes[lane + J_END] as number;
  for (let room = Math.min(iEnd - i, jEnd - j); room > 0; room = Math.min(iEnd - i, jEnd - j)) {
    for (let n = room; n > 0; n--) {
      const x = a[i] as number;
      const y = b[j] as number;
      const t = Number(x <= y) | 0;
      out[k++] = y ^ ((x ^ y) & -t);
      i = (i + t) | 0;
      j = (j + 1 - t) | 0;
    }
  }
  while (i < iEnd) out[k++] = a[i++] as number;
  while (j < jEnd) out[k++] = b[j++] as number;
}
