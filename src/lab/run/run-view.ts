import type { FrameCell } from '../../measure/frames.ts';
import type { RunRecord } from '../../results/report.ts';
import type { Lane, RunCost } from '../../strategies/contract.ts';
import type { StrategyId } from '../../tasks/ids.ts';

/** A run as the page draws it: its record, and the times behind its strip and lanes. */
export interface RunView {
  readonly strategy: StrategyId;
  readonly record: RunRecord;
  readonly cells: readonly FrameCell[];
  readonly lanes: readonly Lane[];
  readonly cost: RunCost | null;
  /** How long the strip's run lasted, in ms: to its end, or to where it was stopped. */
  readonly wallMs: number;
  readonly abort: AbortView | null;
}

/** How an abort went, in ms since the run began. */
export interface AbortView {
  readonly requestedMs: number;
  /** When the page's own thread could hear it. */
  readonly heardMs: number;
  readonly stoppedMs: number;
  /** 0 to 1. */
  readonly doneFraction: number;
}

/** When an abort was asked for and heard, on the page's clock; they differ when the page's thread was taken. */
export interface AbortTimes {
  readonly requestedAt: number;
  readonly heardAt: number;
}
