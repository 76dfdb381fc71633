/** Merging without SIMD, as merge.ts does it: cut in the middle, both halves at the same time, no branch to be guessed. */
import { coRank } from './co-rank.as';

/** Below this many numbers a merge is not worth cutting. */
const LEAST_CUT: i32 = 256;

/** Merges two sorted rows, by their bytes from `a` to `aEnd` and from `b` to `bEnd`. */
export function mergePlain(a: usize, aEnd: usize, b: usize, bEnd: usize, out: usize): void {
  const aCount = <i32>((aEnd - a) >> 2);
  const bCount = <i32>((bEnd - b) >> 2);
  const count = aCount + bCount;
  // Few numbers are all the first lane's.
  const half = count < LEAST_CUT ? count : count >>> 1;
  const taken = coRank(a, aCount, b, bCount, half, 0);
  let i = a;
  let j = b;
  let k = out;
  const iEnd = a + (<usize>taken << 2);
  const jEnd = b + (<usize>(half - taken) << 2);
  let p = iEnd;
  let q = jEnd;
  let l = out + (<usize>half << 2);
  for (;;) {
    let room = min(min(iEnd - i, jEnd - j), min(aEnd - p, bEnd - q));
    if (room == 0) break;
    for (; room > 0; room -= 4) {
      const x = load<i32>(i);
      const y = load<i32>(j);
      const t: bool = x <= y;
      store<i32>(k, select<i32>(x, y, t));
      const step = <usize>t << 2;
      i += step;
      j += 4 - step;
      k += 4;
      const u = load<i32>(p);
      const v = load<i32>(q);
      const w: bool = u <= v;
      store<i32>(l, select<i32>(u, v, w));
      const stride = <usize>w << 2;
      p += stride;
      q += 4 - stride;
      l += 4;
    }
  }
  finish(i, iEnd, j, jEnd, k);
  finish(p, aEnd, q, bEnd, l);
}

/** The rest of one lane: merged while there are two pieces, then copied. */
function finish(i: usize, iEnd: usize, j: usize, jEnd: usize, k: usize): void {
  for (let room = min(iEnd - i, jEnd - j); room > 0; room = min(iEnd - i, jEnd - j)) {
    for (; room > 0; room -= 4) {
      const x = load<i32>(i);
      const y = load<i32>(j);
      const t: bool = x <= y;
      store<i32>(k, select<i32>(x, y, t));
      const step = <usize>t << 2;
      i += step;
      j += 4 - step;
      k += 4;
    }
  }
  memory.copy(k, i, iEnd - i);
  memory.copy(k + (iEnd - i), j, jEnd - j);
}
