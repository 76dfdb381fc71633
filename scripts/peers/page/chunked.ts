import { yieldOrContinue } from 'main-thread-scheduling';
import { blocking } from '../../../src/strategies/blocking.ts';
import { chunked } from '../../../src/strategies/chunked.ts';
import type { Job, RunOptions } from '../../../src/strategies/contract.ts';
import { driverOf } from '../../../src/strategies/job-source.ts';
import { drawingInSteps, optionsOf } from './jobs.ts';

const SLICE_MS = 8;

export interface Felt extends Readonly<Record<string, number>> {
  readonly wallMs: number;
  /** Frames that the page drew meanwhile, of each 100 that the screen could have shown. */
  readonly framesShown: number;
  /** The longest that a real tap had to wait for its handler, ms; NaN where none came. */
  readonly tapMs: number;
}

/** The quickest beat of the page at rest, ms. */
async function frameInterval(): Promise<number> {
  const next = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  let shortest = Infinity;
  let last = await next();
  for (let i = 0; i < 10; i += 1) {
    const now = await next();
    shortest = Math.min(shortest, now - last);
    last = now;
  }
  return shortest;
}

/** Runs `work` while frames and taps are watched; taps come from outside. */
async function feel(work: (job: Job, options: RunOptions) => unknown): Promise<Felt> {
  const [job, interval] = [await drawingInSteps(), await frameInterval()];
  let frames = 0;
  const delays: number[] = [];
  let watching = true;
  const count = (): void => {
    frames += 1;
    if (watching) requestAnimationFrame(count);
  };
  const hear = ({ timeStamp }: Event): void => void delays.push(performance.now() - timeStamp);
  addEventListener('pointerdown', hear);
  requestAnimationFrame(count);
  const start = performance.now();
  await work(job, optionsOf(new AbortController().signal));
  const wallMs = performance.now() - start;
  watching = false;
  const possible = wallMs / interval;
  const framesShown = Math.min(100, (100 * frames) / possible);
  await new Promise((resolve) => setTimeout(resolve, 100));
  removeEventListener('pointerdown', hear);
  return { wallMs, framesShown, tapMs: delays.length === 0 ? NaN : Math.max(...delays) };
}

async function eachStep(job: Job, afterStep: () => Promise<void> | undefined): Promise<void> {
  for (const part of job.plan.parts) {
    const driver = driverOf(job, part);
    while (driver.step() !== true) {
      const pause = afterStep();
      if (pause !== undefined) await pause;
    }
  }
}

/** A slice of the same length, then a timer of 0 ms. */
function byTimer(job: Job): Promise<void> {
  let since = performance.now();
  return eachStep(job, () => {
    if (performance.now() - since < SLICE_MS) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        since = performance.now();
        resolve();
      }, 0);
    });
  });
}

export const chunkedContenders = {
  blocking: () => feel((job, options) => blocking.run(job, options)),
  'chunked, slices of 8 ms': () => feel((job, options) => chunked.run(job, options)),
  'main-thread-scheduling, interactive': () =>
    feel((job) => eachStep(job, () => yieldOrContinue('interactive'))),
  'main-thread-scheduling, smooth': () => feel((job) => eachStep(job, () => yieldOrContinue('smooth'))),
  'setTimeout, slices of 8 ms': () => feel(byTimer),
};
