import type { World } from '../../../stage/world.ts';

/** The second question waits for an answer it doesn't need. */
export async function trap({ net, show }: World): Promise<void> {
  const trains = await net.get<string>('/trains'); // 200 ms
  const weather = await net.get<string>('/weather'); // 200 ms
  show(`${trains}, ${weather}`);
}

/** Both are asked before either is waited for. */
export async function fix({ net, show }: World): Promise<void> {
  const [trains, weather] = await Promise.all([net.get<string>('/trains'), net.get<string>('/weather')]);
  show(`${trains}, ${weather}`);
}
