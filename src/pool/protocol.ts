/**
 * The vocabulary that the page and a compute worker sign: types only. Plain data cross the boundary; errors cross as
 * `Failure`, because Comlink keeps neither class nor cause.
 */
import type { YieldName } from '../async/yield.ts';
import type { Engine, Part, Span } from '../tasks/contract.ts';
import type { TaskId } from '../tasks/ids.ts';

/** What every part of one run has in common. */
export interface RunSetup {
  readonly runId: number;
  readonly task: TaskId;
  readonly params: unknown;
  readonly shape: unknown;
  /** Which twin of the kernel runs. */
  readonly engine: Engine;
}

/** A memory that holds a run's input and output, and what of it this worker may use. */
export interface RunGround {
  readonly memory: WebAssembly.Memory;
  readonly scratch: Span;
  /** Where input and output begin. */
  readonly inputStart: number;
  readonly outputStart: number;
}

/** One memory for all threads: the parts are claimed, nothing is copied. Only where isolated. */
export interface SharedSetup extends RunSetup {
  readonly parts: readonly Part[];
  readonly input: SharedArrayBuffer | null;
  readonly output: SharedArrayBuffer;
  /** Where WebAssembly works in place: input and output then lie in this memory. */
  readonly ground?: RunGround;
  /** Int32: [0] 1 = aborted, then the cells that turns claim from. */
  readonly control: SharedArrayBuffer;
  /** What this worker claims, stage by stage. */
  readonly turns: readonly Turn[];
  /** A `Ledger`, where parts have stages or the run may end early; else nobody needs one. */
  readonly ledger: SharedArrayBuffer | null;
  readonly enough?: number;
}

/** One stage, as a worker sees it. */
export interface Turn {
  /** The cell of `control` that holds the next part, and where those parts end. */
  readonly cell: number;
  readonly limit: number;
  /** The stage is over when so many parts of the run have ended. */
  readonly ends: number;
}

export interface Failure {
  readonly ok: false;
  readonly aborted: boolean;
  /** The part that failed. */
  readonly part: number;
  readonly name: string;
  readonly message: string;
  /** Where a part was stopped that had begun: how long it ran, and what it has written. */
  readonly left?: { readonly time: PartTime; readonly output: ArrayBuffer };
}

/** When a part ran, in ms on the worker's own clock (`performance.now()`). */
export interface PartTime {
  readonly part: number;
  readonly start: number;
  readonly end: number;
  /** Of that, waiting for bytes of a file. */
  readonly readMs: number;
  /** Bytes that this thread copied into and out of WebAssembly's memory for it. */
  readonly copied: number;
  /** It was stopped: what others found was enough. */
  readonly dropped?: true;
}

export type PartReply =
  { readonly ok: true; readonly output: ArrayBuffer; readonly time: PartTime } | Failure;
/** `times`: of the parts that no report told of. */
export type ClaimReply = { readonly ok: true; readonly times: readonly PartTime[] } | Failure;

export interface Fingerprint {
  readonly hex: string;
  /** The buffer that was moved to the worker; `null` for a shared one. */
  readonly bytes: ArrayBuffer | null;
}

/** Not `ok`: the bytes could not be read. */
export type Gathered =
  { readonly ok: true; readonly bytes: ArrayBuffer | SharedArrayBuffer } | { readonly ok: false };

/** What some work came to, and when it ran, in ms on the worker's own clock. */
export interface Added {
  /** What the counter said here at the end. */
  readonly seen: number;
  readonly start: number;
  readonly end: number;
}

/** Something that came home from a worker; `sentAt` is when its sending began, on the worker's clock. */
export type Homecoming =
  | { readonly what: 'summary' | 'tree'; readonly value: unknown; readonly sentAt: number }
  /** How long it took the worker to pack what it sent last, in ms. */
  | { readonly what: 'packed'; readonly ms: number };

export interface Looped {
  /** Not done: it heard that it should stop. */
  readonly done: boolean;
  readonly start: number;
  readonly end: number;
}

