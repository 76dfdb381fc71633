import { EntryWatch, pageObserver } from './entries.ts';

/** The least that Event Timing allows, ms. */
const THRESHOLD_MS = 16;

/** How far an entry's start and its event's `timeStamp` may lie apart: clocks of 1 ms steps round each by itself. */
const SAME_MS = 2;

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

  /**
   * The longest, ms, of the interactions that began at one of these moments (`event.timeStamp`): the observer hears of
   * everything on the page, also of the press on Cancel. `null` where not supported or when none was seen.
   */
  stop(moments: readonly number[]): number | null {
    const entries = this.#watch.stop() ?? [];
    const durations = entries
      .filter((entry) => isInteraction(entry) && moments.some((at) => isAt(entry, at)))
      .map((entry) => entry.duration);
    return durations.length === 0 ? null : Math.max(...durations);
  }
}

function isAt(entry: PerformanceEntry, moment: number): boolean {
  return Math.abs(entry.startTime - moment) <= SAME_MS;
}

function isInteraction(entry: PerformanceEntry): boolean {
  const { interactionId } = entry as Partial<PerformanceEventTiming>;
  return interactionId !== undefined && interactionId > 0;
}
