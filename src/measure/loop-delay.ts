import { pageTimers, type TimerHost } from './host.ts';
import { quantile } from './quantile.ts';

/** How late a task runs because the event loop is busy, ms. */
export interface LoopDelay {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

/**
 * One ping each 20 ms: above the 4 ms to which browsers clamp nested timers
 * (https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#timers), and too few to be a load.
 */
const PERIOD_MS = 20;
/** Eleven minutes of pings; later ones overwrite the oldest. */
const CAPACITY = 2 ** 15;

/**
 * Measures how late a timer's task runs. While the loop is blocked only one ping waits, so a ping that came
 * `L` late also counts for those that would have been due meanwhile (`L − 20`, `L − 40`, …): the percentiles
 * are of a task that arrives at any moment, not of the pings that got through.
 */
export class LoopDelaySampler {
  readonly #timers: TimerHost;
  readonly #samples = new Float64Array(CAPACITY);
  #count = 0;
  #due = 0;
  #cancel: (() => void) | null = null;

  constructor(timers: TimerHost = pageTimers) {
    this.#timers = timers;
  }

  /** Starts afresh. */
  start(): void {
    this.#cancel?.();
    this.#count = 0;
    this.#ping();
  }

  /** Stops and tells; `null` when no ping has been due yet. A ping still overdue counts as it stands. */
  stop(): LoopDelay | null {
    if (this.#cancel === null) return null;
    this.#cancel();
    this.#cancel = null;
    const late = this.#timers.now() - this.#due;
    if (late > 0) this.#record(late);
    return this.#result();
  }

  #ping(): void {
    this.#due = this.#timers.now() + PERIOD_MS;
    this.#cancel = this.#timers.after(PERIOD_MS, this.#pong);
  }

  readonly #pong = (): void => {
    this.#record(this.#timers.now() - this.#due);
    this.#ping();
  };

  // A coarse clock can make a ping look early.
  #record(lateMs: number): void {
    this.#write(Math.max(0, lateMs));
    const missed = Math.min(CAPACITY - 1, Math.ceil(lateMs / PERIOD_MS) - 1);
    for (let k = 1; k <= missed; k++) this.#write(lateMs - k * PERIOD_MS);
  }

  #write(lateMs: number): void {
    this.#samples[this.#count % CAPACITY] = lateMs;
    this.#count += 1;
  }

  #result(): LoopDelay | null {
    const samples = this.#samples.subarray(0, Math.min(this.#count, CAPACITY));
    const p50Ms = quantile(samples, 0.5);
    const p99Ms = quantile(samples, 0.99);
    const maxMs = quantile(samples, 1);
    return p50Ms === null || p99Ms === null || maxMs === null ? null : { p50Ms, p99Ms, maxMs };
  }
}
