import { excess, GUARDS, max, min } from './lanes.ts';
import type { MedianRow } from './median-row.ts';

/**
 * Medians of 3×3 for one row. Each column of three is sorted once and used by three neighbours. Of the lowest
 * values only the highest can be the median of all nine, of the middle ones the median, of the highest the
 * lowest; and the median of those three is it.
 */
export function medianRow3({ lanes, rows, width }: MedianRow, medians: Int32Array): void {
  const [above = 0, middle = 0, below = 0] = rows;
  let [low0, mid0, high0] = [0, 0, 0];
  let [low1, mid1, high1] = [0, 0, 0];
  for (let x = 0; x < width + 2; x++) {
    const a = lanes[above + x] as number;
    const b = lanes[middle + x] as number;
    const c = lanes[below + x] as number;
    const first = excess(a | GUARDS, b, GUARDS);
    const last = excess((b + first) | GUARDS, c, GUARDS);
    const rest = b + first - last;
    const again = excess((a - first) | GUARDS, rest, GUARDS);
    const low2 = a - first - again;
    const mid2 = rest + again;
    const high2 = c + last;
    if (x >= 2) {
      const low = max(max(low0, low1), low2);
      const high = min(min(high0, high1), high2);
      medians[x - 2] = median(low, median(mid0, mid1, mid2), high);
    }
    low0 = low1;
    mid0 = mid1;
    high0 = high1;
    low1 = low2;
    mid1 = mid2;
    high1 = high2;
  }
}

function median(a: number, b: number, c: number): number {
  const swap = excess(a | GUARDS, b, GUARDS);
  return max(a - swap, min(b + swap, c));
}
