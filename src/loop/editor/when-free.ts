/** Longer than so many ms nothing waits for the thread to be free. */
const LONGEST_MS = 500;

type Idle = (run: () => void, options: { timeout: number }) => number;

/** Once the thread has nothing else to do. Returns how to call it off. Safari has no idle callbacks. */
export function whenFree(run: () => void): () => void {
  const { requestIdleCallback: whenIdle } = globalThis as { requestIdleCallback?: Idle };
  if (whenIdle === undefined) {
    const timer = setTimeout(run, LONGEST_MS / 10);
    return () => {
      clearTimeout(timer);
    };
  }
  const asked = whenIdle(run, { timeout: LONGEST_MS });
  return () => {
    cancelIdleCallback(asked);
  };
}
