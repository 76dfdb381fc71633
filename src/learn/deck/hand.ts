import { randomFrom } from '../stage/random.ts';

/** How the deck is dealt. All of it stands in the address, so that a class can hold the same cards. */
export interface Deal {
  /** Shuffled by this number; `null`: in the order of the deck. */
  readonly seed: number | null;
  /** Only those that were predicted wrongly the last time. */
  readonly missed: boolean;
  /** A teacher's link keeps the answers back. */
  readonly hidden: boolean;
}

export const PLAIN: Deal = { seed: null, missed: false, hidden: false };

export function readDeal(params: URLSearchParams): Deal {
  const seed = /^\d{1,9}$/.exec(params.get('seed') ?? '');
  return {
    seed: seed === null ? null : Number(seed[0]),
    missed: params.get('only') === 'missed',
    hidden: params.get('answers') === 'hidden',
  };
}

/** The deck dealt so, at a card or at the list of all. */
export function deckHref({ seed, missed, hidden }: Deal, card: string | null = null): string {
  const params = new URLSearchParams();
  if (card !== null) params.set('card', card);
  if (seed !== null) params.set('seed', String(seed));
  if (missed) params.set('only', 'missed');
  if (hidden) params.set('answers', 'hidden');
  const query = params.toString();
  return query === '' ? '#/learn/gotchas' : `#/learn/gotchas?${query}`;
}

/** A new shuffle. */
export const newSeed = (): number => 1 + Math.floor(Math.random() * 999_999);

/** Fisher and Yates, by the seed: the same number, the same order, on every device. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = randomFrom(seed);
  const result = [...list];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}

/**
 * The cards in hand, in order. A card that one stands at stays, even when it isn't missed any more: what comes next
 * must be known.
 */
export function handOf(
  ids: readonly string[],
  deal: Deal,
  isMissed: (id: string) => boolean,
  at: string | null = null,
): string[] {
  const order = deal.seed === null ? [...ids] : shuffled(ids, deal.seed);
  return deal.missed ? order.filter((id) => id === at || isMissed(id)) : order;
}
