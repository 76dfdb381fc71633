type Idle = (run: () => void, options: { timeout: number }) => number;

/**
 * Once the thread has nothing else to do, or after so many ms. Returns how to call it off. Safari has no idle callbacks.
 */
export function whenFree(run: () => void, longestMs = 500): () => void {
  const { requestIdleCallback: whenIdle } = globalThis as { requestIdleCallback?: Idle };
  if (whenIdle === undefined) {
    const timer = setTimeout(run, Math.min(longestMs, 50));
    return () => {
      clearTimeout(timer);
    };
  }
  const asked = whenIdle(run, { timeout: longestMs });
  return () => {
    cancelIdleCallback(asked);
  };
}
