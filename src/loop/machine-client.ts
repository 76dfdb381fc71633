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
  /** Loads the machine ahead of its first use. */
  warmUp(): void;
  /** Ends the worker. */
  close(): void;
}

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
  /** The first word may take longer: the worker's code has to arrive. */
  readonly startMs: number;
  setTimer(run: () => void, ms: number): () => void;
}

const REAL_PARTS: ClientParts = {
  spawn: spawnLoopWorker,
  silenceMs: 3_000,
  startMs: 20_000,
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

class Client implements MachineClient {
  private worker: LoopWorker | null = null;
  private runs = 0;
  /** Ends the run under way, if there is one. */
  private interrupt: (() => void) | null = null;

  constructor(private readonly parts: ClientParts) {}

  async record(code: string, inputs: readonly UserInput[], options: RecordOptions = {}): Promise<Recording> {
    throwIfAborted(options.signal);
    this.interrupt?.();
    const recording = new Recorded(code, inputs);
    const done = deferred<Recording>();
    const watch = this.listen(recording, done, options);
    const stop = (): void => {
      this.drop();
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
    if (this.interrupt !== null) return;
    this.runs += 1;
    this.ready().postMessage({ type: 'record', run: this.runs, code: '', inputs: [] });
  }

  close(): void {
    this.interrupt?.();
    this.drop();
  }

  /** Sends the request and reads the answers; returns how to stop the watchdog. */
  private listen(
    recording: Recorded,
    done: { resolve(recording: Recording): void; reject(error: unknown): void },
    options: RecordOptions,
  ): () => void {
    this.runs += 1;
    const run = this.runs;
    const worker = this.ready();
    const { parts } = this;
    let calm = (): void => undefined;
    const silent = (): void => {
      this.drop();
      recording.end = { status: 'timed-out', afterMs: parts.silenceMs, place: lastPlace(recording) };
      done.resolve(recording);
    };
    const failed = (message: string): void => {
      this.drop();
      done.reject(new Error(`The event loop's machine could not run: ${message}`));
    };
    calm = parts.setTimer(() => failed('it did not start'), parts.startMs);
    worker.onerror = (event) => failed(event.message || 'its script could not be loaded');
    worker.onmessage = ({ data }) => {
      if (data.run !== run) return;
      calm();
      if (data.type === 'end') {
        recording.end = data.end;
        done.resolve(recording);
        return;
      }
      calm = parts.setTimer(silent, parts.silenceMs);
      if (data.type !== 'batch') return;
      recording.append(data.tables);
      options.onBatch?.(recording);
    };
    worker.postMessage({ type: 'record', run, code: recording.code, inputs: recording.inputs });
    return () => calm();
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

function lastPlace(recording: Recording): Recording['console'][number]['place'] {
  return recording.length === 0 ? null : recording.step(recording.length - 1).place;
}