export interface ComputeApi {
  /** First call after a spawn. Answers when the worker holds its lock. */
  connect(lock: string | null): Promise<void>;
  /** The worker's `performance.now()`, ms. */
  clock(): Promise<number>;
  /** Runs one part over bytes that moved here or are shared, or over a file that is read here; `earlier` as in `PartJob`. */
  part(
    setup: RunSetup,
    part: Part,
    source: ArrayBuffer | SharedArrayBuffer | Blob | null,
    earlier?: readonly ArrayBuffer[],
  ): Promise<PartReply>;
  /** Claims parts until none is left. */
  claim(setup: SharedSetup): Promise<ClaimReply>;
  /** BLAKE3 of the bytes `of` a place, as hex; then those in `clear` are zeroed. A moved buffer comes back. */
  fingerprint(bytes: ArrayBuffer | SharedArrayBuffer, of: Span, clear: Span | null): Promise<Fingerprint>;
  /** Copies bytes from one shared memory to another. */
  copy(from: SharedArrayBuffer, bytes: Span, to: SharedArrayBuffer, at: number): Promise<void>;
  /** Reads a blob into one buffer. */
  gather(blob: Blob, shared: boolean): Promise<Gathered>;
  /** `length` pseudo-random bytes, the same for the same seed. */
  noise(length: number, seed: number, shared: boolean): Promise<ArrayBuffer | SharedArrayBuffer>;
  /** A JSON document of so many bytes, the same for the same seed. */
  document(length: number, seed: number, shared: boolean): Promise<ArrayBuffer | SharedArrayBuffer>;
  /** Parses a JSON document here and sends its summary, then all its values, over the port, to see what that costs. */
  sendHome(source: ArrayBuffer | SharedArrayBuffer | Blob, port: MessagePort): Promise<void>;
  /** For the course: which of these names the worker's global scope has. */
  has(names: readonly string[]): Promise<boolean[]>;
  /** For the course: takes anything; answers when it had it, by the worker's clock. */
  receive(value: unknown): Promise<number>;
  /**
   * For the course: adds 1 to the memory's first Int32 so many times, with `Atomics` or without. `crew` workers that
   * share a memory begin together: they meet in its second Int32.
   */
  add(
    memory: ArrayBuffer | SharedArrayBuffer,
    times: number,
    how: { readonly atomic: boolean; readonly crew: number },
  ): Promise<Added>;
  /** For the course: runs one part, its turns given in the way that is named; hears an abort only if that way lets it. */
  loop(setup: RunSetup, part: Part, turn: YieldName): Promise<Looped>;
}

/**
 * Comlink's own: calls and answers. They share the worker's channel with the messages below, and each leaves the other's
 * alone: Comlink by their types, and because none of ours has an `id`.
 */
export interface CallMessage {
  readonly type: 'GET' | 'SET' | 'APPLY' | 'CONSTRUCT' | 'ENDPOINT' | 'RELEASE' | 'RAW' | 'HANDLER';
}

/** Page to worker. */
export interface AbortMessage {
  readonly type: 'abort';
  readonly runId: number;
  /** Only the parts after this one; −1: all of them. */
  readonly after: number;
}

/**
 * Page to worker: parts to be run one after the other. It is a loan: what was not begun in time, or before an abort or
 * a failure, is the page's again. Flat, since there may be a message for each tiny part.
 */
export interface BatchMessage {
  readonly type: 'batch';
  readonly runId: number;
  /** With the first batch of a run; `null`: the same as before. */
  readonly setup: RunSetup | null;
  readonly parts: readonly Part[];
  /** What each of them works on: bytes that moved here, or a file that is read here. `null`: none has any input. */
  readonly sources: readonly (ArrayBuffer | Blob)[] | null;
  /** For each of them, as `PartJob.earlier`. `null`: nothing for any. */
  readonly earlier: readonly (readonly ArrayBuffer[])[] | null;
}

/** Worker to page: how the next parts of the oldest batch under way ended, in the order in which they were given. */
export interface BatchReply {
  readonly type: 'batch';
  readonly runId: number;
  /** Four numbers for each that ended well: `start`, `end`, `readMs` and `copied`, as in `PartTime`. */
  readonly times: readonly number[];
  /** What each of those wrote. `null`: nothing, all of them. */
  readonly outputs: readonly ArrayBuffer[] | null;
  /** How the part after them was stopped, or failed: then the batch is over. */
  readonly failure: Failure | null;
  /** Nothing more will be told of this batch: the parts after those that were told of were not begun. */
  readonly over: boolean;
}

export type PageMessage = AbortMessage | BatchMessage;

/** Worker to page. */
export type WorkerMessage =
  RunMessage | { readonly type: 'fault'; readonly message: string } | { readonly type: 'closing' };

/**
 * How a run gets on: parts that ended (at most every 50 ms), bytes of a file read in a part under way, or how parts of
 * a batch ended.
 */
export type RunMessage =
  | { readonly type: 'parts'; readonly runId: number; readonly times: readonly PartTime[] }
  | { readonly type: 'read'; readonly runId: number; readonly part: number; readonly bytes: number }
  | BatchReply;
