import { abortError, onAbort } from '../async/abort.ts';
import type { FrameClock } from './frame-clock.ts';
import type { PageHost, TimerHost } from './host.ts';

/** What a wait for frames needs of the page. */
export interface FrameSource {
  readonly clock: FrameClock;
  readonly page: PageHost;
  readonly timers: TimerHost;
}

export interface FrameWait {
  /** Asked on each frame: has enough been seen? */
  readonly enough: (timestamp: number) => boolean;
  readonly limitMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Waits for frames and never hangs: a hidden page gets none, so it also ends when the page is or gets hidden,
 * and at a time limit. Rejects with an AbortError when the signal fires.
 */
export function waitForFrames(source: FrameSource, wait: FrameWait): Promise<'frames' | 'hidden' | 'limit'> {
  const { clock, page, timers } = source;
  return new Promise((resolve, reject) => {
    if (wait.signal?.aborted === true) reject(abortError());
    else if (page.hidden) resolve('hidden');
    else {
      const finish = (outcome: 'frames' | 'hidden' | 'limit'): void => {
        letGo();
        resolve(outcome);
      };
      const onHide = (): void => {
        if (page.hidden) finish('hidden');
      };
      const stopFrames = clock.onFrame((timestamp) => {
        if (wait.enough(timestamp)) finish('frames');
      });
      const stopTimer = timers.after(wait.limitMs, () => {
        finish('limit');
      });
      page.addEventListener('visibilitychange', onHide);
      const stopAbort = onAbort(wait.signal, () => {
        letGo();
        reject(abortError());
      });
      const letGo = (): void => {
        stopFrames();
        stopTimer();
        page.removeEventListener('visibilitychange', onHide);
        stopAbort();
      };
    }
  });
}

/** True from the `n`th call on. */
export function countTo(n: number): () => boolean {
  let seen = 0;
  return () => {
    seen += 1;
    return seen >= n;
  };
}
