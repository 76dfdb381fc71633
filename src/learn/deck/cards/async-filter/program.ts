import type { World } from '../../../stage/world.ts';

/** Every promise counts as true. */
export function trap({ log }: World): void {
  const numbers = [1, 2, 3, 4];
  // eslint-disable-next-line @typescript-eslint/require-await, @typescript-eslint/no-misused-promises -- the mistake that is shown
  const even = numbers.filter(async (n) => n % 2 === 0);
  log(even.join(' '));
}

/** First the answers, then the filter. */
export async function fix({ log }: World): Promise<void> {
  const numbers = [1, 2, 3, 4];
  // eslint-disable-next-line @typescript-eslint/require-await -- async without await is the point
  const isEven = await Promise.all(numbers.map(async (n) => n % 2 === 0));
  const even = numbers.filter((_, at) => isEven[at]);
  log(even.join(' '));
}
