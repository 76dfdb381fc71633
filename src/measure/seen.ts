import { abortError, onAbort } from '../async/abort.ts';
import type { PageHost } from './host.ts';

/** Resolves when the page can be seen, at once where it can; rejects with an AbortError when the signal fires. */
export function untilSeen(page: PageHost, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(abortError());
      return;
    }
    const look = (): void => {
      if (page.hidden) return;
      letGo();
      resolve();
    };
    page.addEventListener('visibilitychange', look);
    const forget = onAbort(signal, () => {
      letGo();
      reject(abortError());
    });
    const letGo = (): void => {
      page.removeEventListener('visibilitychange', look);
      forget();
    };
    look();
  });
}
