import { yieldOrContinue } from 'main-thread-scheduling';
import { frameStats } from '../../../src/measure/frames.ts';
import { beatOf } from '../../../src/measure/refresh.ts';
import { blocking } from '../../../src/strategies/blocking.ts';
import { chunked } from '../../../src/strategies/chunked.ts';
import type { Job, RunOptions } from '../../../src/strategies/contract.ts';
import { driverOf } from '../../../src/strategies/job-source.ts';
import { drawingInSteps, optionsOf } from './jobs.ts';

const SLICE_MS = 8;

interface Felt extends Readonly<Record<string, number>> {
  readonly wallMs: number;
  /** Of 100 frames that the screen could have shown. */
  readonly 'frames of 100': number;
  readonly 'longest freeze': number;
  /** The longest that a real tap had to wait for its handler, ms. */
  readonly 'a tap waited'?: number;
}

/** Enough to see the screen's beat by. */
const IDLE_FRAMES = 20;

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

async function beat(): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < IDLE_FRAMES; i += 1) times.push(await nextFrame());
  const found = beatOf(times);
  if (found === null) throw new Error('The page of peers is not drawn.');
  return found;
}

/** Collects the times of all frames; the returned function stops, and gives them. */
function watchFrames(): () => readonly number[] {
  const times: number[] = [];
  let watching = true;
  const note = (time: number): void => {
    times.push(time);
    if (watching) requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
  return () => {
    watching = false;
    return times;
  };
}

/** Collects how long taps waited for their handler, ms; the returned function stops, and gives the longest. */
function watchTaps(): () => Partial<Felt> {
  const delays: number[] = [];
  const hear = ({ timeStamp }: Event): void => void delays.push(performance.now() - timeStamp);
  addEventListener('pointerdown', hear);
  return () => {
    removeEventListener('pointerdown', hear);
    return delays.length === 0 ? {} : { 'a tap waited': Math.max(...delays) };
  };
}

/** Nobody asks for frames, so that the page has nothing to draw while it works. */
const noFrames = (): readonly number[] => [];

/** Runs `work` while frames and taps are watched; taps come from outside. */
async function feel(
  work: (job: Job, options: RunOptions) => unknown,
  watch: () => () => readonly number[] = watchFrames,
): Promise<Felt> {
  const [job, intervalMs] = [await drawingInSteps(), await beat()];
  const [frames, taps] = [watch(), watchTaps()];
  for (let i = 0; i < 2; i += 1) await nextFrame();
  const startMs = performance.now();
  await work(job, optionsOf(new AbortController().signal));
  const endMs = performance.now();
  // The last gap is seen only by the frame after it.
  for (let i = 0; i < 2; i += 1) await nextFrame();
  const stats = frameStats(frames(), { startMs, endMs, intervalMs });
  return {
    wallMs: endMs - startMs,
    'frames of 100': stats === null ? NaN : (100 * stats.presented) / stats.expected,
    'longest freeze': stats?.longestMs ?? NaN,
    ...taps(),
  };
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
  'chunked, nothing to draw': () =>
    feel(
      (job, options) => chunked.run(job, options),
      () => noFrames,
    ),
  'main-thread-scheduling, interactive': () =>
    feel((job) => eachStep(job, () => yieldOrContinue('interactive'))),
  'main-thread-scheduling, smooth': () => feel((job) => eachStep(job, () => yieldOrContinue('smooth'))),
  'setTimeout, slices of 8 ms': () => feel(byTimer),
};
