import type { World } from '../../stage/world.ts';

type Waiting = World & { readonly ms: number };

/** A loop that looks at the clock until the time is over. */
// eslint-disable-next-line @typescript-eslint/require-await -- it never gives the thread back: that is the lesson
export async function busyLoop({ busy, log, ms }: Waiting): Promise<void> {
  log('wait');
  busy(ms); // a loop of {ms} ms
  log('go on');
}

/** A timer that waits: nobody works. */
export async function timerWait({ pause, log, ms }: Waiting): Promise<void> {
  log('wait');
  await pause(ms); // a timer of {ms} ms
  log('go on');
}
