/**
 * The thread's next turn: the browser may paint and hear taps before it. Not by a timer where there is better: the fifth
 * in a row and all after it would wait 4 ms each.
 */
export function turn(): Promise<void> {
  return turnOf('user-visible');
}

/**
 * The next turn of a page that is being made: taps are heard before it, but it doesn't wait for a frame, which would lay
 * out a page that isn't whole yet (a tenth of the time until a kept page can be used, measured).
 */
export function makingTurn(): Promise<void> {
  return turnOf('user-blocking');
}

function turnOf(priority: TaskPriority): Promise<void> {
  const scheduler = globalThis.scheduler as Scheduler | undefined;
  return new Promise((resolve) => {
    if (scheduler === undefined) setTimeout(resolve);
    else void scheduler.postTask(resolve, { priority });
  });
}
