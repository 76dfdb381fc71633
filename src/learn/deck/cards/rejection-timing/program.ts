import type { World } from '../../../stage/world.ts';

/** The failure comes while something else is awaited. */
export async function trap({ log, pause }: World): Promise<void> {
  async function trains() {
    await pause(100);
    throw new Error('no trains');
  }

  const weather = pause(300);
  const first = trains();
  try {
    await weather; // until 300 ms
    await first; // failed at 100 ms
  } catch {
    log('caught');
  }
}

/** Both have a handler from the beginning. */
export async function fix({ log, pause }: World): Promise<void> {
  async function trains() {
    await pause(100);
    throw new Error('no trains');
  }

  const weather = pause(300);
  const first = trains();
  try {
    await Promise.all([weather, first]);
  } catch {
    log('caught');
  }
}
