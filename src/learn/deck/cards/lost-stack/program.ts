import type { World } from '../../../stage/world.ts';

/** Whose name does the error's stack hold? */
export async function trap({ log, pause }: World): Promise<void> {
  async function load() {
    await pause(50);
    throw new Error('broken');
  }

  const page = {
    async awaits() {
      await load();
    },
    returns() {
      return load();
    },
  };

  for (const way of ['awaits', 'returns'] as const) {
    try {
      await page[way]();
    } catch (error) {
      const { stack = '' } = error as Error;
      const named = stack.includes(way);
      log(`${way}: ${named}`);
    }
  }
}

/** Each level adds its own words. */
export async function fix({ log, pause }: World): Promise<void> {
  async function load() {
    await pause(50);
    throw new Error('broken');
  }

  async function openPage() {
    try {
      await load();
    } catch (cause) {
      throw new Error('page not opened', { cause });
    }
  }

  try {
    await openPage();
  } catch (error) {
    const { message, cause } = error as Error;
    log(`${message}: ${(cause as Error).message}`);
  }
}
