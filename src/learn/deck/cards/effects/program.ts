import type { World } from '../../../stage/world.ts';

/** The clean-up function is inside a promise. */
export async function trap({ log, pause }: World): Promise<void> {
  function effect(run: () => (() => void) | Promise<() => void>) {
    const cleanUp = run(); // framework
    return () => {
      if (typeof cleanUp === 'function') cleanUp();
    };
  }

  const leave = effect(async () => {
    log('subscribed');
    await pause(100);
    return () => log('unsubscribed');
  });
  await pause(200);
  leave();
  log('page left');
}

/** The effect returns its clean-up at once, and starts the rest. */
export async function fix({ log, pause }: World): Promise<void> {
  function effect(run: () => () => void) {
    const cleanUp = run(); // framework
    return () => {
      if (typeof cleanUp === 'function') cleanUp();
    };
  }

  const leave = effect(() => {
    let here = true;
    log('subscribed');
    void pause(100).then(() => {
      if (here) log('data shown');
    });
    return () => {
      here = false;
      log('unsubscribed');
    };
  });
  await pause(200);
  leave();
  log('page left');
}
