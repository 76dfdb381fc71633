import type { Press } from '../../stage/press.ts';
import type { World } from '../../stage/world.ts';

type Limited = World & {
  readonly limit: number;
  readonly patience: number;
  readonly press: Press;
};

/** The race is over, and the loser doesn't know. */
export async function raced({ net, show, pause, limit }: Limited): Promise<void> {
  async function alarm(): Promise<never> {
    await pause(limit); // {limit} ms
    throw new Error('Too late');
  }

  // the map takes {slow} ms
  const map = net.get('/map');
  try {
    show(await Promise.race([map, alarm()]));
  } catch (error) {
    show((error as Error).message);
  }
}

/** The request itself is told when its time is up. */
export async function timed({ net, show, limit }: Limited): Promise<void> {
  const signal = AbortSignal.timeout(limit);
  try {
    show(await net.get('/map', { signal }));
  } catch (error) {
    show((error as Error).name);
  }
}

/** A person changes their mind. */
export async function cancelled({ net, show, pause, press, patience }: Limited): Promise<void> {
  const button = new AbortController();

  async function load() {
    const { signal } = button;
    try {
      show(await net.get('/map', { signal }));
    } catch (error) {
      show((error as Error).name);
    }
  }

  const loading = load();
  await pause(patience); // {patience} ms
  press('Cancel', () => button.abort());
  await loading;
}

/** Whichever comes first: the person or the clock. */
export async function either({ net, show, pause, press, patience, limit }: Limited): Promise<void> {
  const button = new AbortController();
  const signal = AbortSignal.any([button.signal, AbortSignal.timeout(limit)]);

  async function load() {
    try {
      show(await net.get('/map', { signal }));
    } catch (error) {
      show((error as Error).name);
    }
  }

  const loading = load();
  await pause(patience); // {patience} ms
  press('Cancel', () => button.abort());
  await loading;
}

/** No limit, and a server that never answers. */
export async function forever({ net, show, pause }: Limited): Promise<void> {
  async function load() {
    show('Loading');
    try {
      show(await net.get('/silent'));
    } catch {
      show('It failed');
    }
  }

  void load();
  await pause(2000); // you look on
}
