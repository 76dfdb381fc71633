import type { Slot } from '../../../pool/slot.ts';
import type { Numbers } from '../../model/lesson.ts';
import type { StageWorld } from '../../stage/world.ts';
import { drawWork, hire, laneOf, withPool } from '../../threads/crew.ts';
import { Kept } from '../../threads/kept.svelte.ts';
import { canShare } from '../../threads/work.ts';

const WORKERS = 2;
const MILLION = 1_000_000;

export type Way = 'plain' | 'atomic' | 'alone';

/** What came of the additions. */
export interface Counted {
  readonly way: Way;
  /** How many additions were made. */
  readonly made: number;
  /** What the counter said; `null` where threads can't share memory. */
  readonly counted: number | null;
  /** The longest that a worker was at it, by its own clock. */
  readonly ms: number;
}

export const counts = new Kept<Counted>();
export const timesOf = (numbers: Numbers): number => (numbers['millions'] ?? 1) * MILLION;

export interface Together {
  readonly memory: SharedArrayBuffer;
  readonly times: number;
  readonly workers: readonly {
    readonly add: (memory: SharedArrayBuffer, times: number) => Promise<number>;
    readonly addAtomic: (memory: SharedArrayBuffer, times: number) => Promise<number>;
  }[];
}
export interface Alone {
  readonly times: number;
  readonly workers: readonly { readonly addAlone: (times: number) => Promise<number> }[];
}

/** A worker of the lab's pool as the programs see it. */
class Counter {
  ms = 0;
  readonly #stage: StageWorld;
  readonly #slot: Slot;

  constructor(stage: StageWorld, slot: Slot) {
    this.#stage = stage;
    this.#slot = slot;
  }

  readonly add = (memory: SharedArrayBuffer, times: number): Promise<number> =>
    this.#count(memory, times, { atomic: false, crew: WORKERS });

  readonly addAtomic = (memory: SharedArrayBuffer, times: number): Promise<number> =>
    this.#count(memory, times, { atomic: true, crew: WORKERS });

  readonly addAlone = (times: number): Promise<number> =>
    this.#count(new ArrayBuffer(8), times, { atomic: false, crew: 1 });

  async #count(
    memory: ArrayBuffer | SharedArrayBuffer,
    times: number,
    how: { readonly atomic: boolean; readonly crew: number },
  ): Promise<number> {
    const { seen, start, end } = await this.#slot.call((api) => api.add(memory, times, how));
    this.ms = end - start;
    const { clockOffset } = this.#slot;
    drawWork(this.#stage, laneOf(this.#slot), 'adding', {
      start: start - clockOffset,
      end: end - clockOffset,
    });
    return seen;
  }

  /** The additions are compiled before they are counted. */
  async warm(): Promise<void> {
    const draft = { crew: 1 } as const;
    for (const atomic of [false, true]) {
      await this.#slot.call((api) => api.add(new ArrayBuffer(8), MILLION, { ...draft, atomic }));
    }
  }
}

/** Two workers, and a memory for both where there can be one. */
export function withCounters(
  stage: StageWorld,
  numbers: Numbers,
  way: Way,
  program: (tools: Together & Alone) => Promise<number>,
): Promise<Counted> {
  return withPool(stage, async (pool) => {
    const made = WORKERS * timesOf(numbers);
    if (way !== 'alone' && !canShare()) return { way, made, counted: null, ms: 0 };
    const slots = await hire(stage, pool, WORKERS);
    const workers = slots.map((slot) => new Counter(stage, slot));
    await Promise.all(workers.map((worker) => worker.warm()));
    const memory = (canShare() ? new SharedArrayBuffer(8) : new ArrayBuffer(8)) as SharedArrayBuffer;
    const counted = await program({ memory, times: timesOf(numbers), workers });
    const seen = { way, made, counted, ms: Math.max(...workers.map(({ ms }) => ms)) };
    counts.keep(way, seen);
    return seen;
  });
}
