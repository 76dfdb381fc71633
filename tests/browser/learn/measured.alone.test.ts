import { describe, expect, test } from 'vitest';
import type { Cooked } from '../../../src/learn/lessons/concurrency-parallelism/dishes.ts';
import { lesson as cooking } from '../../../src/learn/lessons/concurrency-parallelism/lesson.ts';
import { lesson as blocking } from '../../../src/learn/lessons/blocking/lesson.ts';
import type { Counted } from '../../../src/learn/lessons/shared-memory/count.ts';
import { lesson as counting } from '../../../src/learn/lessons/shared-memory/lesson.ts';
import { MOST, type HallRun } from '../../../src/learn/lessons/speed-up/hall.ts';
import { lesson as speedUp } from '../../../src/learn/lessons/speed-up/lesson.ts';
import { lesson as stopping } from '../../../src/learn/lessons/stopping/lesson.ts';
import type { StopRun } from '../../../src/learn/lessons/stopping/stop.ts';
import { lesson as workers } from '../../../src/learn/lessons/workers/lesson.ts';
import type { PostRun } from '../../../src/learn/lessons/workers/post.ts';
import { lesson as yielding } from '../../../src/learn/lessons/yielding/lesson.ts';
import type { SlicesRun } from '../../../src/learn/lessons/yielding/slices.ts';
import { startNumbers, type Lesson, type Outcome } from '../../../src/learn/model/lesson.ts';
import { runVariant } from '../../../src/learn/stage/run-variant.ts';
import type { Felt } from '../../../src/learn/threads/felt.ts';
import { spansOf } from '../../../src/learn/trace/trace.ts';

async function run(lesson: Lesson, id: string): Promise<Outcome> {
  const variant = [lesson.first, ...lesson.fixes].find((each) => each.id === id);
  if (variant === undefined) throw new Error(`${lesson.name} has no ${id}.`);
  const outcome = await runVariant(lesson, variant, startNumbers(lesson)).outcome;
  expect(outcome.failure).toBeNull();
  expect(variant.after(outcome)).not.toBe('');
  return outcome;
}

/** What a program measured, in its own terms. */
async function measured<T>(lesson: Lesson, id: string): Promise<T> {
  return (await run(lesson, id)).value as T;
}

test('a tap waits for the busy loop, and not for the timer', async () => {
  const loop = await measured<Felt>(blocking, 'loop');
  const timer = await measured<Felt>(blocking, 'timer');
  expect(loop.standInMs ?? 0).toBeGreaterThan(5 * (timer.standInMs ?? Infinity));
  expect(loop.frozenMs).toBeGreaterThan(timer.frozenMs);
});

describe('in progress, and at once', () => {
  test('in turns all five are begun before one ends, and one runs at a time', async () => {
    const outcome = await run(cooking, 'turns');
    const bars = spansOf(outcome.trace.events).filter(({ start }) => start.lane.group === 'task');
    expect(bars.length).toBeGreaterThan(5);
    for (const [i, { start }] of bars.entries()) {
      if (i > 0) expect(start.ms).toBeGreaterThanOrEqual(bars[i - 1]?.end?.ms ?? Infinity);
    }
    expect(outcome.order.indexOf('begin 5')).toBeLessThan(outcome.order.indexOf('end 1'));
  });

  test('more workers than cores take longer each', async () => {
    const crowd = await measured<Cooked>(cooking, 'crowd');
    const mean = crowd.eachMs.reduce((sum, ms) => sum + ms, 0) / crowd.eachMs.length;
    expect(mean).toBeGreaterThan(crowd.aloneMs);
  });
});

test('a microtask lets no tap in, a task does', async () => {
  const micro = await measured<SlicesRun>(yielding, 'microtask');
  const task = await measured<SlicesRun>(yielding, 'task');
  expect(micro.felt?.standInMs ?? 0).toBeGreaterThan(2 * (task.felt?.standInMs ?? Infinity));
  expect(micro.felt?.timersServed).toBe(0);
  expect(task.felt?.timersServed ?? 0).toBeGreaterThan(0);
});

test('the sender pays for a copy, and not for what is moved or shared', async () => {
  const copy = await measured<PostRun>(workers, 'copy');
  const busy = copy.posts[0]?.busyMs ?? 0;
  for (const id of ['move', 'share']) {
    const other = await measured<PostRun>(workers, id);
    expect(busy).toBeGreaterThan(other.posts[0]?.busyMs ?? Infinity);
  }
});

test('microtask turns never hear a stop; a message, a flag and terminate do', async () => {
  const deaf = (await measured<StopRun>(stopping, 'microtask')).stopped;
  expect(deaf?.ending).toBe('all done');
  for (const [id, ending] of [
    ['message', 'stopped'],
    ['flag', 'stopped'],
    ['terminate', 'ended'],
  ] as const) {
    const { stopped } = await measured<StopRun>(stopping, id);
    expect(stopped?.ending, id).toBe(ending);
    expect(stopped?.latencyMs ?? Infinity, id).toBeLessThan(deaf?.latencyMs ?? 0);
  }
});

test('Atomics lose nothing, a number each loses nothing, and plain additions never gain', async () => {
  for (const id of ['atomic', 'alone']) {
    const { counted, made } = await measured<Counted>(counting, id);
    expect(counted).toBe(made);
  }
  const { counted, made } = await measured<Counted>(counting, 'plain');
  expect(counted).toBeGreaterThan(0);
  expect(counted).toBeLessThanOrEqual(made);
});

describe('speed-up', () => {
  test('the curve has a point for each count, and starting is seen where it happened', async () => {
    const { points } = await measured<HallRun>(speedUp, 'curve');
    expect(points.map((point) => point.workers)).toEqual(Array.from({ length: MOST }, (_, i) => i + 1));
    const { rows } = await measured<HallRun>(speedUp, 'start');
    expect(rows[0]?.startMs ?? 0).toBeGreaterThan(rows[1]?.startMs ?? Infinity);
  });

  test('carrying takes the page more time than handing nothing over', async () => {
    const { rows } = await measured<HallRun>(speedUp, 'carry');
    const claimed = await measured<HallRun>(speedUp, 'claimed');
    expect(rows[1]?.carryMs ?? 0).toBeGreaterThan(claimed.rows[0]?.carryMs ?? Infinity);
  });

  test('a busy page starves the workers it feeds, and not those that serve themselves', async () => {
    const fed = await measured<HallRun>(speedUp, 'starved');
    const own = await measured<HallRun>(speedUp, 'claimed');
    expect(fed.rows[0]?.idleMs ?? 0).toBeGreaterThan(2 * (own.rows[0]?.idleMs ?? Infinity));
  });
});
