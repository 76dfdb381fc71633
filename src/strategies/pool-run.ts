import type { Failure, PartTime, RunSetup } from '../pool/protocol.ts';
import { WorkerDiedError } from '../pool/errors.ts';
import type { Slot } from '../pool/slot.ts';
import { isShared } from '../pool/transfer.ts';
import type { Part } from '../tasks/contract.ts';
import { Ledger } from '../tasks/ledger.ts';
import { Barriers } from './barriers.ts';
import { BarLog } from './bars.ts';
import {
  PartFailed,
  type BarKind,
  type Job,
  type Lane,
  type RunOptions,
  type RunOutcome,
} from './contract.ts';
import { stagesOf } from './deal.ts';
import { finishJob } from './job-source.ts';

let lastRunId = 0;

/** The books of one run on the pool: who did what and when, what was moved, what went wrong first. */
export class PoolRun {
  readonly job: Job;
  readonly options: RunOptions;
  readonly setup: RunSetup;
  readonly ledger: Ledger;
  /** Where threads share the ledger. */
  readonly ledgerMemory: ArrayBuffer | SharedArrayBuffer;
  bytesMoved = 0;
  bytesCopied = 0;
  /** Called once, at the first failure: the other workers should stop. */
  onFailure: () => void = () => undefined;
  /** Called when enough was found: what is still under way was told to stop, and should be gone soon. */
  onSettled: () => void = () => undefined;
  #failure: Error | null = null;
  readonly #startedAt: number;
  #startupMs = 0;
  #doneParts = 0;
  /** Workers waiting for bytes of files: not compute. */
  #readMs = 0;
  readonly #barriers: Barriers;
  readonly #main: BarLog;
  readonly #workers: BarLog[];

  constructor(job: Job, options: RunOptions) {
    this.job = job;
    this.options = options;
    this.ledgerMemory = isShared(job.output)
      ? new SharedArrayBuffer(Ledger.bytes(job.plan))
      : new ArrayBuffer(Ledger.bytes(job.plan));
    this.ledger = Ledger.begin(job.plan, this.ledgerMemory);
    lastRunId += 1;
    const { task, params, shape, engine = 'ts' } = job;
    this.setup = { runId: lastRunId, task: task.id, params, shape, engine };
    this.#startedAt = options.now();
    this.#main = new BarLog(this.#startedAt);
    this.#workers = Array.from({ length: options.workers }, () => new BarLog(this.#startedAt));
    this.#barriers = new Barriers(options.workers);
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
    const done = { part, thread: slot.index, start, end };
    this.#readMs += time.readMs;
    this.bytesCopied += time.copied;
    this.#workers[slot.index - 1]?.add(start, end, time.dropped === true ? 'dropped' : 'compute');
    if (time.dropped !== true) {
      this.#doneParts += 1;
      this.#barriers.ended(part, slot.index - 1, end);
    }
    this.options.onPart?.(time.dropped === true ? { ...done, dropped: true } : done);
  }

  /** Remembers the first failure and tells the others to stop. An answer to an abort is not a failure. */
  fail(error: unknown): void {
    if (this.#failure !== null) return;
    // Enough was found, and who didn't stop in time was ended: nothing is missing.
    if (this.ledger.settled && error instanceof WorkerDiedError) return;
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
    const { job } = this;
    const staged = stagesOf(job.plan).length > 1;
    const barrierMs = staged ? this.#barriers.log(this.#workers) : 0;
    const droppedMs = this.#sum('dropped');
    const busyMs = this.#sum('compute') + droppedMs;
    const cost = {
      wallMs: this.options.now() - this.#startedAt,
      computeMs: busyMs - this.#readMs,
      startupMs: this.#startupMs,
      transferMs,
      mergeMs,
      mainBlockedMs: transferMs + mergeMs,
      bytesMoved: this.bytesMoved,
      bytesCopied: this.bytesCopied,
      ...(staged && { barrierMs }),
      ...(job.plan.enough !== undefined && { droppedMs }),
    };
    const { workers } = this.options;
    return { result, cost, lanes: this.#lanes(), workers, startedAt: this.#startedAt };
  }

  stopped(): { startedAt: number; endedAt: number; lanes: readonly Lane[]; doneParts: number } {
    const endedAt = this.options.now();
    return { startedAt: this.#startedAt, endedAt, lanes: this.#lanes(), doneParts: this.#doneParts };
  }

  #sum(kind: BarKind): number {
    return this.#workers.reduce((sum, log) => sum + log.sum(kind), 0);
  }

  #lanes(): Lane[] {
    const workers = this.#workers.map((log, i) => ({ name: String(i + 1), bars: log.bars() }));
    return [{ name: 'main', bars: this.#main.bars() }, ...workers];
  }
}
