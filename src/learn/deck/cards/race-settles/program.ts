import type { World } from '../../../stage/world.ts';

/** The first to settle wins, even by failing. */
export async function trap({ log, pause }: World): Promise<void> {
  async function near() {
    await pause(100);
    throw new Error('near is down');
  }

  async function far() {
    await pause(300);
    return 'far answers';
  }

  try {
    log(await Promise.race([near(), far()]));
  } catch (error) {
    log((error as Error).message);
  }
}

/** The first to succeed wins. */
export async function fix({ log, pause }: World): Promise<void> {
  async function near() {
    await pause(100);
    throw new Error('near is down');
  }

  async function far() {
    await pause(300);
    return 'far answers';
  }

  try {
    log(await Promise.any([near(), far()]));
  } catch (error) {
    log((error as Error).message);
  }
}
