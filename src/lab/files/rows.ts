/** Rows that a table shows at first: more than anyone reads, few enough to be drawn at once. */
export const FIRST_ROWS = 200;
/** Rows of the sample before it was hashed. */
export const SAMPLE_ROWS = 6;
/** Rows that are drawn together, and added a frame when all are wanted. */
export const BLOCK_ROWS = 50;

/** The files as they are listed, by index: those that differ first, the others in their order. */
export function orderOf(count: number, differs: readonly number[]): readonly number[] {
  const first = new Set(differs);
  const others = Array.from({ length: count }, (_, i) => i).filter((i) => !first.has(i));
  return [...differs, ...others];
}

/** Where each block of the first `limit` rows begins. */
export function blocksOf(count: number, limit: number): readonly number[] {
  const blocks = Math.ceil(Math.min(count, limit) / BLOCK_ROWS);
  return Array.from({ length: blocks }, (_, i) => i * BLOCK_ROWS);
}

/** A list that is the same object for as long as it holds the same items: nothing is drawn anew for nothing. */
export class Steady<T> {
  #kept: readonly T[] = [];

  of(items: readonly T[]): readonly T[] {
    const same = items.length === this.#kept.length && items.every((item, i) => item === this.#kept[i]);
    if (!same) this.#kept = items;
    return this.#kept;
  }
}
