import type { World } from '../../../stage/world.ts';

/** The same thing, written in two ways. */
export function trap({ log }: World): void {
  async function left() {
    log('left 1');
    // eslint-disable-next-line @typescript-eslint/await-thenable -- any value can be awaited
    await null;
    log('left 2');
  }

  function right() {
    log('right 1');
    return Promise.resolve().then(() => log('right 2'));
  }

  void left();
  void right();
  log('end');
}

/** Each is waited for. */
export async function fix({ log }: World): Promise<void> {
  async function left() {
    log('left 1');
    // eslint-disable-next-line @typescript-eslint/await-thenable -- any value can be awaited
    await null;
    log('left 2');
  }

  function right() {
    log('right 1');
    return Promise.resolve().then(() => log('right 2'));
  }

  await left();
  await right();
  log('end');
}
