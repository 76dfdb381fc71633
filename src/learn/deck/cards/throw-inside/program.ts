import type { World } from '../../../stage/world.ts';

/** The error becomes a rejected promise, even before the first await. */
export function trap({ log }: World): void {
  // eslint-disable-next-line @typescript-eslint/require-await -- async without await is the point
  async function check(age: number) {
    if (age < 0) throw new Error('no such age');
    return age;
  }

  check(-1).catch(() => log('caught'));
  log('next line');
}

/** Waited for, it is thrown here. */
export async function fix({ log }: World): Promise<void> {
  // eslint-disable-next-line @typescript-eslint/require-await -- async without await is the point
  async function check(age: number) {
    if (age < 0) throw new Error('no such age');
    return age;
  }

  try {
    await check(-1);
  } catch {
    log('caught');
  }
  log('next line');
}
