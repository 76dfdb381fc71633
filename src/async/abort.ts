/**
 * Abort helpers over `AbortSignal`.
 * https://dom.spec.whatwg.org/#aborting-ongoing-activities
 */

import { deferred } from './deferred.ts';

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

/** What `promise` gives, or an AbortError as soon as the signal fires. What it stands for goes on: only the waiting ends. */
export async function untilAbort<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  const aborted = deferred<never>();
  const off = onAbort(signal, () => {
    aborted.reject(abortError());
  });
  try {
    return await Promise.race([promise, aborted.promise]);
  } finally {
    off();
  }
}
