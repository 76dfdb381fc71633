import type { World } from '../../../stage/world.ts';

/** A promise is an object, and an object is true. */
// eslint-disable-next-line @typescript-eslint/require-await -- it lacks its await, that is the mistake
export async function trap({ log, pause }: World): Promise<void> {
  async function isOpen() {
    await pause(100);
    return false;
  }

  const open: unknown = isOpen();
  if (open) log('come in');
  else log('closed');
}

/** The answer itself is asked. */
export async function fix({ log, pause }: World): Promise<void> {
  async function isOpen() {
    await pause(100);
    return false;
  }

  const open = await isOpen();
  if (open) log('come in');
  else log('closed');
}
