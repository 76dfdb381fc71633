import type { World } from '../../../stage/world.ts';

/** Nothing else runs on this thread meanwhile. */
export function trap({ busy, log, net, pause }: World): void {
  void pause(50).then(() => log('timer'));
  void net.get('/news').then(() => log('news')); // 100 ms
  busy(300); // a long loop
  log('loop done');
}

/** In the middle others have their turn. */
export async function fix({ busy, log, net, pause }: World): Promise<void> {
  void pause(50).then(() => log('timer'));
  void net.get('/news').then(() => log('news')); // 100 ms
  busy(150); // half of the loop
  await pause(0);
  busy(150); // the other half
  log('loop done');
}
