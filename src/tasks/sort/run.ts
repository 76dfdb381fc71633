import { makeRows, mergeCut, type Rows } from './merge.ts';

/** Blocks of this many numbers are sorted by insertion, which is quicker than merging so few. */
export const BLOCK = 16;

/** Sorts the blocks of `numbers` from `from` to `to`, each by itself. */
export function sortBlocks(numbers: Int32Array, from: number, to: number): void {
  for (let start = from; start < to; start += BLOCK) {
    const end = Math.min(start + BLOCK, to);
    for (let i = start + 1; i < end; i++) {
      const number = numbers[i] as number;
      let at = i;
      for (; at > start && (numbers[at - 1] as number) > number; at--)
        numbers[at] = numbers[at - 1] as number;
      numbers[at] = number;
    }
  }
}

/** How often sorted rows of `BLOCK` must be merged in pairs until one row of `count` is left. */
export function levelsOf(count: number): number {
  let levels = 0;
  for (let width = BLOCK; width < count; width *= 2) levels += 1;
  return levels;
}

/** Merges pairs of rows of `width` numbers, those that begin from `from` to `to`. */
export function mergePairs(rows: Rows, width: number, from: number, to: number): void {
  const count = rows.a.length;
  for (let start = from; start < to; start += 2 * width) {
    const middle = Math.min(start + width, count);
    const end = Math.min(start + 2 * width, count);
    mergeCut(rows, { i: start, iEnd: middle, j: middle, jEnd: end, k: start });
  }
}

/** Rows for merging from one array into another. */
export function pairRows(from: Int32Array, to: Int32Array): Rows {
  return makeRows(from, from, to);
}
