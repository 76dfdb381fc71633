import { EntryWatch, pageObserver } from './entries.ts';

/** The least that Event Timing allows, ms. */
const THRESHOLD_MS = 16;

/**
 * The browser's own figure for how long a tap took to be shown: Event Timing entries with an interaction id.
 * Rounded to 8 ms, trusted events only, and nothing under 16 ms. https://w3c.github.io/event-timing/
 */
export class EventTimingWatch {
  readonly #watch: EntryWatch;

  constructor(observerClass = pageObserver()) {
    this.#watch = new EntryWatch({ type: 'event', durationThreshold: THRESHOLD_MS }, observerClass);
  }

  start(): void {
    this.#watch.start();
  }

  /** The longest interaction that began in the span, ms; `null` where not supported or when none was seen. */
  stop(startMs: number, endMs: number): number | null {
    const entries = this.#watch.stop() ?? [];
    const durations = entries
      .filter((entry) => isInteraction(entry) && entry.startTime >= startMs && entry.startTime <= endMs)
      .map((entry) => entry.duration);
    return durations.length === 0 ? null : Math.max(...durations);
  }
}

function isInteraction(entry: PerformanceEntry): boolean {
  const { interactionId } = entry as Partial<PerformanceEventTiming>;
  return interactionId !== undefined && interactionId > 0;
}
