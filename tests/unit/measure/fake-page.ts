import type { FrameHost, PageHost, TimerHost } from '../../../src/measure/host.ts';

interface Timer {
  readonly due: number;
  readonly callback: () => void;
}

/**
 * A page whose time only moves when it is told: a screen with a beat, timers, visibility. As in Chromium, a
 * frame that fell due while the thread was blocked comes late and with its old timestamp; the ones after it
 * that nobody could draw never come.
 */
export class FakePage implements FrameHost, PageHost {
  hidden = false;
  intervalMs: number;
  #now = 0;
  #lastFrame = 0;
  #handles = 0;
  readonly #frames = new Map<number, (timestamp: number) => void>();
  readonly #timers = new Set<Timer>();
  readonly #listeners = new Map<string, Set<() => void>>();

  constructor(intervalMs = 1000 / 60) {
    this.intervalMs = intervalMs;
  }

  readonly timers: TimerHost = {
    now: () => this.#now,
    after: (ms, callback) => {
      const timer = { due: this.#now + ms, callback };
      this.#timers.add(timer);
      return () => {
        this.#timers.delete(timer);
      };
    },
  };

  get now(): number {
    return this.#now;
  }

  /** Listeners, timers and animation frames that are waiting. */
  get waiting(): { listeners: number; timers: number; frames: number } {
    const listeners = [...this.#listeners.values()].reduce((sum, set) => sum + set.size, 0);
    return { listeners, timers: this.#timers.size, frames: this.#frames.size };
  }

  requestAnimationFrame(callback: (timestamp: number) => void): number {
    this.#handles += 1;
    this.#frames.set(this.#handles, callback);
    return this.#handles;
  }

  cancelAnimationFrame(handle: number): void {
    this.#frames.delete(handle);
  }

  addEventListener(type: string, listener: () => void): void {
    const set = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, set.add(listener));
  }

  removeEventListener(type: string, listener: () => void): void {
    this.#listeners.get(type)?.delete(listener);
  }

  hide(hidden: boolean): void {
    this.hidden = hidden;
    if (!hidden) this.#lastFrame = this.#vsyncBefore(this.#now);
    this.#tell('visibilitychange');
  }

  /** The browser stops everything for `ms`, as it does to pages in the background. */
  freeze(ms: number): void {
    this.#tell('freeze');
    this.#now += ms;
    this.#lastFrame = this.#vsyncBefore(this.#now);
    this.#tell('resume');
  }

  /** From now on the screen beats otherwise. */
  beat(hz: number): void {
    this.intervalMs = 1000 / hz;
  }

  #tell(type: string): void {
    // A DOM listener is passed the event.
    for (const listener of this.#listeners.get(type) ?? []) (listener as (event: unknown) => void)({ type });
  }

  /** The main thread works for `ms`: time passes and nothing is served. */
  block(ms: number): void {
    this.#now += ms;
  }

  /** The event loop turns for `ms`, serving frames and timers in order of time. */
  async run(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await microtasks();
      const timer = this.#nextTimer();
      const frame = this.#nextFrame();
      const due = Math.min(timer?.due ?? Infinity, frame);
      if (due > end) break;
      this.#now = Math.max(this.#now, due);
      if (timer !== null && timer.due <= frame) this.#fire(timer);
      else this.#draw(frame);
    }
    this.#now = Math.max(this.#now, end);
  }

  #nextTimer(): Timer | null {
    return [...this.#timers].reduce<Timer | null>(
      (first, timer) => (first === null || timer.due < first.due ? timer : first),
      null,
    );
  }

  #nextFrame(): number {
    return this.hidden || this.#frames.size === 0 ? Infinity : this.#lastFrame + this.intervalMs;
  }

  #fire(timer: Timer): void {
    this.#timers.delete(timer);
    timer.callback();
  }

  #draw(timestamp: number): void {
    const callbacks = [...this.#frames.values()];
    this.#frames.clear();
    // Slots that went by while the thread was busy are lost: the next frame is the newest that is due.
    const missed = this.#vsyncBefore(this.#now) - this.intervalMs;
    this.#lastFrame = Math.max(timestamp, missed);
    for (const callback of callbacks) callback(timestamp);
  }

  #vsyncBefore(time: number): number {
    return Math.floor(time / this.intervalMs + 1e-9) * this.intervalMs;
  }
}

async function microtasks(): Promise<void> {
  for (let i = 0; i < 30; i++) await Promise.resolve();
}

/** Timestamps of `count` frames of a calm page, ms, from `from` on. */
export function calmFrames(count: number, intervalMs: number, from = 0): number[] {
  return Array.from({ length: count }, (_, i) => from + i * intervalMs);
}
