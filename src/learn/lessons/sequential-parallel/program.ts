import type { World } from '../../stage/world.ts';

/** Three waits, one after the other. */
export async function oneByOne({ net, show }: World): Promise<void> {
  const stops = await net.get<string>('/stops');
  const times = await net.get<string>('/times');
  const fares = await net.get<string>('/fares');
  show([stops, times, fares]);
}

/** Three waits at the same time. */
export async function together({ net, show }: World): Promise<void> {
  const answers = await Promise.all([
    net.get<string>('/stops'),
    net.get<string>('/times'),
    net.get<string>('/fares'),
  ]);
  show(answers);
}

/** A dashboard, its second half asked for when the first is there. */
export async function dashboardInTurn({ net, show }: World): Promise<void> {
  const trains = await net.get<string>('/trains');
  const weather = await net.get<string>('/weather');
  show([trains, weather]);
}

/** Both are asked for before either is awaited. */
export async function dashboard({ net, show }: World): Promise<void> {
  const trains = net.get<string>('/trains');
  const weather = net.get<string>('/weather');
  show(await Promise.all([trains, weather]));
}

/** The second question needs the first answer. */
export async function dependent({ net, show }: World): Promise<void> {
  const user = await net.get<string>('/user');
  const posts = await net.get<string>(`/posts?by=${user}`);
  show([user, posts]);
}
