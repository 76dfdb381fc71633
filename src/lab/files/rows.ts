import type { SumLine } from '../../tasks/hash/sums.ts';
import type { Tally } from './check.ts';

/** Rows that a table shows at first: more than anyone reads, few enough to be drawn at once. */
export const FIRST_ROWS = 200;
/** Rows of the sample before it was hashed. */
export const SAMPLE_ROWS = 6;
/** Rows that are added a frame when all are wanted. */
export const ROWS_A_FRAME = 100;

export interface RowPlan {
  /** Indexes of the files to show: those that differ first, the others in their order. */
  readonly files: readonly number[];
  readonly missing: readonly SumLine[];
  /** How many rows there are in all, shown or not. */
  readonly total: number;
}

/** Which rows are shown when `limit` files and as many missing ones are. */
export function planRows(count: number, tally: Tally | null, limit: number): RowPlan {
  const differs = tally?.differs ?? [];
  const missing = tally?.missing ?? [];
  const files = differs.slice(0, limit);
  const first = new Set(differs);
  for (let i = 0; i < count && files.length < limit; i += 1) {
    if (!first.has(i)) files.push(i);
  }
  return { files, missing: missing.slice(0, limit), total: count + missing.length };
}
