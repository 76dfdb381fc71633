import { afterNextPaint, type AfterPaint } from './next-paint.ts';
import { median } from './quantile.ts';

/** One tap on the tap target. */
export interface Tap {
  /** The moment of the tap, ms (`event.timeStamp`). */
  readonly atMs: number;
  /** From the tap to its handler, ms. */
  readonly delayMs: number;
  /** From the tap to the paint that could show it, ms; `null` until then. */
  readonly paintMs: number | null;
}

/** A run's taps, for the report. */
export interface TapSummary {
  readonly count: number;
  readonly maxDelayMs: number;
  readonly medianDelayMs: number;
  /** `null`: no tap has been painted. */
  readonly maxPaintMs: number | null;
  /** The browser's own figure to the next paint (Event Timing, rounded to 8 ms); `null` where not available. */
  readonly maxEventTimingMs: number | null;
}

/**
 * How long the slowest tap took to be shown, ms: by the browser's own figure where there is one, else by ours. Rounding
 * to 8 ms must not put the paint before the handler. `null`: not known.
 */
export function shownAfter({ maxEventTimingMs, maxPaintMs, maxDelayMs }: TapSummary): number | null {
  return maxEventTimingMs === null ? maxPaintMs : Math.max(maxEventTimingMs, maxDelayMs);
}

/** What of a DOM event is read. */
export type TapEvent = Pick<Event, 'type' | 'timeStamp'> & Partial<Pick<KeyboardEvent, 'key' | 'repeat'>>;

export interface TapMeterOptions {
  readonly now?: () => number;
  readonly afterPaint?: AfterPaint;
  /** Called when a tap was heard, and again with the same `atMs` when it was painted. */
  readonly onTap?: (tap: Tap) => void;
}

/** Old taps are forgotten beyond this. */
const KEEP = 1000;

/**
 * Measures how long taps wait. Pass it the element's `pointerdown`, `keydown` and `click` events: a click that
 * ends a press already heard isn't counted twice; one without a press (assistive technology) is.
 */
export class TapMeter {
  readonly #now: () => number;
  readonly #afterPaint: AfterPaint;
  readonly #onTap: (tap: Tap) => void;
  #taps: readonly Tap[] = [];
  #pressed = false;

  constructor(options: TapMeterOptions = {}) {
    this.#now = options.now ?? (() => performance.now());
    this.#afterPaint = options.afterPaint ?? afterNextPaint;
    this.#onTap = options.onTap ?? (() => undefined);
  }

  /** All taps since `clear()`, oldest first. */
  get taps(): readonly Tap[] {
    return this.#taps;
  }

  clear(): void {
    this.#taps = [];
    this.#pressed = false;
  }

  /** Call first thing in the handler. */
  record(event: TapEvent): void {
    if (!this.#isTap(event)) return;
    const atMs = event.timeStamp;
    // A coarse clock can put the event after its handler.
    const heard: Tap = { atMs, delayMs: Math.max(0, this.#now() - atMs), paintMs: null };
    this.#taps = [...this.#taps, heard].slice(-KEEP);
    this.#onTap(heard);
    this.#afterPaint(() => {
      const painted: Tap = { ...heard, paintMs: Math.max(0, this.#now() - atMs) };
      this.#taps = this.#taps.map((tap) => (tap === heard ? painted : tap));
      this.#onTap(painted);
    });
  }

  /** When the taps between the two moments were made. */
  moments(startMs: number, endMs: number): number[] {
    return this.#between(startMs, endMs).map(({ atMs }) => atMs);
  }

  /** The taps made between the two moments, heard or not until later; `null` if there were none. */
  summary(startMs: number, endMs: number, maxEventTimingMs: number | null = null): TapSummary | null {
    const taps = this.#between(startMs, endMs);
    const delays = taps.map((tap) => tap.delayMs);
    const paints = taps.flatMap((tap) => tap.paintMs ?? []);
    const medianDelayMs = median(delays);
    if (medianDelayMs === null) return null;
    return {
      count: taps.length,
      maxDelayMs: Math.max(...delays),
      medianDelayMs,
      maxPaintMs: paints.length === 0 ? null : Math.max(...paints),
      maxEventTimingMs,
    };
  }

  #between(startMs: number, endMs: number): Tap[] {
    return this.#taps.filter((tap) => tap.atMs >= startMs && tap.atMs <= endMs);
  }

  #isTap(event: TapEvent): boolean {
    if (event.type === 'click') {
      const ownPress = this.#pressed;
      this.#pressed = false;
      return !ownPress;
    }
    if (event.type === 'keydown' && !isPress(event)) return false;
    this.#pressed = true;
    return true;
  }
}

/** Enter and space press a button; a key held down repeats. */
function isPress(event: TapEvent): boolean {
  return event.repeat !== true && (event.key === 'Enter' || event.key === ' ');
}
