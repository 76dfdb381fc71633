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
    const { now, onPart } = options;
    const startedAt = now();
    const log = new BarLog(startedAt);
    for (const part of job.plan.parts) {
      const start = now();
      const driver = driverOf(job, part);
      try {
        for (let ended = driver.step(); ended !== true; ended = driver.step()) {
          if (ended !== false) await ended;
        }
      } catch (error) {
        throw partFailed(part, error);
      }
      const end = now();
      log.add(start, end, 'compute');
      onPart?.({ part, thread: 0, start, end });
    }
    return outcome(job, options, log, startedAt);
  },
};

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
