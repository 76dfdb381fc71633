/** One row to take medians of. */
export interface MedianRow {
  /** Rows of pixels in lanes (see lanes.ts), each with `radius` copies of its ends on either side, or more. */
  readonly lanes: Int32Array;
  /** Where the rows that the window covers start in `lanes`, top to bottom. */
  readonly rows: readonly number[];
  /** How many medians are wanted. */
  readonly width: number;
}
