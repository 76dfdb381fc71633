import type { FrameClock } from '../measure/frame-clock.ts';

/** What the feel strip is told in every frame. */
export interface FeelTarget {
  frame(timestamp: number, deltaMs: number, intervalMs: number): void;
  setFreeze(ms: number | null): void;
}

/** The live figure of an idle page forgets after this long, in ms. */
const WINDOW_MS = 1000;

/** Feeds the feel strip from the page's one frame clock; writes no state, allocates nothing per frame. */
export class FeelFeed {
  intervalMs = 1000 / 60;
  #last: number | null = null;
  #longest = 0;
  #before = 0;
  #windowStart = 0;
  #running = false;

  /** A run begins or ends: while it runs the longest freeze is kept. */
  setRunning(running: boolean): void {
    this.#running = running;
    this.#longest = 0;
    this.#before = 0;
  }

  connect(clock: FrameClock, target: () => FeelTarget | undefined): () => void {
    return clock.onFrame((timestamp) => {
      const delta = this.#last === null ? this.intervalMs : timestamp - this.#last;
      this.#last = timestamp;
      this.#note(timestamp, delta);
      const feel = target();
      feel?.setFreeze(Math.max(this.#longest, this.#before));
      feel?.frame(timestamp, delta, this.intervalMs);
    });
  }

  #note(timestamp: number, delta: number): void {
    if (!this.#running && timestamp - this.#windowStart > WINDOW_MS) {
      this.#windowStart = timestamp;
      this.#before = this.#longest;
      this.#longest = 0;
    }
    if (delta > this.#longest) this.#longest = delta;
  }
}
