import type { LoopTools } from '../../stage/loop-tools.ts';
import type { World } from '../../stage/world.ts';

type Loop = World & LoopTools;

/** Four ways to have something run, and the order in which they come. */
export function guess({ log, setTimeout, requestAnimationFrame, queueMicrotask }: Loop): void {
  log('script begins');
  setTimeout(() => log('timer'), 0);
  requestAnimationFrame(() => log('frame'));
  queueMicrotask(() => log('microtask'));
  log('script ends');
}

/** The same steps, each below what it waits for. */
export async function inOrder({ log, setTimeout, requestAnimationFrame }: Loop): Promise<void> {
  log('script');
  // eslint-disable-next-line @typescript-eslint/await-thenable -- the lesson's point
  await null; // a microtask
  log('microtask');
  await new Promise<void>((done) => setTimeout(done, 0));
  log('timer');
  await new Promise((done) => requestAnimationFrame(done));
  log('frame');
}

/** Microtasks that queue microtasks: all of them come before the timer. */
export function allMicrotasks({ log, setTimeout, queueMicrotask }: Loop): void {
  setTimeout(() => log('timer'), 0);
  queueMicrotask(() => {
    log('microtask 1');
    queueMicrotask(() => log('microtask 3'));
  });
  queueMicrotask(() => log('microtask 2'));
  log('script ends');
}

/** One task at a time, each with its microtasks. */
export function oneTask({ log, setTimeout, queueMicrotask }: Loop): void {
  setTimeout(() => {
    log('task 1');
    queueMicrotask(() => log('its microtask'));
    log('task 1 ends');
  }, 0);
  setTimeout(() => log('task 2'), 0);
}

/** Microtasks that queue microtasks keep timer and frame waiting. */
export function starve({ log, busy, setTimeout, requestAnimationFrame, queueMicrotask }: Loop): void {
  let turns = 0;
  setTimeout(() => log('timer'), 0);
  requestAnimationFrame(() => log('frame'));
  queueMicrotask(function again() {
    busy(20); // 20 ms of work
    turns += 1;
    if (turns < 5) queueMicrotask(again);
    else log('microtasks are done');
  });
}
