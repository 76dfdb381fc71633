import { throwIfAborted } from '../async/abort.ts';
import type { Part } from '../tasks/contract.ts';
import type { PartDriver } from '../tasks/drive.ts';
import { BarLog } from './bars.ts';
import { RunAborted, type Job, type RunOptions, type RunOutcome, type Strategy } from './contract.ts';
import { driverOf, finishJob, partFailed } from './job-source.ts';

/**
 * All at once on the page's own thread. It yields to nothing; only a file that has to be read gives the
 * page a breath. An abort is first seen when the work is over.
 */
export const blocking: Strategy = {
  id: 'blocking',
  async run(job: Job, options: RunOptions): Promise<RunOutcome> {
    const { now, onPart, signal } = options;
    throwIfAborted(signal);
    const startedAt = now();
    const log = new BarLog(startedAt);
    for (const part of job.plan.parts) {
      const start = now();
      const driver = driverOf(job, part);
      // Not awaited where the bytes are in memory: even an empty `await` would let other microtasks in.
      const pending = finish(driver, part, options);
      if (pending !== undefined) await pending;
      const end = now();
      log.add(start, end, 'compute');
      onPart?.({ part, thread: 0, start, end });
    }
    return outcome(job, options, log, startedAt);
  },
};

/** Runs a part to its end; a promise only where a file has to be read. */
function finish(driver: PartDriver, part: Part, options: RunOptions): Promise<void> | undefined {
  try {
    for (let ended = driver.step(); ended !== true; ended = driver.step()) {
      if (ended !== false) return afterReading(driver, part, options, ended);
    }
  } catch (error) {
    throw partFailed(part, error);
  }
  return undefined;
}

async function afterReading(
  driver: PartDriver,
  part: Part,
  options: RunOptions,
  reading: Promise<false>,
): Promise<void> {
  options.onRead?.(part.index, driver.bytesRead);
  try {
    await reading;
  } catch (error) {
    throw partFailed(part, error);
  }
  await finish(driver, part, options);
}

function outcome(job: Job, options: RunOptions, log: BarLog, startedAt: number): RunOutcome {
  const mergeStart = options.now();
  const result = finishJob(job);
  const endedAt = options.now();
  log.add(mergeStart, endedAt, 'merge');
  const lanes = [{ name: 'main', bars: log.bars() }];
  if (options.signal.aborted) {
    throw new RunAborted({ startedAt, endedAt, lanes, doneParts: job.plan.parts.length });
  }
  const wallMs = endedAt - startedAt;
  const cost = {
    wallMs,
    computeMs: log.sum('compute'),
    startupMs: 0,
    transferMs: 0,
    mergeMs: log.sum('merge'),
    mainBlockedMs: wallMs,
    bytesMoved: 0,
    bytesCopied: 0,
  };
  return { result, cost, lanes, workers: 0, startedAt };
}
