import type { LoopTools } from '../../stage/loop-tools.ts';
import type { World } from '../../stage/world.ts';

type Loop = World & LoopTools;

type Counted = Loop & { readonly count: number };

/** Timers of 0 ms, each set by the one before. */
export function nested({ log, setTimeout, count }: Counted): void {
  let turns = 0;

  function next() {
    turns += 1; // {count} of them
    if (turns < count) setTimeout(next, 0);
    else log(turns, 'timers');
  }

  setTimeout(next, 0);
}

/** The same turns by messages, which nobody holds back. */
export async function messages({ log, count }: Counted): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let turns = 0; // {count} of them

  await new Promise<void>((done) => {
    port1.onmessage = () => {
      turns += 1;
      if (turns === count) done();
      else port2.postMessage(null);
    };
    port2.postMessage(null);
  });

  port1.close();
  log(turns, 'messages');
}

/** A timer is a task: every microtask comes first. */
export function microtasksFirst({ log, setTimeout, queueMicrotask }: Loop): void {
  setTimeout(() => log('timer of 0 ms'), 0);
  // eslint-disable-next-line @typescript-eslint/no-floating-promises -- it cannot reject
  Promise.resolve().then(() => log('then'));
  queueMicrotask(() => log('microtask'));
  log('script ends');
}

/** A timer can only run when the thread is free. */
export function underLoad({ log, busy, setTimeout }: Loop): void {
  setTimeout(() => log('timer of 10 ms'), 10);
  busy(120); // 120 ms of work
  log('script ends');
}

/** Wait for the thing itself, not for a time that is usually long enough. */
export async function waitForIt({ net, log, setTimeout }: Loop): Promise<void> {
  let saved = false;
  const saving = net.post('/save', 'text').then(() => (saved = true));

  await new Promise<void>((done) => setTimeout(done, 100));
  log('after 100 ms:', saved);

  await saving; // takes 220 ms
  log('after saving:', saved);
}
