import { abortError, onAbort } from './abort.ts';

/** Aborts after `ms`, or when the outer signal does. */
export interface TimeLimit {
  readonly signal: AbortSignal;
  /** Stops the timer and leaves the outer signal; to be called in any case. */
  end(): void;
}

/** `AbortSignal.any` is newer than the browsers we serve. */
export function timeLimit(ms: number, outer: AbortSignal): TimeLimit {
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort(abortError());
  };
  const timer = setTimeout(abort, ms);
  const off = onAbort(outer, abort);
  return {
    signal: controller.signal,
    end: () => {
      clearTimeout(timer);
      off();
    },
  };
}
