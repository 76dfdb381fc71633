import type { Yield } from '../async/yield.ts';
import type { Engine, Part, Plan, Span, Task } from '../tasks/contract.ts';
import type { StrategyId } from '../tasks/ids.ts';

/** Where a run's bytes come from. A `SharedArrayBuffer` is used where the page is isolated. */
export type RunSource =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'memory';
      readonly buffer: ArrayBuffer | SharedArrayBuffer;
      /** Where in the buffer the input begins; not given: at its start. */
      readonly start?: number;
    }
  /** Files that are read as they are needed: one blob a part, made lazily. */
  | { readonly kind: 'blobs'; blobOf(part: Part): Blob };

/** One task with one input, ready to run: everything that is prepared outside the measured window. */
export interface Job {
  readonly task: Task;
  readonly params: unknown;
  readonly shape: unknown;
  readonly plan: Plan;
  readonly source: RunSource;
  /** Where the parts write; shared where isolated. `plan.outputBytes` long, from `outputStart` on (or its start). */
  readonly output: ArrayBuffer | SharedArrayBuffer;
  readonly outputStart?: number;
  /** Which twin of the kernel runs; TypeScript where it isn't given. `task` is already that twin's. */
  readonly engine?: Engine;
  /** Where input and output lie in one WebAssembly memory that all threads share. */
  readonly memory?: RunMemory;
  /** Bytes that the page's own thread has copied into and out of WebAssembly's memory so far. */
  readonly copied?: () => number;
}

/** A job without its output: cheap to make, enough for a forecast. */
export type Draft = Pick<Job, 'task' | 'params' | 'shape' | 'plan' | 'source'>;

/** A WebAssembly memory shared by all threads of a run, and each one's share of its free space. */
export interface RunMemory {
  readonly memory: WebAssembly.Memory;
  /** [0] is the page's own, the others the workers'. */
  readonly scratch: readonly Span[];
}

/** A part has ended, and its bytes are in the output. Times in ms on the page's clock. */
export interface PartDone {
  readonly part: Part;
  /** 0 is the page's own thread, 1…N the workers. */
  readonly thread: number;
  readonly start: number;
  readonly end: number;
  /** It was stopped on its way: what other parts found was enough (`Plan.enough`). */
  readonly dropped?: true;
}

export interface RunOptions {
  readonly signal: AbortSignal;
  readonly onPart?: (done: PartDone) => void;
  /** A part that reads files has come so far, in bytes. */
  readonly onRead?: (part: number, bytes: number) => void;
  readonly now: () => number;
  /** Workers of the pool. */
  readonly workers: number;
  /** Chunked: how long a slice may be, in ms. */
  readonly sliceMs: number;
  /** Chunked: how long it may grow where the page's own frames are dear, in ms; not given, it keeps its length. */
  readonly longestSliceMs?: number;
  readonly breathe: Yield;
  /** Pool: parts are claimed as workers become free, or dealt out beforehand. */
  readonly assign: 'dynamic' | 'static';
}

/** `barrier`: waits for other threads' parts of the same stage. `dropped`: work that turned out not to be needed. */
export type BarKind = 'compute' | 'handover' | 'merge' | 'message' | 'barrier' | 'dropped';

/** A stretch of time on one thread, in ms since the run began. */
export interface Bar {
  readonly start: number;
  readonly end: number;
  readonly kind: BarKind;
}

export interface Lane {
  /** `main`, then `1`…`N`. */
  readonly name: string;
  readonly bars: readonly Bar[];
}

/** What a run cost, in ms, and what it moved, in bytes. */
export interface RunCost {
  readonly wallMs: number;
  /** Sum over all threads of the time in kernels. */
  readonly computeMs: number;
  /** Spawning workers; 0 when they were warm or none were needed. */
  readonly startupMs: number;
  /** The page's time for slicing and sending parts. */
  readonly transferMs: number;
  /** The page's time for putting results together. */
  readonly mergeMs: number;
  /** How long the page's own thread was taken by this run. */
  readonly mainBlockedMs: number;
  readonly bytesMoved: number;
  readonly bytesCopied: number;
  /** Where parts have stages: how long workers waited for the others at the end of each, summed over the workers. */
  readonly barrierMs?: number;
  /** Where a run may end early: time in kernels for parts that were stopped since they were no longer needed. */
  readonly droppedMs?: number;
}

export interface RunOutcome {
  /** The result's bytes. */
  readonly result: Uint8Array;
  readonly cost: RunCost;
  readonly lanes: readonly Lane[];
  readonly workers: number;
  /** When the run began, on the page's clock. */
  readonly startedAt: number;
}

/** One of the three ways to run a job. */
export interface Strategy {
  readonly id: StrategyId;
  /**
   * Rejects with a `RunAborted` when no thread works on the run any more, with the kernel's own error when
   * it throws, with a pool error when a worker was lost.
   */
  run(job: Job, options: RunOptions): Promise<RunOutcome>;
}

/** The run was stopped. Told by its name, like every abort. */
export class RunAborted extends Error {
  override readonly name = 'AbortError';
  constructor(
    readonly details: {
      readonly startedAt: number;
      readonly endedAt: number;
      readonly lanes: readonly Lane[];
      readonly doneParts: number;
    },
  ) {
    super('The run was aborted.');
  }
}

/** A part could not be computed: the kernel threw, or its bytes could not be read. The page lives on. */
export class PartFailed extends Error {
  override readonly name = 'PartFailed';
  constructor(
    readonly part: number,
    /** The original error's name: `NotFoundError`, `RangeError`, … */
    readonly original: string,
    message: string,
  ) {
    super(message);
  }
}
