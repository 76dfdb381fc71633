import { onAbort, throwIfAborted } from '../async/abort.ts';
import type { Pool } from '../pool/pool.ts';
import { isShared } from '../pool/transfer.ts';
import type { Slot } from '../pool/slot.ts';
import { RunAborted, type Job, type RunOptions, type RunOutcome, type Strategy } from './contract.ts';
import { MessageFeed } from './pool-messages.ts';
import { PoolRun } from './pool-run.ts';
import { SharedFeed } from './pool-shared.ts';

/** How long a running part may take to hear an abort before its worker is terminated, in ms. */
export const GRACE_MS = 250;

/** Hands a run's parts to workers; resolves when all are done, rejects on the first failure. */
export interface Feed {
  /** Runs until no part is left. Settles only when no call is pending any more, or the worker is gone. */
  start(slots: readonly Slot[]): Promise<void>;
  /** No further part begins; the running ones are asked to stop. */
  stop(): void;
}

function feedOf(run: PoolRun): Feed {
  const { source, output } = run.job;
  return isShared(output) && source.kind !== 'blobs' ? new SharedFeed(run, output) : new MessageFeed(run);
}

/** Workers claim or are handed parts; the page only hands over and puts together. */
export function poolStrategy(pool: Pool): Strategy {
  return {
    id: 'pool',
    async run(job: Job, options: RunOptions): Promise<RunOutcome> {
      const run = new PoolRun(job, options);
      throwIfAborted(options.signal);
      try {
        const slots = await pool.ready(options.workers, options.signal);
        run.started();
        await work(pool, run, slots);
        return run.outcome();
      } catch (error) {
        if (options.signal.aborted) throw new RunAborted(run.stopped());
        throw error;
      }
    },
  };
}

/**
 * Three tiers of abort: queued parts are dropped at once, running ones hear between steps, and what has not
 * answered within the grace time is terminated. Returns only when no thread works on the run any more. A run that
 * ends early goes the same way, but for the parts that are still wanted.
 */
async function work(pool: Pool, run: PoolRun, slots: readonly Slot[]): Promise<void> {
  const feed = feedOf(run);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const retireSoon = (): void => {
    timer ??= setTimeout(() => {
      for (const slot of slots) {
        if (slot.busy) pool.retire(slot, 'it did not stop in time');
      }
    }, GRACE_MS);
  };
  const stop = (): void => {
    feed.stop();
    retireSoon();
  };
  run.onFailure = stop;
  run.onSettled = retireSoon;
  const off = onAbort(run.options.signal, stop);
  try {
    await feed.start(slots);
  } finally {
    off();
    clearTimeout(timer);
    for (const slot of slots) slot.unlisten(run.setup.runId);
  }
  throwIfAborted(run.options.signal);
}
