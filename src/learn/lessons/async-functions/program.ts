import type { LoopTools } from '../../stage/loop-tools.ts';
import type { World } from '../../stage/world.ts';

/** Up to the first await it runs at once, as any function. */
export async function start({ log }: World): Promise<void> {
  async function work() {
    log('work begins');
    // eslint-disable-next-line @typescript-eslint/await-thenable -- the lesson's point
    await null;
    log('work goes on');
  }

  log('before the call');
  const promise = work();
  log('after the call');
  await promise;
}

/** Whatever it returns, the caller gets a promise. */
export async function always({ log }: World): Promise<void> {
  // eslint-disable-next-line @typescript-eslint/require-await -- the lesson's point
  async function answer() {
    return 42;
  }

  const result = answer();
  log('at once:', result);
  log('awaited:', await result);
}

/** A throw becomes a rejection: the call itself throws nothing. */
export async function throwing({ log }: World): Promise<void> {
  // eslint-disable-next-line @typescript-eslint/require-await -- the lesson's point
  async function save() {
    throw new Error('disk full');
  }

  let promise;
  try {
    promise = save();
    log('the call threw nothing');
  } catch {
    log('caught at the call');
  }

  try {
    await promise;
  } catch {
    log('caught at the await');
  }
}

/** Without await the try is left before the promise rejects. */
export async function returning({ net, log }: World): Promise<void> {
  async function plain() {
    try {
      // eslint-disable-next-line @typescript-eslint/return-await -- the lesson's point
      return net.get<string>('/save');
    } catch {
      return 'caught inside plain';
    }
  }

  try {
    log(await plain());
  } catch {
    log('caught outside');
  }
}

/** With await the try is still there. */
export async function returnAwait({ net, log }: World): Promise<void> {
  async function awaited() {
    try {
      return await net.get<string>('/save');
    } catch {
      return 'caught inside';
    }
  }

  try {
    log(await awaited());
  } catch {
    log('caught outside');
  }
}

/** A plain value takes a turn as well. */
export async function plainValue({ log, queueMicrotask }: World & LoopTools): Promise<void> {
  queueMicrotask(() => log('a microtask'));
  log('before');
  // eslint-disable-next-line @typescript-eslint/await-thenable -- the lesson's point
  const value = await 42; // no promise
  log('after', value);
}

/** A module may await at its top level: who imports it waits. */
export async function topLevel({ log }: World): Promise<void> {
  // in ready.ts, outside any function:
  // export const answer = await …
  log('import begins');
  const { answer } = await import('./ready.ts');
  log('the answer is', answer);
}
