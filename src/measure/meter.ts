import { EventTimingWatch } from './event-timing.ts';
import { countTo, waitForFrames, type FrameSource } from './frame-wait.ts';
import { frameCells, frameStats, type FrameCell, type FrameStats } from './frames.ts';
import { pageTimers } from './host.ts';
import { LongFrameWatch, type LongFrames } from './long-frames.ts';
import { LoopDelaySampler, type LoopDelay } from './loop-delay.ts';
import { quantile } from './quantile.ts';
import type { TapMeter, TapSummary } from './taps.ts';
import { VisibilityWatch } from './visibility.ts';
import { pageObserver, type ObserverClass } from './entries.ts';

/** What the page felt during one run. */
export interface RunMeasures {
  /** `null` where the frame interval isn't known, or no frames came. */
  readonly frames: FrameStats | null;
  readonly loopDelay: LoopDelay | null;
  readonly taps: TapSummary | null;
  readonly longFrames: LongFrames | null;
  readonly valid: boolean;
  /** One sentence where the measures can't be trusted, else `null`. */
  readonly invalidReason: string | null;
  /** The frame strip: some idle cells before and after the run. */
  readonly cells: readonly FrameCell[];
  /** The frames' timestamps, ms from the run's start. */
  readonly timestamps: Float64Array;
}

export interface RunMeterOptions extends Pick<FrameSource, 'clock'> {
  /** As estimated for this run, ms; `null` if it couldn't be. */
  readonly intervalMs: number | null;
  /** Smallest step of the clock, ms, `null` if it was never seen to move; not given: fine enough. */
  readonly clockStepMs?: number | null;
  readonly taps?: TapMeter;
  readonly page?: FrameSource['page'];
  readonly timers?: FrameSource['timers'];
  readonly observerClass?: ObserverClass | undefined;
}

/** Frames shown before the run in its strip. */
const LEAD = 8;
/** A frame that was due while the thread was blocked comes with its old timestamp; the next one shows the gap. */
const FRAMES_AFTER = 2;
/** Idle frames shown after those. */
const TAIL = 8;
/** Frames watched before another rate is believed. */
const SURE = 32;
/** 30 instead of 60 Hz is twice the interval, 80 instead of 120 is half as much again. */
const OTHER_BEAT = 1.4;
/** Half a frame at 60 Hz. */
const COARSE_MS = 8;
/** A gap so long, while no task waited for even a quarter of it, is no freeze of the page. */
const WITHHELD_MS = 1000;
/** No frame for this long: nobody is looking, though the page isn't called hidden (a covered window). */
const LIMIT_MS = 2000;

/**
 * Meters of one run: `begin()` just before it, `end()` just after, both outside the measured span; or `cancel()`.
 * A meter is used once.
 */
export class RunMeter {
  readonly #source: FrameSource;
  readonly #intervalMs: number | null;
  readonly #clockStepMs: number | null;
  readonly #taps: TapMeter | null;
  readonly #loopDelay: LoopDelaySampler;
  readonly #longFrames: LongFrameWatch;
  readonly #eventTiming: EventTimingWatch;
  readonly #visibility: VisibilityWatch;
  #firstFrame = 0;

  constructor(options: RunMeterOptions) {
    const { clock, page = document, timers = pageTimers } = options;
    const observerClass = 'observerClass' in options ? options.observerClass : pageObserver();
    this.#source = { clock, page, timers };
    this.#intervalMs = options.intervalMs;
    this.#clockStepMs = options.clockStepMs === undefined ? 0 : options.clockStepMs;
    this.#taps = options.taps ?? null;
    this.#loopDelay = new LoopDelaySampler(timers);
    this.#longFrames = new LongFrameWatch(observerClass);
    this.#eventTiming = new EventTimingWatch(observerClass);
    this.#visibility = new VisibilityWatch(page, timers.now);
  }

  begin(): void {
    const { clock } = this.#source;
    clock.start();
    this.#firstFrame = clock.count;
    this.#longFrames.start();
    this.#eventTiming.start();
    this.#visibility.start();
    this.#loopDelay.start();
  }

  /** Lets go of everything where no measures are wanted. */
  cancel(): void {
    this.#loopDelay.stop();
    this.#visibility.stop();
    this.#longFrames.stop(0, 0);
    this.#eventTiming.stop([]);
  }

