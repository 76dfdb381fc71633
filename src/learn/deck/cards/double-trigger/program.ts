import type { World } from '../../../stage/world.ts';

/** Nothing remembers that an order is under way. */
export async function trap({ log, pause }: World): Promise<void> {
  let teas = 0;

  async function order() {
    await pause(100); // the kitchen
    teas += 1;
  }

  // the key is pressed twice
  await Promise.all([order(), order()]);
  log(`teas: ${teas}`);
}

/** The second press finds the first one's order. */
export async function fix({ log, pause }: World): Promise<void> {
  let teas = 0;
  let sending = false;

  async function order() {
    if (sending) return;
    sending = true;
    try {
      await pause(100); // the kitchen
      teas += 1;
    } finally {
      sending = false;
    }
  }

  // the key is pressed twice
  await Promise.all([order(), order()]);
  log(`teas: ${teas}`);
}
