import { throwIfAborted, untilAbort } from '../async/abort.ts';
import { PoolGaveUpError, WorkerDiedError } from './errors.ts';
import { Slot, type Spawn } from './slot.ts';

export interface PoolOptions {
  readonly now?: () => number;
  /** How long a new worker may take to answer, in ms. */
  readonly connectLimitMs?: number;
  /** So many deaths within `windowMs` are made good; the next one is an error. */
  readonly maxReplacements?: number;
  readonly windowMs?: number;
}

interface Entry {
  readonly slot: Slot;
  readonly ready: Promise<void>;
}

export interface PoolStats {
  readonly live: number;
  readonly busy: number;
  readonly spawned: number;
  readonly deaths: number;
}

/** Workers that are spawned when first needed, stay warm, and are replaced when they die, up to a limit. */
export class Pool {
  readonly #spawn: Spawn;
  readonly #now: () => number;
  readonly #connectLimitMs: number;
  readonly #maxReplacements: number;
  readonly #windowMs: number;
  readonly #slots = new Map<number, Entry>();
  #deathTimes: number[] = [];
  #lastReason = '';
  #spawned = 0;
  #deaths = 0;

  constructor(spawn: Spawn, options: PoolOptions = {}) {
    this.#spawn = spawn;
    this.#now = options.now ?? (() => performance.now());
    this.#connectLimitMs = options.connectLimitMs ?? 15_000;
    this.#maxReplacements = options.maxReplacements ?? 3;
    this.#windowMs = options.windowMs ?? 10_000;
  }

  /**
   * The first `count` workers, alive and answering; spawns what is missing.
   * @throws AbortError, WorkerDiedError, PoolGaveUpError
   */
  async ready(count: number, signal?: AbortSignal): Promise<Slot[]> {
    throwIfAborted(signal);
    const slots = await Promise.all(Array.from({ length: count }, (_, i) => this.#live(i + 1, signal)));
    throwIfAborted(signal);
    return slots;
  }

  /** Ends workers beyond the first `count` that hold no call. */
  trim(count: number): void {
    for (const [index, { slot }] of this.#slots) {
      if (index > count && !slot.busy) this.retire(slot, 'it was no longer needed');
    }
  }

  /** Ends a worker on purpose: not counted as a death. Calls that it holds are rejected. */
  retire(slot: Slot, reason: string): void {
    if (this.#slots.get(slot.index)?.slot === slot) this.#slots.delete(slot.index);
    slot.kill(reason);
  }

  stats(): PoolStats {
    const slots = [...this.#slots.values()];
    const busy = slots.filter((entry) => entry.slot.busy).length;
    return { live: slots.length, busy, spawned: this.#spawned, deaths: this.#deaths };
  }

  /** Ends every worker; calls that they held are rejected. */
  dispose(): void {
    for (const { slot } of [...this.#slots.values()]) this.retire(slot, 'the pool was disposed');
  }

  /** Worker `index`, alive and answering; one that dies before its first answer is replaced. */
  async #live(index: number, signal: AbortSignal | undefined): Promise<Slot> {
    for (;;) {
      this.#refuseIfGivenUp();
      const entry = this.#slots.get(index) ?? this.#add(index);
      try {
        // A worker that is slow to start must not keep an abort waiting: it goes on starting, for the next run.
        await untilAbort(entry.ready, signal);
        return entry.slot;
      } catch (error) {
        if (!(error instanceof WorkerDiedError)) throw error;
        throwIfAborted(signal);
      }
    }
  }

  #add(index: number): Entry {
    this.#spawned += 1;
    const slot = new Slot(index, this.#spawn, (gone, reason) => {
      this.#onGone(gone, reason);
    });
    const entry = { slot, ready: slot.connect(this.#now, this.#connectLimitMs) };
    // Whoever asked awaits `ready`; a spawn that nobody awaits any more must not be an unhandled rejection.
    entry.ready.catch(() => undefined);
    this.#slots.set(index, entry);
    return entry;
  }

  #refuseIfGivenUp(): void {
    const since = this.#now() - this.#windowMs;
    this.#deathTimes = this.#deathTimes.filter((time) => time > since);
    if (this.#deathTimes.length <= this.#maxReplacements) return;
    throw new PoolGaveUpError(this.#deathTimes.length, this.#windowMs / 1000, this.#lastReason);
  }

  /** A death that nobody ordered is remembered, so that a crash loop ends. The next `ready` replaces the worker. */
  #onGone(slot: Slot, reason: string): void {
    if (this.#slots.get(slot.index)?.slot !== slot) return;
    this.#slots.delete(slot.index);
    this.#deaths += 1;
    this.#lastReason = reason;
    this.#deathTimes.push(this.#now());
  }
}
