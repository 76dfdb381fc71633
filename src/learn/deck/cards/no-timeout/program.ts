import type { World } from '../../../stage/world.ts';

/** Nobody says how long is too long. */
export async function trap({ log, net, pause }: World): Promise<void> {
  async function load() {
    log('loading');
    await net.get('/news'); // silence
    log('loaded');
  }

  void load().catch(() => log('gave up'));
  await pause(1000);
  log('one second later');
}

/** A signal that fires by itself. */
export async function fix({ log, net }: World): Promise<void> {
  async function load() {
    log('loading');
    const signal = AbortSignal.timeout(300);
    await net.get('/news', { signal });
    log('loaded');
  }

  await load().catch(() => log('gave up'));
}
