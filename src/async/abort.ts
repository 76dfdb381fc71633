/**
 * Abort helpers over `AbortSignal`.
 * https://dom.spec.whatwg.org/#aborting-ongoing-activities
 */

/** An error that says "aborted": what `fetch` and friends reject with, told by its name. */
export function abortError(message = 'The run was aborted.'): DOMException {
  return new DOMException(message, 'AbortError');
}

/** Abort is told by name: Comlink and structured clone lose classes. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** Throws an AbortError if the signal has fired. (`signal.throwIfAborted()` throws any reason, even a string.) */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw abortError();
}

/** Calls `listener` once when the signal fires, at once if it has; returns how to stop listening. */
export function onAbort(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (signal === undefined) return () => undefined;
  if (signal.aborted) {
    listener();
    return () => undefined;
  }
  signal.addEventListener('abort', listener, { once: true });
  return () => {
    signal.removeEventListener('abort', listener);
  };
}
