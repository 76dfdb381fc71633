import type { World } from '../../../stage/world.ts';

/** The failure comes when nobody listens any more. */
// eslint-disable-next-line @typescript-eslint/require-await -- it lacks its await, that is the mistake
export async function trap({ log, pause }: World): Promise<void> {
  async function save() {
    await pause(100);
    throw new Error('disk is full');
  }

  try {
    // eslint-disable-next-line @typescript-eslint/no-floating-promises -- the mistake that is shown
    save();
    log('saved');
  } catch {
    log('not saved');
  }
}

/** The function waits, so it hears. */
export async function fix({ log, pause }: World): Promise<void> {
  async function save() {
    await pause(100);
    throw new Error('disk is full');
  }

  try {
    await save();
    log('saved');
  } catch {
    log('not saved');
  }
}
