import type { World } from '../../../stage/world.ts';

/** Nobody waits for what the callbacks return. */
export function trap({ log, pause }: World): void {
  const letters = ['A', 'B', 'C'];
  // eslint-disable-next-line @typescript-eslint/no-misused-promises -- the mistake that is shown
  letters.forEach(async (letter) => {
    await pause(100);
    log(`sent ${letter}`);
  });
  log('all sent');
}

/** One after the other. */
export async function inTurn({ log, pause }: World): Promise<void> {
  const letters = ['A', 'B', 'C'];
  for (const letter of letters) {
    await pause(100);
    log(`sent ${letter}`);
  }
  log('all sent');
}

/** All at once, and somebody waits. */
export async function together({ log, pause }: World): Promise<void> {
  const letters = ['A', 'B', 'C'];
  await Promise.all(
    letters.map(async (letter) => {
      await pause(100);
      log(`sent ${letter}`);
    }),
  );
  log('all sent');
}
