/**
 * The thread's next turn: the browser may paint and hear taps before it. Not by a timer where there is better: the fifth
 * in a row and all after it would wait 4 ms each.
 */
export function turn(): Promise<void> {
  const scheduler = globalThis.scheduler as Scheduler | undefined;
  return new Promise((resolve) => {
    if (scheduler === undefined) setTimeout(resolve);
    else void scheduler.postTask(resolve);
  });
}
