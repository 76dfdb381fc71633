import type { World } from '../../../stage/world.ts';

/** The beginning of an async function is ordinary code. */
export function trap({ log }: World): void {
  async function load() {
    log('load begins');
    // eslint-disable-next-line @typescript-eslint/await-thenable -- any value can be awaited
    await null;
    log('load ends');
  }

  log('before');
  void load();
  log('after');
}

/** The caller waits. */
export async function fix({ log }: World): Promise<void> {
  async function load() {
    log('load begins');
    // eslint-disable-next-line @typescript-eslint/await-thenable -- any value can be awaited
    await null;
    log('load ends');
  }

  log('before');
  await load();
  log('after');
}
