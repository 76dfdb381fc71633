import type { AbortTimes } from './run-view.ts';
import type { AbortSource } from './run-once.ts';

/** One `AbortController`, and a note of when the abort was asked for and when it was heard. */
export class TimedAbort implements AbortSource {
  readonly #controller = new AbortController();
  #times: AbortTimes | null = null;

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get times(): AbortTimes | null {
    return this.#times;
  }

  /** `requestedAt`: the moment of the tap (`event.timeStamp`), which may lie well before it is heard. */
  abort(requestedAt: number): void {
    if (this.signal.aborted) return;
    const heardAt = performance.now();
    this.#times = { requestedAt: Math.min(requestedAt, heardAt), heardAt };
    this.#controller.abort();
  }
}
