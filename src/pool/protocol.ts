/**
 * The vocabulary that the page and a compute worker sign: types only. Plain data and one `MessagePort`
 * cross the boundary; errors cross as `Failure`, because Comlink keeps neither class nor cause.
 */
import type { Part } from '../tasks/contract.ts';
import type { TaskId } from '../tasks/ids.ts';

/** What every part of one run has in common. */
export interface RunSetup {
  readonly runId: number;
  readonly task: TaskId;
  readonly params: unknown;
  readonly shape: unknown;
}

/** One memory for all threads: the parts are claimed, nothing is copied. Only where isolated. */
export interface SharedSetup extends RunSetup {
  readonly parts: readonly Part[];
  readonly input: SharedArrayBuffer | null;
  readonly output: SharedArrayBuffer;
  /** Int32: [0] 1 = aborted, [1 + q] the next part of queue q. */
  readonly control: SharedArrayBuffer;
  /** The queue this worker claims from, and where that queue ends. */
  readonly queue: number;
  readonly limit: number;
}

export interface Failure {
  readonly ok: false;
  readonly aborted: boolean;
  /** The part that failed. */
  readonly part: number;
  readonly name: string;
  readonly message: string;
}

/** When a part ran, in ms on the worker's own clock (`performance.now()`). */
export interface PartTime {
  readonly part: number;
  readonly start: number;
  readonly end: number;
}

export type PartReply =
  { readonly ok: true; readonly output: ArrayBuffer; readonly time: PartTime } | Failure;
export type ClaimReply = { readonly ok: true; readonly times: readonly PartTime[] } | Failure;

export interface ComputeApi {
  /** First call after a spawn: takes the control port, answers with the worker's clock. */
  connect(control: MessagePort, lock: string | null): Promise<number>;
  /** Runs one part over bytes that moved here, or over a file that is read here. */
  part(setup: RunSetup, part: Part, source: ArrayBuffer | Blob | null): Promise<PartReply>;
  /** Claims parts until none is left. */
  claim(setup: SharedSetup): Promise<ClaimReply>;
  /** BLAKE3 of the bytes, as hex; a moved buffer comes back. */
  fingerprint(bytes: ArrayBuffer | SharedArrayBuffer): Promise<{ hex: string; bytes: ArrayBuffer | null }>;
}

/** Page to worker over the control port. */
export interface AbortMessage {
  readonly type: 'abort';
  readonly runId: number;
}

/** Worker to page over the control port. */
export type WorkerMessage =
  | { readonly type: 'parts'; readonly runId: number; readonly times: readonly PartTime[] }
  | { readonly type: 'fault'; readonly message: string }
  | { readonly type: 'closing' };
