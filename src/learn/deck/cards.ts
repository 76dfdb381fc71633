import type { Text } from '../model/lesson.ts';
import type { Card } from './card.ts';

/** What the list and the links know of a card before it is loaded. Its title doesn't tell how it ends. */
export interface CardEntry {
  readonly id: string;
  readonly title: Text;
  readonly load: () => Promise<{ readonly card: Card }>;
}

/** The deck, in order: a card is a folder and an entry here. */
export const CARDS: readonly CardEntry[] = [
  {
    id: 'always-promise',
    title: 'A price from an `async` function',
    load: () => import('./cards/always-promise/card.ts'),
  },
  {
    id: 'until-first-await',
    title: 'When does it begin?',
    load: () => import('./cards/until-first-await/card.ts'),
  },
  {
    id: 'microtask-first',
    title: 'A timer, a promise, the script',
    load: () => import('./cards/microtask-first/card.ts'),
  },
  {
    id: 'forgotten-await',
    title: 'Saving to a full disk',
    load: () => import('./cards/forgotten-await/card.ts'),
  },
  { id: 'return-await', title: 'Who catches it?', load: () => import('./cards/return-await/card.ts') },
  { id: 'for-each', title: 'Letters with `forEach`', load: () => import('./cards/for-each/card.ts') },
  { id: 'map-promises', title: 'Doubling with `map`', load: () => import('./cards/map-promises/card.ts') },
  { id: 'all-rejects', title: 'Three doors, one stuck', load: () => import('./cards/all-rejects/card.ts') },
  {
    id: 'race-settles',
    title: 'Two servers in a `race`',
    load: () => import('./cards/race-settles/card.ts'),
  },
];

export function findCard(id: string): CardEntry | null {
  return CARDS.find((entry) => entry.id === id) ?? null;
}
