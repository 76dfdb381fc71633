/**
 * What crosses between the page and the loop worker: types only. A recording travels in batches of plain
 * tables; texts and places are sent once and named by their index. `src/loop/recorded.ts` reads them.
 */
import type { ClickTarget, DifferenceCode, End, UserInput } from './contract.ts';

export interface RecordRequest {
  readonly type: 'record';
  /** Answers carry the same number, so that a late answer of an earlier run is known as one. */
  readonly run: number;
  readonly code: string;
  readonly inputs: readonly UserInput[];
}

/** An index into a table; -1 is none. */
type Index = number;

export interface PrintRow {
  readonly level: Index;
  readonly text: string;
  readonly depth: number;
  readonly place: Index;
  readonly step: number;
  readonly job: number;
}

export interface DifferenceRow {
  readonly code: DifferenceCode;
  readonly name: string;
  readonly place: Index;
}

/** What is new since the batch before. Flat tables name their columns in their comment. */
export interface Tables {
  /** kind, place, node, why, job of the why, stack node, scope, moment, entries printed before: a row a step */
  readonly steps: Int32Array;
  readonly strings: readonly string[];
  /** from, to, line, column, endLine */
  readonly places: Int32Array;
  /** name, kind, place: the frames that were ever on the stack */
  readonly frames: Int32Array;
  /** parent node, frame, place where the parent stands, place where it was resumed: stacks as linked nodes */
  readonly stacks: Int32Array;
  /** phase, turn, running job */
  readonly moments: Int32Array;
  /** virtual time of each moment */
  readonly times: Float64Array;
  /** outer scope, kind, name */
  readonly scopes: Int32Array;
  /** scope, name: a row a variable */
  readonly variables: Int32Array;
  /** step, variable, text, type (text -1: not initialised) */
  readonly values: Int32Array;
  /** step, job, place it moved to (a string): seen from that step on */
  readonly moves: Int32Array;
  /** kind, label, place, queued by (a place), queued at (a step), parent job, again (the job it was before) */
  readonly jobs: Int32Array;
  /** delay and due of each of these jobs, in ms; NaN: none */
  readonly jobTimes: Float64Array;
  readonly prints: readonly PrintRow[];
  readonly targets: readonly ClickTarget[];
  readonly differences: readonly DifferenceRow[];
  /** Where the code stands, though its step may not have been sent yet. */
  readonly standing: Index;
}

export type LoopAnswer =
  | { readonly type: 'alive'; readonly run: number }
  | { readonly type: 'batch'; readonly run: number; readonly tables: Tables }
  | { readonly type: 'end'; readonly run: number; readonly end: End };
