import { isAbort } from '../../../async/abort.ts';
import type { Press } from '../../stage/press.ts';
import type { World } from '../../stage/world.ts';
import type { Board, Stops } from './stops.ts';

type Typing = World & { readonly gap: number };
type Pressing = Typing & { readonly press: Press };

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

/** A key instead of a search box: two runs of one function, and the older answer stays. */
export async function twice({ net, show, press, pause, gap }: Pressing): Promise<void> {
  async function refresh() {
    const board = await net.get<Board>('/board');
    show(board);
  }

  press('Refresh', refresh); // {slow} ms
  await pause(gap);
  press('Refresh', refresh); // {quick} ms
}

/** The second press waits for the answer that is on its way. */
export async function joined({ net, show, press, pause, gap }: Pressing): Promise<void> {
  let asked: Promise<Board> | undefined;

  async function refresh() {
    asked ??= net.get<Board>('/board');
    try {
      show(await asked);
    } finally {
      asked = undefined;
    }
  }

  press('Refresh', refresh);
  await pause(gap);
  press('Refresh', refresh);
}
