/**
 * How many of the first `count` numbers of a merge come from the row at `a`, of which `least` at least do: `coRank` of
 * merge.ts.
 */
export function coRank(a: usize, aCount: i32, b: usize, bCount: i32, count: i32, least: i32): i32 {
  let low = max(least, count - bCount);
  let high = min(count, aCount);
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = count - middle - 1;
    if (load<i32>(a + (<usize>middle << 2)) <= load<i32>(b + (<usize>other << 2))) low = middle + 1;
    else high = middle;
  }
  return low;
}
