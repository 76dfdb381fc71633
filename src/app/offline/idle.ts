type Idle = (run: () => void) => unknown;

/** For browsers without idle callbacks (Safari), in ms. */
const PAUSE_MS = 300;

/** Resolves when the page has nothing better to do. */
export function idle(): Promise<void> {
  const { requestIdleCallback: whenIdle } = globalThis as { requestIdleCallback?: Idle };
  return new Promise((resolve) => {
    if (whenIdle === undefined) setTimeout(resolve, PAUSE_MS);
    else whenIdle(resolve);
  });
}

/** Resolves when the page has loaded and come to rest. */
export async function settled(): Promise<void> {
  if (document.readyState !== 'complete') {
    await new Promise<void>((resolve) => {
      addEventListener('load', () => resolve(), { once: true });
    });
  }
  await idle();
}
