import type { World } from '../../../stage/world.ts';

/** The old value is read before the wait, and written after it. */
export async function trap({ log, pause }: World): Promise<void> {
  let count = 0;

  async function one() {
    await pause(100);
    return 1;
  }

  async function add() {
    count += await one();
  }

  await Promise.all([add(), add(), add()]);
  log(`count is ${count}`);
}

/** Read and written in one go. */
export async function fix({ log, pause }: World): Promise<void> {
  let count = 0;

  async function one() {
    await pause(100);
    return 1;
  }

  async function add() {
    const more = await one();
    count += more;
  }

  await Promise.all([add(), add(), add()]);
  log(`count is ${count}`);
}
