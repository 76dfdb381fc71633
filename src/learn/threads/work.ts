import { makeYield, defaultYieldName } from '../../async/yield.ts';
import type { Pool } from '../../pool/pool.ts';
import type { Job } from '../../strategies/contract.ts';
import type { Part, Task } from '../../tasks/contract.ts';
import { PartDriver } from '../../tasks/drive.ts';
import { loadTask } from '../../tasks/registry.ts';

/** Inside the set every point costs all its iterations, so that equal parts are equal work. */
const INSIDE = { x: -0.1, y: 0, scale: 0.1 };
/** A part's side in pixels; a large part needs more of them, since iterations have an upper limit. */
const SIDE = 32;
const LARGE_SIDE = 128;
const PROBE_ITERATIONS = 2000;
const ROUNDS = 6;
const [LEAST, MOST] = [16, 100_000];

interface Size {
  readonly side: number;
  readonly iterations: number;
  readonly parts: number;
}

function jobOf(task: Task, { side, iterations, parts }: Size, shared = false): Job {
  const params = { ...INSIDE, iterations, width: side, height: side * parts, tile: side };
  const plan = task.plan(params, {});
  const output = shared ? new SharedArrayBuffer(plan.outputBytes) : new ArrayBuffer(plan.outputBytes);
  return { task, params, shape: {}, plan, source: { kind: 'none' }, output };
}

/** One part of a job on this thread, step by step: `step()` says whether it is done. */
export function driveHere(job: Job, part: Part): PartDriver {
  const { params, shape } = job;
  const out = new Uint8Array(part.output.end - part.output.start);
  return new PartDriver(job.task.steps({ params, shape, part, out }), new Uint8Array(0));
}

let iterationsPerMs: Promise<number> | null = null;

/** How fast this thread is: the best of some short runs, so that the code has been compiled and nobody came between. */
async function pace(task: Task): Promise<number> {
  const breathe = makeYield(defaultYieldName());
  let perMs = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const job = jobOf(task, { side: SIDE, iterations: PROBE_ITERATIONS, parts: 1 });
    const [part] = job.plan.parts;
    if (part === undefined) break;
    const driver = driveHere(job, part);
    const start = performance.now();
    while (driver.step() !== true);
    const here = (PROBE_ITERATIONS * SIDE * SIDE) / Math.max(0.1, performance.now() - start);
    perMs = Math.max(perMs, here);
    await breathe?.();
  }
  return perMs;
}

/** A job of equal parts, each about so many milliseconds of work on this thread, by the lab's fractal kernel. */
export async function makeWork(msEach: number, parts = 1, shared = false): Promise<Job> {
  const task = await loadTask('mandelbrot');
  iterationsPerMs ??= pace(task);
  const total = (await iterationsPerMs) * msEach;
  const side = total / SIDE ** 2 > MOST ? LARGE_SIDE : SIDE;
  const iterations = Math.min(MOST, Math.max(LEAST, Math.round(total / side ** 2)));
  return jobOf(task, { side, iterations, parts }, shared);
}

const PICTURE = { width: 2048, height: 1024 };

/** Much to carry and little to do: the edges of a picture of noise, 8 MB, that was made in a worker. */
export async function makePicture(pool: Pool, signal: AbortSignal): Promise<Job> {
  const task = await loadTask('edges');
  const params = { repeat: 1 };
  const plan = task.plan(params, PICTURE);
  const [slot] = await pool.ready(1, signal);
  if (slot === undefined) throw new Error('The worker did not start.');
  const buffer = await slot.call((api) => api.noise(plan.outputBytes, 1, false));
  const output = new ArrayBuffer(plan.outputBytes);
  return { task, params, shape: PICTURE, plan, source: { kind: 'memory', buffer }, output };
}

/** Whether threads can share memory on this page. */
export function canShare(): boolean {
  return (
    typeof SharedArrayBuffer !== 'undefined' &&
    (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated === true
  );
}