  /**
   * Waits for the frames that show the run's end and a few idle ones (about ten), then tells. Takes the span's
   * two ends by `performance.now()`. Never hangs: without frames the run is invalid.
   */
  async end(startMs: number, endMs: number): Promise<RunMeasures> {
    const last = await this.#lastGap(endMs);
    const loopDelay = this.#loopDelay.stop();
    const { invalidReason: hidden } = this.#visibility.stop();
    if (last === 'frames') await waitForFrames(this.#source, { enough: countTo(TAIL), limitMs: LIMIT_MS });
    const eventTimingMs = this.#eventTiming.stop(this.#taps?.moments(startMs, endMs) ?? []);
    const seen = this.#frames(startMs, endMs);
    const invalidReason =
      hidden ??
      coarseReason(this.#clockStepMs) ??
      this.#unseen(last, startMs) ??
      withheldReason(seen.frames, loopDelay) ??
      (await this.#otherBeat());
    return {
      ...seen,
      loopDelay,
      taps: this.#taps?.summary(startMs, endMs, eventTimingMs) ?? null,
      longFrames: this.#longFrames.stop(startMs, endMs),
      valid: invalidReason === null,
      invalidReason,
    };
  }

  #lastGap(endMs: number): Promise<'frames' | 'hidden' | 'limit'> {
    const two = countTo(FRAMES_AFTER);
    const enough = (timestamp: number): boolean => two() && timestamp > endMs;
    return waitForFrames(this.#source, { enough, limitMs: LIMIT_MS });
  }

  /** Why frames are missing that the measures need, if any. */
  #unseen(last: 'frames' | 'hidden' | 'limit', startMs: number): string | null {
    const { clock } = this.#source;
    if (last !== 'frames') return 'No frame came after the run, so its last gap is not known.';
    const [oldest] = clock.copy(this.#firstFrame - 1, clock.count);
    if (oldest !== undefined && oldest <= startMs) return null;
    return clock.count > clock.capacity
      ? `The run took more frames than the meter keeps (${String(clock.capacity)}).`
      : 'No frame came before the run, so its first gap is not known.';
  }

  /** Whether the screen has another rate after the run than before it, as when low power mode sets in. */
  async #otherBeat(): Promise<string | null> {
    const intervalMs = this.#intervalMs;
    if (intervalMs === null || sameBeat(this.#lastGaps(TAIL), intervalMs)) return null;
    const outcome = await waitForFrames(this.#source, { enough: countTo(SURE), limitMs: LIMIT_MS });
    const gaps = this.#lastGaps(SURE);
    if (outcome !== 'frames' || sameBeat(gaps, intervalMs)) return null;
    const [before, after] = [intervalMs, quantile(gaps, 0.5) ?? intervalMs].map((ms) =>
      Math.round(1000 / ms),
    );
    return `The screen’s rate changed during the run, from ${String(before)} to ${String(after)} Hz, as when low power mode sets in.`;
  }

  #lastGaps(count: number): Float64Array {
    const { clock } = this.#source;
    const times = clock.copy(clock.count - count - 1, clock.count);
    return times.subarray(1).map((time, i) => time - (times[i] as number));
  }

  #frames(startMs: number, endMs: number): Pick<RunMeasures, 'frames' | 'cells' | 'timestamps'> {
    const { clock } = this.#source;
    const all = clock.copy(this.#firstFrame - LEAD, clock.count);
    const inside = all.findIndex((timestamp) => timestamp > startMs);
    const from = Math.max(0, (inside < 0 ? all.length : inside) - LEAD);
    const timestamps = all.subarray(from).map((timestamp) => timestamp - startMs);
    if (this.#intervalMs === null) return { frames: null, cells: [], timestamps };
    const span = { startMs: 0, endMs: endMs - startMs, intervalMs: this.#intervalMs };
    return { frames: frameStats(timestamps, span), cells: frameCells(timestamps, span), timestamps };
  }
}

/** One late frame, or one that came early after it, is no other rate: most must be off, all in the same way. */
function sameBeat(gaps: Float64Array, intervalMs: number): boolean {
  const low = (quantile(gaps, 0.2) ?? intervalMs) / intervalMs;
  const high = (quantile(gaps, 0.8) ?? intervalMs) / intervalMs;
  return low < OTHER_BEAT && high > 1 / OTHER_BEAT;
}

/** A page out of sight may not be called hidden (a covered window, a frame that is scrolled away): its frames stop. */
function withheldReason(frames: FrameStats | null, loopDelay: LoopDelay | null): string | null {
  if (frames === null || loopDelay === null) return null;
  const { longestMs } = frames;
  if (longestMs < WITHHELD_MS || loopDelay.maxMs > longestMs / 4) return null;
  return `The browser drew nothing for ${(longestMs / 1000).toFixed(1)} s though the page’s thread was free, as for a window that is covered.`;
}

function coarseReason(clockStepMs: number | null): string | null {
  if (clockStepMs !== null && clockStepMs <= COARSE_MS) return null;
  const step =
    clockStepMs === null ? 'hardly moves' : `moves in steps of ${String(Math.round(clockStepMs))} ms`;
  return `This browser’s clock ${step}: too coarse to time a run. It may be set to resist fingerprinting.`;
}
