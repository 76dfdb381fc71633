import type { Failure, PartTime, RunSetup } from '../pool/protocol.ts';
import type { Slot } from '../pool/slot.ts';
import type { Part } from '../tasks/contract.ts';
import { BarLog } from './bars.ts';
import { PartFailed, type Job, type Lane, type RunOptions, type RunOutcome } from './contract.ts';
import { finishJob } from './job-source.ts';

let lastRunId = 0;

/** The books of one run on the pool: who did what and when, what was moved, what went wrong first. */
export class PoolRun {
  readonly job: Job;
  readonly options: RunOptions;
  readonly setup: RunSetup;
  bytesMoved = 0;
  bytesCopied = 0;
  /** Called once, at the first failure: the other workers should stop. */
  onFailure: () => void = () => undefined;
  #failure: Error | null = null;
  readonly #startedAt: number;
  #startupMs = 0;
  #doneParts = 0;
  /** Workers waiting for bytes of files: not compute. */
  #readMs = 0;
  readonly #main: BarLog;
  readonly #workers: BarLog[];

  constructor(job: Job, options: RunOptions) {
    this.job = job;
    this.options = options;
    lastRunId += 1;
    const { task, params, shape, engine = 'ts' } = job;
    this.setup = { runId: lastRunId, task: task.id, params, shape, engine };
    this.#startedAt = options.now();
    this.#main = new BarLog(this.#startedAt);
    this.#workers = Array.from({ length: options.workers }, () => new BarLog(this.#startedAt));
  }

  /** The workers are there: what it took is start-up. */
  started(): void {
    this.#startupMs = this.options.now() - this.#startedAt;
  }

  /** Times a piece of work of the page itself. */
  onPage<T>(kind: 'handover' | 'merge', work: () => T): T {
    const start = this.options.now();
    const value = work();
    this.#main.add(start, this.options.now(), kind);
    return value;
  }

  message(): void {
    const at = this.options.now();
    this.#main.add(at, at, 'message');
  }

  partDone(slot: Slot, part: Part, time: PartTime): void {
    const start = time.start - slot.clockOffset;
    const end = time.end - slot.clockOffset;
    this.#doneParts += 1;
    this.#readMs += time.readMs;
    this.bytesCopied += time.copied;
    this.#workers[slot.index - 1]?.add(start, end, 'compute');
    this.options.onPart?.({ part, thread: slot.index, start, end });
  }

  /** Remembers the first failure and tells the others to stop. An answer to an abort is not a failure. */
  fail(error: unknown): void {
    if (this.#failure !== null) return;
    this.#failure = error instanceof Error ? error : new Error(String(error));
    this.onFailure();
  }

  failedPart(failure: Failure): void {
    if (!failure.aborted) this.fail(new PartFailed(failure.part, failure.name, failure.message));
  }

  throwIfFailed(): void {
    if (this.#failure !== null) throw this.#failure;
  }

  outcome(): RunOutcome {
    const result = this.onPage('merge', () => finishJob(this.job));
    const transferMs = this.#main.sum('handover');
    const mergeMs = this.#main.sum('merge');
    const busyMs = this.#workers.reduce((sum, log) => sum + log.sum('compute'), 0);
    const cost = {
      wallMs: this.options.now() - this.#startedAt,
      computeMs: busyMs - this.#readMs,
      startupMs: this.#startupMs,
      transferMs,
      mergeMs,
      mainBlockedMs: transferMs + mergeMs,
      bytesMoved: this.bytesMoved,
      bytesCopied: this.bytesCopied,
    };
    const { workers } = this.options;
    return { result, cost, lanes: this.#lanes(), workers, startedAt: this.#startedAt };
  }

  stopped(): { startedAt: number; endedAt: number; lanes: readonly Lane[]; doneParts: number } {
    const endedAt = this.options.now();
    return { startedAt: this.#startedAt, endedAt, lanes: this.#lanes(), doneParts: this.#doneParts };
  }

  #lanes(): Lane[] {
    const workers = this.#workers.map((log, i) => ({ name: String(i + 1), bars: log.bars() }));
    return [{ name: 'main', bars: this.#main.bars() }, ...workers];
  }
}
