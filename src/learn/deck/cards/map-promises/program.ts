import type { World } from '../../../stage/world.ts';

/** A list of promises, joined as text. */
export function trap({ log }: World): void {
  const numbers = [1, 2, 3];
  // eslint-disable-next-line @typescript-eslint/require-await -- async without await is the point
  const doubled = numbers.map(async (n) => n * 2);

  log(doubled.length);
  // eslint-disable-next-line @typescript-eslint/no-base-to-string -- the mistake that is shown
  log(String(doubled[0]));
}

/** All of them waited for. */
export async function fix({ log }: World): Promise<void> {
  const numbers = [1, 2, 3];
  // eslint-disable-next-line @typescript-eslint/require-await -- async without await is the point
  const doubled = await Promise.all(numbers.map(async (n) => n * 2));

  log(doubled.length);
  log(String(doubled[0]));
}
