/**
 * Records runs of the learner's code in the loop worker: the only way from the page to the machine. The code
 * never runs anywhere but inside the interpreter. A worker that is at work can't hear anything, so an abort
 * and the watchdog end it, and the next run gets a new one.
 */
import { abortError, onAbort, throwIfAborted } from '../async/abort.ts';
import { deferred } from '../async/deferred.ts';
import type { Recording, UserInput } from './contract.ts';
import { Recorded } from './recorded.ts';
import { spawnLoopWorker } from './spawn.ts';
import type { LoopAnswer, RecordRequest } from './wire.ts';

export interface RecordOptions {
  readonly signal?: AbortSignal;
  /** Called after each batch with the growing recording (always the same object). */
  readonly onBatch?: (recording: Recording) => void;
}

export interface MachineClient {
  /**
   * Resolves with the finished recording, whatever the code did: see `Recording.end`. Rejects with an
   * AbortError when the signal fires or another run begins, and with an Error when the worker can't start.
   */
  record(code: string, inputs: readonly UserInput[], options?: RecordOptions): Promise<Recording>;
  /**
   * A run of no consequence, while there is nothing else to do: resolves with `null` where another begins meanwhile,
   * or where the machine can't run.
   */
  rehearse(code: string): Promise<Recording | null>;
  /** Starts the machine ahead of its first use. */
  warmUp(): void;
  /** Ends the worker. */
  close(): void;
}

/** What a page with a run on it needs. */
export type RunClient = Pick<MachineClient, 'record' | 'close'>;

/** The part of a worker that is used, so that tests can play one. */
export interface LoopWorker {
  postMessage(message: RecordRequest): void;
  onmessage: ((event: MessageEvent<LoopAnswer>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

export interface ClientParts {
  spawn(): LoopWorker;
  /** Without a word for so long, the machine is in a built-in call that doesn't end. */
  readonly silenceMs: number;
  /** However busy it says that it is, a run is over after so long. */
  readonly totalMs: number;
  /** The first word may take longer: the worker's code has to arrive. */
  readonly startMs: number;
  setTimer(run: () => void, ms: number): () => void;
  now(): number;
}

/** The page hears of a growing recording at most once in so many ms. */
const TELL_MS = 150;

const REAL_PARTS: ClientParts = {
  spawn: spawnLoopWorker,
  silenceMs: 3_000,
  totalMs: 4_900,
  startMs: 20_000,
  now: () => performance.now(),
  setTimer: (run, ms) => {
    const id = setTimeout(run, ms);
    return () => {
      clearTimeout(id);
    };
  },
};

export function createMachineClient(parts: ClientParts = REAL_PARTS): MachineClient {
  return new Client(parts);
}

interface Ends {
  resolve(recording: Recording): void;
  reject(error: unknown): void;
}

interface Watchdogs {
  /** The worker can't work. */
  readonly fail: (message: string) => void;
  /** It gave a sign of life. */
  readonly heard: () => void;
  readonly stop: () => void;
}

class Client implements MachineClient {
  private worker: LoopWorker | null = null;
  private runs = 0;
  /** Ends the run under way, if there is one. */
  private interrupt: (() => void) | null = null;

  constructor(private readonly parts: ClientParts) {}

  async record(code: string, inputs: readonly UserInput[], options: RecordOptions = {}): Promise<Recording> {
    throwIfAborted(options.signal);
    this.interrupt?.();
    return this.run(new Recorded(code, inputs), options, () => {
      this.drop();
    });
  }

  async rehearse(code: string): Promise<Recording | null> {
    if (this.interrupt !== null) return null;
    try {
      // it is so short that a run which comes in between waits for it: no worker is ended for that
      return await this.run(new Recorded(code, []), {}, () => undefined);
    } catch {
      // Whoever runs code is told what is wrong then.
      return null;
    }
  }

  private async run(recording: Recorded, options: RecordOptions, end: () => void): Promise<Recording> {
    const done = deferred<Recording>();
    const watch = this.listen(recording, done, options);
    const stop = (): void => {
      end();
      done.reject(abortError('The run was stopped.'));
    };
    this.interrupt = stop;
    const unlisten = onAbort(options.signal, stop);
    try {
      return await done.promise;
    } finally {
      unlisten();
      watch();
      if (this.interrupt === stop) this.interrupt = null;
    }
  }

  warmUp(): void {
    this.ready();
  }

  close(): void {
    this.interrupt?.();
    this.drop();
  }

  /** Sends the request and reads the answers; returns how to stop the watchdogs. */
  private listen(recording: Recorded, done: Ends, options: RecordOptions): () => void {
    this.runs += 1;
    const run = this.runs;
    const worker = this.ready();
    let told = -Infinity;
    const watch = this.watchdogs(
      (afterMs, silent) => {
        recording.end = { status: 'timed-out', silent, afterMs, place: recording.standing };
        done.resolve(recording);
      },
      (error) => done.reject(error),
    );
    worker.onerror = (event) => watch.fail(event.message || 'its script could not be loaded');
    worker.onmessage = ({ data }) => {
      if (data.run !== run) return;
      watch.heard();
      if (data.type === 'end') {
        recording.end = data.end;
        done.resolve(recording);
      } else if (data.type === 'batch') {
        recording.append(data.tables);
        const now = this.parts.now();
        // The first at once, for the first step; then not so often that the page is kept busy by drawing.
        if (recording.length === 0 || now - told < TELL_MS) return;
        told = now;
        options.onBatch?.(recording);
      }
    };
    worker.postMessage({ type: 'record', run, code: recording.code, inputs: recording.inputs });
    return watch.stop;
  }

  /** Silent for too long, at work for too long, never started: the worker is ended. */
  private watchdogs(
    late: (afterMs: number, silent: boolean) => void,
    reject: (error: unknown) => void,
  ): Watchdogs {
    const { parts } = this;
    const fail = (message: string): void => {
      this.drop();
      reject(new Error(`The event loop's machine could not run: ${message}`));
    };
    const end = (afterMs: number, silent: boolean) => (): void => {
      this.drop();
      late(afterMs, silent);
    };
    let calm = parts.setTimer(() => fail('it did not start'), parts.startMs);
    let calmTotal: (() => void) | null = null;
    return {
      fail,
      heard: () => {
        calm();
        calm = parts.setTimer(end(parts.silenceMs, true), parts.silenceMs);
        calmTotal ??= parts.setTimer(end(parts.totalMs, false), parts.totalMs);
      },
      stop: () => {
        calm();
        calmTotal?.();
      },
    };
  }

  private ready(): LoopWorker {
    this.worker ??= this.parts.spawn();
    return this.worker;
  }

  private drop(): void {
    if (this.worker === null) return;
    this.worker.onmessage = null;
    this.worker.onerror = null;
    this.worker.terminate();
    this.worker = null;
  }
}
