import { describe, expect, it } from 'vitest';
import { TileQueue } from '../../../src/lab/fractal/tile-queue.ts';
import type { Job } from '../../../src/strategies/contract.ts';
import { mandelbrot } from '../../../src/tasks/mandelbrot/mandelbrot.ts';
import { planTiles } from '../../../src/tasks/mandelbrot/tiles.ts';

function jobOf(width: number): Job {
  const plan = planTiles({ width, height: 64, tile: 64 });
  const output = new ArrayBuffer(plan.outputBytes);
  return { task: mandelbrot, params: {}, shape: {}, plan, source: { kind: 'none' }, output };
}

function end(queue: TileQueue, job: Job, index: number, thread: number): void {
  const part = job.plan.parts[index];
  if (part === undefined) throw new Error('There is no such tile.');
  new Uint8Array(job.output, part.output.start, part.output.end - part.output.start).fill(index + 1);
  queue.push({ part, thread, start: 0, end: 1 }, job);
}

/** Tiles as they are painted: index, first byte, thread. */
function painter() {
  const painted: [number, number, number][] = [];
  return {
    painted,
    paint: (part: { index: number }, bytes: Uint8Array, thread: number) =>
      void painted.push([part.index, bytes[0] ?? -1, thread]),
  };
}

describe('tiles that wait to be painted', () => {
  it('are painted a few at a time, in the order in which they ended', () => {
    const queue = new TileQueue();
    const { painted, paint } = painter();
    const job = jobOf(64 * 40);
    queue.begin(job);
    for (let i = 39; i >= 0; i -= 1) end(queue, job, i, i % 3);
    queue.paintDue(paint, 0, false);
    expect(painted.length).toBeGreaterThan(0);
    expect(painted.length).toBeLessThan(40);
    for (let frame = 1; frame < 40; frame += 1) queue.paintDue(paint, frame, false);
    expect(painted).toEqual(Array.from({ length: 40 }, (_, i) => [39 - i, 40 - i, (39 - i) % 3]));
  });

  it('keep their bytes when the run’s output is cleared', () => {
    const queue = new TileQueue();
    const { painted, paint } = painter();
    const job = jobOf(64);
    queue.begin(job);
    end(queue, job, 0, 2);
    new Uint8Array(job.output).fill(0);
    queue.paintDue(paint, 0, false);
    expect(painted).toEqual([[0, 1, 2]]);
  });

  it('are shown in fewer frames while a run is measured, more at a time', () => {
    const queue = new TileQueue();
    const { painted, paint } = painter();
    const job = jobOf(64 * 40);
    queue.begin(job);
    const shownIn: number[] = [];
    for (let frame = 0; frame < 40; frame += 1) {
      end(queue, job, frame, 1);
      const before = painted.length;
      queue.paintDue(paint, frame * 16, true);
      if (painted.length > before) shownIn.push(frame);
    }
    expect(shownIn.length).toBeGreaterThan(3);
    expect(shownIn.length).toBeLessThan(10);
    expect(painted.length).toBeGreaterThan(30);
  });

  it('are dropped when another job begins', () => {
    const queue = new TileQueue();
    const { painted, paint } = painter();
    const [first, second] = [jobOf(128), jobOf(128)];
    queue.begin(first);
    end(queue, first, 0, 1);
    queue.begin(second);
    expect([queue.has(first), queue.has(second)]).toEqual([false, true]);
    end(queue, second, 1, 1);
    queue.paintAll(paint);
    expect(painted).toEqual([[1, 2, 1]]);
  });
});
