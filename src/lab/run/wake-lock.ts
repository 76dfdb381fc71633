/** The part of the page that keeps a screen awake; tests bring their own. */
export interface WakeHost {
  /** `undefined`: iOS before 16.4, Firefox before 126, and pages that came by plain http. */
  readonly wakeLock: { request(type: 'screen'): Promise<{ release(): Promise<void> }> } | undefined;
  readonly page: Pick<Document, 'hidden' | 'addEventListener' | 'removeEventListener'>;
}

function pageHost(): WakeHost {
  return { wakeLock: (navigator as { wakeLock?: WakeLock }).wakeLock, page: document };
}

/**
 * Keeps the screen on until the returned function is called: a phone that dims in the middle of a run spoils it.
 * The browser lets go when the page is hidden, so it is asked again when the page is back.
 * https://w3c.github.io/screen-wake-lock/
 */
export function keepAwake({ wakeLock, page }: WakeHost = pageHost()): () => void {
  if (wakeLock === undefined) return () => undefined;
  let wanted = true;
  let held: { release(): Promise<void> } | null = null;
  const ask = (): void => {
    if (page.hidden) return;
    wakeLock.request('screen').then((lock) => {
      if (wanted) held = lock;
      else letGo(lock);
    }, refused);
  };
  ask();
  page.addEventListener('visibilitychange', ask);
  return () => {
    wanted = false;
    page.removeEventListener('visibilitychange', ask);
    if (held !== null) letGo(held);
    held = null;
  };
}

function letGo(lock: { release(): Promise<void> }): void {
  lock.release().catch(refused);
}

/** A low battery or a setting may forbid it; a run without it is still a run. */
function refused(): void {
  // nothing is lost: whether the page was hidden is watched for itself
}
