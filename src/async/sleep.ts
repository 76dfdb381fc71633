import { abortError, onAbort } from './abort.ts';

/** Resolves after `ms`; rejects with an AbortError, and clears its timer, when the signal fires. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let off = (): void => undefined;
    const timer = setTimeout(() => {
      off();
      resolve();
    }, ms);
    off = onAbort(signal, () => {
      clearTimeout(timer);
      reject(abortError());
    });
  });
}
