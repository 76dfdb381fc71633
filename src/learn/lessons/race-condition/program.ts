import { isAbort } from '../../../async/abort.ts';
import type { World } from '../../stage/world.ts';
import type { Stops } from './stops.ts';

type Typing = World & { readonly gap: number };

/** The answer that arrives last owns the screen. */
export async function stale({ net, show, type, pause, gap }: Typing): Promise<void> {
  async function search(text: string) {
    const stops = await net.get<Stops>(`/stops?q=${text}`);
    show(stops);
  }

  type('Be', search); // takes {slow} ms
  await pause(gap); // {gap} ms
  type('Bern', search); // takes {quick} ms
}

/** Each search has a number, and only the newest may show. */
export async function numbered({ net, show, type, pause, gap }: Typing): Promise<void> {
  let newest = 0;

  async function search(text: string) {
    const mine = ++newest;
    const stops = await net.get<Stops>(`/stops?q=${text}`);
    if (mine !== newest) return;
    show(stops);
  }

  type('Be', search);
  await pause(gap);
  type('Bern', search);
}

/** The old request is told to stop. */
export async function aborting({ net, show, type, pause, gap }: Typing): Promise<void> {
  let current: AbortController | undefined;

  async function search(text: string) {
    current?.abort();
    current = new AbortController();
    const { signal } = current;
    try {
      const path = `/stops?q=${text}`;
      show(await net.get<Stops>(path, { signal }));
    } catch (error) {
      if (!isAbort(error)) throw error;
    }
  }

  type('Be', search);
  await pause(gap);
  type('Bern', search);
}
