import type { World } from '../../stage/world.ts';
import type { AllWays, Stoppable } from './stop.ts';

type Stopping = World & Stoppable;

/** The worker's loop gives turns, but only to microtasks. */
export async function deaf({ worker, pause, log }: Stopping): Promise<void> {
  // its loop: step, await null, step…
  const end = worker.run('microtask');
  await pause(100);
  worker.abort(); // a message
  log(await end);
}

/** The worker's loop gives turns to tasks, and a message is one. */
export async function polite({ worker, pause, log }: Stopping): Promise<void> {
  // its loop: step, await task, step…
  const end = worker.run('task');
  await pause(100);
  worker.abort(); // a message
  log(await end);
}

/** The worker's loop looks at a memory that both can see. */
export async function flagged({ worker, flag, raise, pause, log }: Stopping): Promise<void> {
  if (flag === null) {
    log('this page isn’t isolated');
    return;
  }
  // its loop: step, look at flag[0]…
  const end = worker.run('flag');
  await pause(100);
  raise(); // Atomics.store(flag, 0, 1)
  log(await end);
}

/** The worker isn’t asked. */
export async function ended({ worker, pause, log }: Stopping): Promise<void> {
  const end = worker.run('microtask');
  await pause(100);
  worker.terminate(); // pull the plug
  log(await end);
}

/** Every way to give a turn, and every way to be told. */
export async function everyWay({ ways, pause }: World & AllWays): Promise<void> {
  for (const { run, stop } of ways) {
    const end = run();
    await pause(100);
    stop();
    await end;
  }
}
