import { throwIfAborted } from '../async/abort.ts';
import type { Part } from '../tasks/contract.ts';
import type { PartDriver } from '../tasks/drive.ts';
import { Ledger } from '../tasks/ledger.ts';
import { BarLog } from './bars.ts';
import { RunAborted, type Job, type RunOptions, type RunOutcome, type Strategy } from './contract.ts';
import { driverOf, finishJob, noteEnded, partFailed } from './job-source.ts';

/**
 * All at once on the page's own thread. It yields to nothing; only a file that has to be read gives the
 * page a breath. An abort is first seen when the work is over.
 */
export const blocking: Strategy = {
  id: 'blocking',
  async run(job: Job, options: RunOptions): Promise<RunOutcome> {
    throwIfAborted(options.signal);
    return new BlockingRun(job, options).run();
  },
};

class BlockingRun {
  readonly #job: Job;
  readonly #options: RunOptions;
  readonly #startedAt: number;
  readonly #log: BarLog;
  /** When the stretch of work under way began: reading a file ends it. */
  #workingSince = 0;
  readonly #copiedBefore: number;

  constructor(job: Job, options: RunOptions) {
    this.#job = job;
    this.#options = options;
    this.#startedAt = options.now();
    this.#log = new BarLog(this.#startedAt);
    this.#copiedBefore = job.copied?.() ?? 0;
  }

  async run(): Promise<RunOutcome> {
    const { now, onPart } = this.#options;
    const ledger = Ledger.begin(this.#job.plan);
    for (const part of this.#job.plan.parts) {
      if (!ledger.wants(part.index)) break;
      const start = now();
      this.#workingSince = start;
      // Not awaited where the bytes are in memory: even an empty `await` would let other microtasks in.
      const pending = this.#finish(part, driverOf(this.#job, part));
      if (pending !== undefined) await pending;
      noteEnded(this.#job, part, ledger);
      this.#endStretch();
      onPart?.({ part, thread: 0, start, end: now() });
    }
    return this.#outcome();
  }

  /** Runs a part to its end; a promise only where a file has to be read. */
  #finish(part: Part, driver: PartDriver): Promise<void> | undefined {
    try {
      for (let ended = driver.step(); ended !== true; ended = driver.step()) {
        if (ended !== false) return this.#afterReading(part, driver, ended);
      }
      driver.close();
    } catch (error) {
      throw partFailed(part, error);
    }
    return undefined;
  }

  async #afterReading(part: Part, driver: PartDriver, reading: Promise<false>): Promise<void> {
    this.#endStretch();
    this.#options.onRead?.(part.index, driver.bytesRead);
    try {
      await reading;
    } catch (error) {
      throw partFailed(part, error);
    }
    this.#workingSince = this.#options.now();
    await this.#finish(part, driver);
  }

  #endStretch(): void {
    this.#log.add(this.#workingSince, this.#options.now(), 'compute');
  }

  #outcome(): RunOutcome {
    const { now, signal } = this.#options;
    const mergeStart = now();
    const result = finishJob(this.#job);
    const endedAt = now();
    this.#log.add(mergeStart, endedAt, 'merge');
    const lanes = [{ name: 'main', bars: this.#log.bars() }];
    const startedAt = this.#startedAt;
    if (signal.aborted) {
      throw new RunAborted({ startedAt, endedAt, lanes, doneParts: this.#job.plan.parts.length });
    }
    const computeMs = this.#log.sum('compute');
    const mergeMs = this.#log.sum('merge');
    const cost = {
      wallMs: endedAt - startedAt,
      computeMs,
      startupMs: 0,
      transferMs: 0,
      mergeMs,
      mainBlockedMs: computeMs + mergeMs,
      bytesMoved: 0,
      bytesCopied: (this.#job.copied?.() ?? 0) - this.#copiedBefore,
    };
    return { result, cost, lanes, workers: 0, startedAt };
  }
}
