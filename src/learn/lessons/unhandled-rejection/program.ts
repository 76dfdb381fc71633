import type { World } from '../../stage/world.ts';
import type { StartWorker } from './stray.ts';

/** There is a `catch`, but beside the chain and not at its end. */
export function beside({ net, show }: World): void {
  // it fails after {fails} ms
  const menu = net.get('/menu');

  // eslint-disable-next-line @typescript-eslint/no-floating-promises -- the mistake that the lesson is about
  menu.then((dishes) => show(dishes));
  menu.catch(() => show('No menu'));
}

/** At its end it hears of every step before it. */
export function atTheEnd({ net, show }: World): void {
  net
    .get('/menu')
    .then((dishes) => show(dishes))
    .catch(() => show('No menu'));
}

/** Rejected while something else is awaited. */
export async function tooLate({ net, show }: World): Promise<void> {
  // fails
  const menu = net.get('/menu');
  // takes longer
  const map = net.get('/map');
  try {
    show(await map);
    show(await menu);
  } catch {
    show('No menu');
  }
}

/** Both are handled from the beginning. */
export async function both({ net, show }: World): Promise<void> {
  const menu = net.get('/menu');
  const map = net.get('/map');
  try {
    show(await Promise.all([map, menu]));
  } catch {
    show('No menu');
  }
}

/** A worker's rejection stays in the worker. */
export async function inWorker({
  startWorker,
  log,
  pause,
}: World & { readonly startWorker: StartWorker }): Promise<void> {
  const worker = startWorker();
  worker.onerror = (event) => {
    log('onerror:', event.message);
  };

  worker.postMessage('reject');
  await new Promise((heard) => {
    worker.onmessage = heard;
  });
  log('it heard that itself');
  await pause(300);

  worker.postMessage('throw');
}
