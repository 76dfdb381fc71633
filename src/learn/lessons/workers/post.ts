import { transfer } from 'comlink';
import type { Slot } from '../../../pool/slot.ts';
import { isShared } from '../../../pool/transfer.ts';
import type { Numbers } from '../../model/lesson.ts';
import type { StageWorld } from '../../stage/world.ts';
import { drawWork, hire, laneOf, PAGE, withPool } from '../../threads/crew.ts';
import { Kept } from '../../threads/kept.svelte.ts';
import { canShare } from '../../threads/work.ts';

const MB = 1_000_000;
/** For the table: from a message's own cost to one that can be felt. */
const SIZES = [0.001, 1, 8, 32];
const NAMES = ['document', 'window', 'localStorage', 'fetch', 'indexedDB', 'crypto'];

export const WAYS = ['copied', 'moved', 'shared'] as const;
export type Way = (typeof WAYS)[number];

/** One message, in ms. */
export interface Posted {
  readonly way: Way;
  readonly mb: number;
  /** How long the sender's thread was busy with it. */
  readonly busyMs: number;
  /** Until the worker had it, by the worker's clock. */
  readonly arrivedMs: number;
}

export interface PostRun {
  readonly startMs: number;
  readonly posts: readonly Posted[];
  /** What the worker's scope has, where that was asked. */
  readonly scope: readonly { readonly name: string; readonly here: boolean; readonly there: boolean }[];
}

type Bytes = ArrayBuffer | SharedArrayBuffer;

export interface Desk {
  readonly worker: {
    readonly post: (bytes: Bytes, moved?: readonly ArrayBuffer[]) => Promise<void>;
    readonly has: (names: readonly string[]) => Promise<boolean[]>;
  };
}
export interface Post extends Desk {
  readonly bytes: ArrayBuffer;
}
export interface SharedPost extends Desk {
  readonly shared: SharedArrayBuffer | null;
}
export interface Sizes extends Desk {
  readonly sizes: readonly number[];
  readonly make: (mb: number) => Promise<ArrayBuffer>;
  readonly makeShared: (mb: number) => Promise<SharedArrayBuffer | null>;
}
export interface Everything {
  readonly names: readonly string[];
}

/** The latest message of each way and size, so that they can stand side by side. */
export const posted = new Kept<Posted>();
export const keyOf = (way: Way, mb: number): string => `${way} ${String(mb)}`;

export const mbOf = (numbers: Numbers): number => numbers['mb'] ?? 32;

function wayOf(bytes: Bytes, moved: readonly ArrayBuffer[]): Way {
  if (isShared(bytes)) return 'shared';
  return moved.length > 0 ? 'moved' : 'copied';
}

/** Sends bytes to the lab's own worker, and notes how long that kept the sender. */
function postTo(stage: StageWorld, slot: Slot, posts: Posted[]): Desk['worker']['post'] {
  return async (bytes, moved = []) => {
    const mb = bytes.byteLength / MB;
    const way = wayOf(bytes, moved);
    const value = moved.length > 0 ? transfer(bytes, [...moved]) : bytes;
    const start = performance.now();
    const answer = slot.call((api) => api.receive(value));
    const end = performance.now();
    drawWork(stage, PAGE, 'posting', { start, end });
    const travel = stage.tracer.start({
      lane: { name: 'On its way', group: 'network' },
      label: `${String(mb)} MB, ${way}`,
      mode: 'wait',
      since: end,
    });
    const arrivedAt = Math.max(end, (await answer) - slot.clockOffset);
    // Only the first of many is given its time: the others' would lie on top of each other.
    travel(posts.length === 0 ? 'finished' : 'replaced', undefined, arrivedAt);
    stage.tracer.point(laneOf(slot), 'has it', arrivedAt);
    const seen: Posted = { way, mb, busyMs: end - start, arrivedMs: arrivedAt - start };
    posts.push(seen);
    posted.keep(keyOf(way, mb), seen);
  };
}

export type Tools = Post & SharedPost & Sizes & Everything;

/** Bytes that are really there: a memory that nobody has written to would be copied for nothing. */
function maker(slot: Slot) {
  const fill = (mb: number, shared: boolean): Promise<Bytes> =>
    slot.call((api) => api.noise(Math.round(mb * MB), 1, shared));
  return {
    make: async (mb: number) => (await fill(mb, false)) as ArrayBuffer,
    makeShared: async (mb: number) => (canShare() ? ((await fill(mb, true)) as SharedArrayBuffer) : null),
  };
}

/** One worker, a message of each kind to warm the way up, and then the program. */
export function withWorker(
  stage: StageWorld,
  numbers: Numbers,
  needs: { readonly bytes?: boolean; readonly shared?: boolean },
  program: (tools: Tools) => Promise<void>,
): Promise<PostRun> {
  return withPool(stage, async (pool) => {
    const startedAt = performance.now();
    const [slot] = await hire(stage, pool, 1);
    const startMs = performance.now() - startedAt;
    if (slot === undefined) throw new Error('The worker did not start.');
    const posts: Posted[] = [];
    let there: readonly boolean[] = [];
    const { make, makeShared } = maker(slot);
    await slot.call((api) => api.receive(null));
    await program({
      worker: {
        post: postTo(stage, slot, posts),
        has: async (names) => {
          const answer = await slot.call((api) => api.has(names));
          there = answer;
          return answer;
        },
      },
      bytes: needs.bytes === true ? await make(mbOf(numbers)) : new ArrayBuffer(0),
      shared: needs.shared === true ? await makeShared(mbOf(numbers)) : null,
      sizes: SIZES,
      make,
      makeShared,
      names: NAMES,
    });
    const scope = there.map((has, i) => ({
      name: NAMES[i] ?? '',
      here: (NAMES[i] ?? '') in globalThis,
      there: has,
    }));
    return { startMs, posts, scope };
  });
}
