import type { World } from '../../stage/world.ts';
import type { WorkerTools } from './tools.ts';

type Words = World & { readonly words: readonly string[] };

/** A message for each word. */
export async function chatty({ worker, words, log }: Words & WorkerTools): Promise<void> {
  let letters = 0;
  for (const word of words) {
    letters += await worker.count(word);
  }
  log(letters, 'letters');
}

/** No message at all. */
export function here({ words, log }: Words): void {
  let letters = 0;
  for (const word of words) {
    letters += word.length;
  }
  log(letters, 'letters');
}

/** If there must be a worker: one message. */
export async function batch({ worker, words, log }: Words & WorkerTools): Promise<void> {
  const letters = await worker.countAll(words);
  log(letters, 'letters');
}

/** Waiting needs no thread. */
export async function waiting({ net, log }: World): Promise<void> {
  // three downloads, and no worker
  await Promise.all([
    net.get('/map'), // {slow} ms
    net.get('/stops'), // {slow} ms
    net.get('/times'), // {slow} ms
  ]);
  log('all are here');
}

/** What is parsed elsewhere must come back. */
export async function parsing({
  JSON,
  worker,
  text,
  log,
}: World & WorkerTools & { readonly JSON: Pick<typeof globalThis.JSON, 'parse'>; readonly text: string }) {
  JSON.parse(text);
  log('parsed here');
  await worker.parse(text);
  log('parsed there, and sent back');
}

/** A promise doesn't say where the work is done. */
export async function hashing({ bytes, log }: World & { readonly bytes: Uint8Array<ArrayBuffer> }) {
  // bytes: 32 MB
  await crypto.subtle.digest('SHA-256', bytes);
  log('hashed');
}

/** An effect that is async gives a promise where its clean-up should be. */
export function asyncEffect({ pause, log }: World): void {
  function effect(start: () => unknown) {
    const cleanUp = start();
    return () => {
      if (typeof cleanUp === 'function') (cleanUp as () => void)();
      else log('leaving: no clean-up found');
    };
  }

  const leave = effect(async () => {
    await pause(50);
    log('listening');
    return () => log('cleaned up');
  });
  leave(); // the component goes away
}

/** The effect itself is not async: what it starts is, and hears of the end. */
export function syncEffect({ pause, log }: World): void {
  function effect(start: () => () => void) {
    const cleanUp = start();
    return () => cleanUp();
  }

  async function listen(signal: AbortSignal) {
    await pause(50);
    if (!signal.aborted) log('listening');
  }

  const leave = effect(() => {
    const end = new AbortController();
    void listen(end.signal);
    return () => end.abort();
  });
  leave(); // the component goes away
  log('left, and cleaned up');
}
