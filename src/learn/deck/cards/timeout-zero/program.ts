import type { LoopTools } from '../../../stage/loop-tools.ts';
import type { World } from '../../../stage/world.ts';

/** The timer has to wait for the thread. */
export function trap({ busy, log, setTimeout }: World & LoopTools): void {
  setTimeout(() => log('timer'), 0);
  busy(200); // works for 200 ms
  log('work done');
}

/** The work lets others have a turn. */
export async function fix({ busy, log, pause, setTimeout }: World & LoopTools): Promise<void> {
  setTimeout(() => log('timer'), 0);
  for (const part of [1, 2, 3, 4]) {
    busy(50);
    await pause(0);
    log(`part ${part} done`);
  }
}
