/** Of the time a job takes, what pauses may cost before the slices grow. */
const PAUSE_SHARE = 0.05;
/** How much the newest pause counts at least in their mean: a few frames decide, not one. */
const NEWEST = 0.2;

/**
 * Keeps slices within their budget. A slice ends early when one more step like the longest of late would overrun
 * it; that estimate decays, so that one slow step (a garbage collection) is soon forgotten.
 *
 * What a pause costs is mostly the frame that the page draws in it, and how dear a frame is differs tenfold between
 * devices. So the budget grows, up to `longestMs`, while pauses take more than their share of the time.
 */
export class SliceClock {
  readonly #shortestMs: number;
  readonly #longestMs: number;
  #budgetMs: number;
  #sliceStart: number;
  #lastStep: number;
  #stepMs = 0;
  #pauseMs = 0;
  #pauses = 0;

  /** `budgetMs` is where the budget starts and its least; `longestMs` its most: the same for slices that don't grow. */
  constructor(budgetMs: number, longestMs: number, now: number) {
    this.#shortestMs = budgetMs;
    this.#longestMs = Math.max(budgetMs, longestMs);
    this.#budgetMs = budgetMs;
    this.#sliceStart = now;
    this.#lastStep = now;
  }

  get sliceStart(): number {
    return this.#sliceStart;
  }

  get budgetMs(): number {
    return this.#budgetMs;
  }

  /** A step has ended: is the slice spent? */
  spent(now: number): boolean {
    const step = now - this.#lastStep;
    this.#lastStep = now;
    this.#stepMs = Math.max(step, this.#stepMs * 0.9 + step * 0.1);
    return now - this.#sliceStart + this.#stepMs > this.#budgetMs;
  }

  begin(now: number): void {
    this.#sliceStart = now;
    this.#lastStep = now;
  }

  /** A pause that only let the page have its turn took so long. (A pause for a file says nothing of the page.) */
  paused(ms: number): void {
    this.#pauses += 1;
    // The plain mean of the first few: a job of half a second has no time to learn slowly.
    this.#pauseMs += (ms - this.#pauseMs) * Math.max(NEWEST, 1 / this.#pauses);
    const fair = this.#pauseMs / PAUSE_SHARE;
    this.#budgetMs = Math.min(this.#longestMs, Math.max(this.#shortestMs, fair));
  }
}
