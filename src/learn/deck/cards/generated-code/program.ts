import type { World } from '../../../stage/world.ts';

/** Line by line, as it is often generated. */
export async function trap({ net, show }: World): Promise<void> {
  const user = await net.get<string>('/user');
  const cart = await net.get<string>(`/cart?of=${user}`);
  const news = await net.get<string>('/news');
  const offers = await net.get<string>('/offers');
  show([user, cart, news, offers].join(', '));
}

/** Only what depends waits. */
export async function fix({ net, show }: World): Promise<void> {
  async function mine() {
    const user = await net.get<string>('/user');
    const cart = await net.get<string>(`/cart?of=${user}`);
    return [user, cart].join(', ');
  }

  const answers = await Promise.all([mine(), net.get<string>('/news'), net.get<string>('/offers')]);
  show(answers.join(', '));
}
