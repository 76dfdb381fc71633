import type { Environment } from '../measure/environment.ts';
import type { FrameStats } from '../measure/frames.ts';
import type { LongFrames } from '../measure/long-frames.ts';
import type { LoopDelay } from '../measure/loop-delay.ts';
import type { Spread } from '../measure/statistics.ts';
import type { TapSummary } from '../measure/taps.ts';
import type { SegmentKind } from '../ui/charts/time-bar-layout.ts';
import { summarise } from './summary.ts';

export const REPORT_SCHEMA = 'unblocked-report/1';

export type RunStrategy = 'blocking' | 'chunked' | 'pool';
export type RunEngine = 'ts' | 'wasm';
export type RunStatus = 'completed' | 'aborted' | 'failed';

/**
 * One run, as `static/schema/unblocked-report-1.schema.json` describes it. Times are ms; `null` is "not
 * available here", never 0.
 */
export interface RunRecord {
  readonly id: string;
  readonly task: string;
  /** The task's own parameters: plain data. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly inputBytes: number;
  readonly strategy: RunStrategy;
  readonly engine: RunEngine;
  readonly workers: number;
  readonly parts: number;
  readonly status: RunStatus;
  /** One sentence, of a failed run only. */
  readonly error: string | null;
  /** Whether the measures can be trusted: a run spoilt by a hidden tab is never averaged in. */
  readonly valid: boolean;
  readonly invalidReason: string | null;
  readonly wallMs: number | null;
  /** Sum over all threads. */
  readonly computeMs: number | null;
  /** Spawning workers: not part of `wallMs` when the pool is warm. */
  readonly startupMs: number | null;
  readonly transferMs: number | null;
  readonly mainBlockedMs: number | null;
  readonly frames: FrameStats | null;
  readonly loopDelay: LoopDelay | null;
  readonly taps: TapSummary | null;
  readonly longFrames: LongFrames | null;
  readonly abortLatencyMs: number | null;
  /** Lower-case hex of a digest of the output bytes. */
  readonly checksum: string | null;
  /** Where the wall time went, in ms; the shares add up to it. */
  readonly timeShares?: TimeShares | null;
  /** Bytes whose memory changed hands between threads, and bytes that were copied for it. */
  readonly bytesMoved?: number | null;
  readonly bytesCopied?: number | null;
  /** When frames began, in ms since the run did, from the one before it to the one after it. */
  readonly frameTimesMs?: readonly number[] | null;
}

/** `startup`: until all workers were there; `wait`: workers without a part; `pauses`: between chunked's slices. */
export type TimeShares = Readonly<Partial<Record<SegmentKind, number>>>;

/** Two figures of one run: one run freezes most, another may take longest. */
export interface Extremes {
  readonly wallMs: number | null;
  readonly longestFreezeMs: number | null;
}

/** `null`: nothing to compare with, or fewer than three runs. */
export type AgainstBlocking = 'faster' | 'slower' | 'no clear difference' | null;

/** The valid, completed runs of one job by one strategy and one engine. */
export interface SummaryRow {
  readonly task: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly inputBytes: number;
  readonly strategy: RunStrategy;
  readonly engine: RunEngine;
  /** Runs that count. */
  readonly n: number;
  readonly wallMs: Spread | null;
  readonly longestFreezeMs: Spread | null;
  readonly droppedFrames: Spread | null;
  /** Blocking's median wall time over this one's, same job and engine; `null` without a blocking run. */
  readonly speedup: number | null;
  /** Whether all completed runs of the job gave the same bytes, whoever ran them; `null` without a checksum. */
  readonly sameResult: boolean | null;
  /** What the first run that counts showed: caches and compilers may have been cold. */
  readonly first?: Extremes;
  /** The worst of each figure, from any of the runs. */
  readonly worst?: Extremes;
  /** By the intervals of the wall time: where they overlap there is no clear difference. */
  readonly againstBlocking?: AgainstBlocking;
  /** Of which experiment, in a report that holds several. */
  readonly experiment?: string;
}

/** A device that runs were made on. */
export interface DeviceTag {
  readonly id: string;
  /** As its owner calls it; `null`: not named. */
  readonly name: string | null;
}

/** One experiment in a report that holds several, from one or more devices. */
export interface ExperimentTag {
  readonly id: string;
  readonly version: string;
  readonly environment: Environment;
  readonly device: DeviceTag;
  /** Ids of its runs, in their order. */
  readonly runs: readonly string[];
}

export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly app: { readonly version: string };
  readonly environment: Environment;
  readonly runs: readonly RunRecord[];
  readonly summary: readonly SummaryRow[];
  readonly device?: DeviceTag;
  /** Only where there are several: `environment` is then the newest one's. */
  readonly experiments?: readonly ExperimentTag[];
}

export interface ReportParts {
  readonly environment: Environment;
  readonly runs: readonly RunRecord[];
  /** The app's version. */
  readonly version: string;
}

export function buildReport({ environment, runs, version }: ReportParts): Report {
  return { schema: REPORT_SCHEMA, app: { version }, environment, runs, summary: summarise(runs) };
}
