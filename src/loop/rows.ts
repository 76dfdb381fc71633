/** A growing table of integers, read by row and column. */
export class Rows {
  private data: Int32Array = new Int32Array(0);
  private used = 0;

  constructor(readonly width: number) {}

  get length(): number {
    return this.used / this.width;
  }

  append(rows: Int32Array): void {
    const needed = this.used + rows.length;
    if (needed > this.data.length) {
      const larger = new Int32Array(Math.max(needed, this.data.length * 2));
      larger.set(this.data.subarray(0, this.used));
      this.data = larger;
    }
    this.data.set(rows, this.used);
    this.used = needed;
  }

  /** -1 for what isn't there, as in the tables themselves. */
  at(row: number, column: number): number {
    if (row < 0 || row >= this.length) return -1;
    return this.data[row * this.width + column] ?? -1;
  }
}

/** The first index of a sorted list whose value is greater than `value`. */
export function upperBound(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
