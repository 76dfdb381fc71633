import type { LoopTools } from '../../../stage/loop-tools.ts';
import type { World } from '../../../stage/world.ts';

/** Two ways to say "later". */
export function trap({ log, setTimeout }: World & LoopTools): void {
  setTimeout(() => log('timer'), 0);
  void Promise.resolve().then(() => log('promise'));
  log('script');
}

/** Each waits for what must come before it. */
export async function fix({ log, pause }: World): Promise<void> {
  await pause(0);
  log('timer');
  await Promise.resolve();
  log('promise');
  log('script');
}
