/**
 * Ways to give the thread a turn. Each `Yield` returns a promise that resolves when the thread comes back.
 * What each one lets through differs: `scheduler.yield` continuations outrank other tasks
 * (https://github.com/WICG/scheduling-apis/issues/86), so frames and messages may starve; a microtask lets
 * nothing through at all. The default is therefore a macrotask.
 */
export const YIELD_NAMES = [
  'postTask',
  'messageChannel',
  'setTimeout',
  'schedulerYield',
  'animationFrame',
  'idleCallback',
  'microtask',
] as const;
export type YieldName = (typeof YIELD_NAMES)[number];
export type Yield = () => Promise<void>;

interface PartialScheduler {
  postTask?: (callback: () => void) => Promise<void>;
  yield?: () => Promise<void>;
}

function scheduler(): PartialScheduler | undefined {
  return (globalThis as { scheduler?: PartialScheduler }).scheduler;
}

/** https://wicg.github.io/scheduling-apis/#dom-scheduler-posttask */
function postTask(): Yield | null {
  const found = scheduler();
  if (found?.postTask === undefined) return null;
  const post = found.postTask.bind(found);
  return () => post(() => undefined);
}

/** https://html.spec.whatwg.org/multipage/web-messaging.html#message-channels : a task without the 4 ms clamp. */
function messageChannel(): Yield | null {
  if (typeof MessageChannel === 'undefined') return null;
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}

/** https://wicg.github.io/scheduling-apis/#dom-scheduler-yield */
function schedulerYield(): Yield | null {
  const found = scheduler();
  if (found?.yield === undefined) return null;
  return found.yield.bind(found);
}

function animationFrame(): Yield | null {
  if (typeof requestAnimationFrame === 'undefined') return null;
  return () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        resolve();
      }),
    );
}

/** https://w3c.github.io/requestidlecallback/ : Safari and workers haven't got it. */
function idleCallback(): Yield | null {
  const idle = (globalThis as { requestIdleCallback?: (callback: () => void) => number }).requestIdleCallback;
  if (idle === undefined) return null;
  return () => new Promise((resolve) => idle(resolve));
}

const MAKERS: Record<YieldName, () => Yield | null> = {
  postTask,
  messageChannel,
  setTimeout: () => () => new Promise((resolve) => setTimeout(resolve, 0)),
  schedulerYield,
  animationFrame,
  idleCallback,
  microtask: () => () => Promise.resolve(),
};

/** The named way to yield, or `null` where this browser hasn't got it. */
export function makeYield(name: YieldName): Yield | null {
  return MAKERS[name]();
}

/** The best macrotask yield there is here: `scheduler.postTask`, else a message to ourselves. */
export function defaultYieldName(): YieldName {
  if (scheduler()?.postTask !== undefined) return 'postTask';
  return typeof MessageChannel === 'undefined' ? 'setTimeout' : 'messageChannel';
}

/** The names that work in this browser, in `YIELD_NAMES`' order. */
export function availableYields(): YieldName[] {
  return YIELD_NAMES.filter((name) => makeYield(name) !== null);
}
