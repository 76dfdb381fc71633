/**
 * The first run on a page is the one that everybody waits for, and all of its code is run for the first time then: compiled,
 * and slow for that (22 ms where later ones take 5, measured: a frame lost). So the page, once it has nothing else to do, plays
 * a small recording of the machine's through the same components, in an element of no document, and throws them away.
 */
import { flushSync, mount, unmount } from 'svelte';
import { Desk } from '../desk.svelte.ts';
import { whenFree } from '../editor/when-free.ts';
import type { MachineClient } from '../machine-client.ts';
import Rehearsal from './Rehearsal.svelte';

/** A little of everything that runs: calls, variables, promises, timers, frames, lines on the console, an error. */
const PIECE = `const seen = new Map();
async function look(name, waits) {
  for (let i = 0; i < 3; i += 1) seen.set(i, { name, at: [i, waits] });
  const list = await Promise.all([waits, seen.get(1)]);
  console.log(name, list);
}
setTimeout(() => console.log('timer'), 5);
requestAnimationFrame(() => console.warn('frame'));
queueMicrotask(() => look('microtask', 1));
look('first', 2).then(() => look('then', 3)).finally(() => console.log('done'));
Promise.reject(new Error('unheard'));
`;

/** How often each kind of move is made. */
const TIMES = 12;

/** Called after each of the moves, with the slider's places from 0 to 1. */
function* movesOf(desk: Desk): Generator<() => void> {
  const { stepper } = desk;
  for (let i = 0; i < TIMES; i += 1) yield () => desk.step();
  for (let i = 0; i < TIMES; i += 1) yield () => desk.goTo(Math.round((stepper.length * i) / TIMES));
  yield () => desk.back();
}

const free = (): Promise<void> =>
  new Promise((resolve) => {
    whenFree(resolve);
  });

/** `false` where it can't be loaded: the page says so itself. */
const editorIsThere = (): Promise<boolean> =>
  import('../editor/CodeEditor.svelte').then(
    () => true,
    () => false,
  );

/** Rehearses, a short piece at a time; stops where `isOver` says so between two of them. */
export async function rehearse(machine: MachineClient, wide: boolean, isOver: () => boolean): Promise<void> {
  await free();
  if (isOver() || !(await editorIsThere())) return;
  await free();
  const recording = isOver() ? null : await machine.rehearse(PIECE);
  if (recording === null || isOver()) return;
  const played = { record: () => Promise.resolve(recording), close: () => undefined };
  const desk = new Desk(played, () => undefined);
  desk.edit(PIECE);
  const nowhere = mount(Rehearsal, { target: document.createElement('div'), props: { desk, wide } });
  try {
    await desk.stepper.run();
    for (const move of movesOf(desk)) {
      await free();
      if (isOver()) return;
      flushSync(move);
    }
  } finally {
    await unmount(nowhere);
  }
}
