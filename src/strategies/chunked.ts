import { isAbort } from '../async/abort.ts';
import type { Part } from '../tasks/contract.ts';
import type { PartDriver } from '../tasks/drive.ts';
import { Ledger } from '../tasks/ledger.ts';
import { BarLog } from './bars.ts';
import { RunAborted, type Job, type RunOptions, type RunOutcome, type Strategy } from './contract.ts';
import { driverOf, finishJob, noteEnded, partFailed } from './job-source.ts';
import { SliceClock } from './slice-clock.ts';

/** Steps until the slice is spent, then a macrotask for everybody else; an abort is heard between slices. */
export const chunked: Strategy = {
  id: 'chunked',
  async run(job: Job, options: RunOptions): Promise<RunOutcome> {
    return new ChunkedRun(job, options).run();
  },
};

class ChunkedRun {
  readonly #job: Job;
  readonly #options: RunOptions;
  readonly #startedAt: number;
  readonly #log: BarLog;
  readonly #clock: SliceClock;
  readonly #copiedBefore: number;
  #doneParts = 0;

  constructor(job: Job, options: RunOptions) {
    this.#job = job;
    this.#options = options;
    this.#startedAt = options.now();
    this.#log = new BarLog(this.#startedAt);
    this.#clock = new SliceClock(options.sliceMs, options.longestSliceMs ?? options.sliceMs, this.#startedAt);
    this.#copiedBefore = job.copied?.() ?? 0;
  }

  async run(): Promise<RunOutcome> {
    const { now, onPart } = this.#options;
    this.#throwIfAborted();
    const ledger = Ledger.begin(this.#job.plan);
    for (const part of this.#job.plan.parts) {
      if (!ledger.wants(part.index)) break;
      const start = now();
      await this.#part(part);
      noteEnded(this.#job, part, ledger);
      this.#doneParts += 1;
      onPart?.({ part, thread: 0, start, end: now() });
    }
    return this.#outcome();
  }

  async #part(part: Part): Promise<void> {
    const driver = driverOf(this.#job, part);
    try {
      for (let ended = driver.step(); ended !== true; ended = driver.step()) {
        // Reading a file is a pause of its own: the slice ends before it and a new one begins after.
        if (ended !== false) await this.#pause(this.#reading(part, driver, ended));
        else if (this.#clock.spent(this.#options.now())) await this.#breathe();
      }
    } catch (error) {
      throw isAbort(error) ? error : partFailed(part, error);
    } finally {
      driver.close();
    }
  }

  #reading(part: Part, driver: PartDriver, read: Promise<false>): Promise<false> {
    this.#options.onRead?.(part.index, driver.bytesRead);
    return read;
  }

  async #breathe(): Promise<void> {
    const { now, breathe } = this.#options;
    const start = now();
    await this.#pause(breathe());
    this.#clock.paused(now() - start);
  }

  async #pause(until: Promise<unknown>): Promise<void> {
    this.#endSlice();
    await until;
    this.#throwIfAborted();
    this.#clock.begin(this.#options.now());
  }

  #endSlice(): void {
    this.#log.add(this.#clock.sliceStart, this.#options.now(), 'compute');
  }

  #throwIfAborted(): void {
    if (!this.#options.signal.aborted) return;
    throw new RunAborted({
      startedAt: this.#startedAt,
      endedAt: this.#options.now(),
      lanes: [{ name: 'main', bars: this.#log.bars() }],
      doneParts: this.#doneParts,
    });
  }

  #outcome(): RunOutcome {
    this.#endSlice();
    const mergeStart = this.#options.now();
    const result = finishJob(this.#job);
    const endedAt = this.#options.now();
    this.#log.add(mergeStart, endedAt, 'merge');
    const computeMs = this.#log.sum('compute');
    const mergeMs = this.#log.sum('merge');
    const cost = {
      wallMs: endedAt - this.#startedAt,
      computeMs,
      startupMs: 0,
      transferMs: 0,
      mergeMs,
      mainBlockedMs: computeMs + mergeMs,
      bytesMoved: 0,
      bytesCopied: (this.#job.copied?.() ?? 0) - this.#copiedBefore,
    };
    const lanes = [{ name: 'main', bars: this.#log.bars() }];
    return { result, cost, lanes, workers: 0, startedAt: this.#startedAt };
  }
}
