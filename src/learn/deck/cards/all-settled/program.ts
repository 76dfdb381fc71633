import type { World } from '../../../stage/world.ts';

/** It never rejects, so nothing is caught. */
export async function trap({ log, pause }: World): Promise<void> {
  async function save(file: string) {
    await pause(100);
    if (file === 'b') throw new Error('b is locked');
  }

  try {
    await Promise.allSettled([save('a'), save('b')]);
    log('all saved');
  } catch {
    log('something failed');
  }
}

/** Each result is looked at. */
export async function fix({ log, pause }: World): Promise<void> {
  async function save(file: string) {
    await pause(100);
    if (file === 'b') throw new Error('b is locked');
  }

  const results = await Promise.allSettled([save('a'), save('b')]);
  for (const result of results) log(result.status);
}
