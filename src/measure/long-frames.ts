import { EntryWatch, pageObserver } from './entries.ts';

/** Long animation frames (over 50 ms) that overlap the run. */
export interface LongFrames {
  readonly count: number;
  readonly maxMs: number;
  /** Sum of what of each frame was over 50 ms of blocking work. */
  readonly blockingMs: number;
}

/** https://w3c.github.io/long-animation-frames/#sec-PerformanceLongAnimationFrameTiming */
interface LongFrameEntry extends PerformanceEntry {
  readonly blockingDuration?: number;
}

/** Watches for long animation frames: Chromium has them, others answer `null`. */
export class LongFrameWatch {
  readonly #watch: EntryWatch;

  constructor(observerClass = pageObserver()) {
    this.#watch = new EntryWatch({ type: 'long-animation-frame' }, observerClass);
  }

  start(): void {
    this.#watch.start();
  }

  /** What overlapped the span; `null` where not supported. */
  stop(startMs: number, endMs: number): LongFrames | null {
    const entries: LongFrameEntry[] | null = this.#watch.stop();
    if (entries === null) return null;
    const inside = entries.filter((e) => e.startTime < endMs && e.startTime + e.duration > startMs);
    return {
      count: inside.length,
      maxMs: inside.reduce((max, e) => Math.max(max, e.duration), 0),
      blockingMs: inside.reduce((sum, e) => sum + (e.blockingDuration ?? 0), 0),
    };
  }
}
