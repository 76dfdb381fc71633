import type { World } from '../../../stage/world.ts';

/** The price isn't there yet, a promise is. */
export function trap({ log }: World): void {
  // eslint-disable-next-line @typescript-eslint/require-await -- async without await is the point
  async function price() {
    return 4;
  }

  const total = price();
  // eslint-disable-next-line @typescript-eslint/no-base-to-string, @typescript-eslint/restrict-template-expressions -- the mistake that is shown
  log(`Please pay ${total}`);
}

/** Waited for. */
export async function fix({ log }: World): Promise<void> {
  // eslint-disable-next-line @typescript-eslint/require-await -- async without await is the point
  async function price() {
    return 4;
  }

  const total = await price();
  log(`Please pay ${total}`);
}
