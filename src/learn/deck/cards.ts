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
    id: 'await-outside',
    title: 'A file with `await` in its first line',
    load: () => import('./cards/await-outside/card.ts'),
  },
  { id: 'throw-inside', title: 'No such age', load: () => import('./cards/throw-inside/card.ts') },
  {
    id: 'await-is-then',
    title: '`await` beside `then`',
    load: () => import('./cards/await-is-then/card.ts'),
  },
  {
    id: 'microtask-first',
    title: 'A timer, a promise, the script',
    load: () => import('./cards/microtask-first/card.ts'),
  },
  { id: 'timeout-zero', title: 'A timer of 0 ms', load: () => import('./cards/timeout-zero/card.ts') },
  { id: 'long-loop', title: 'A long loop', load: () => import('./cards/long-loop/card.ts') },
  {
    id: 'forgotten-await',
    title: 'Saving to a full disk',
    load: () => import('./cards/forgotten-await/card.ts'),
  },
  { id: 'leak', title: 'Closing a connection', load: () => import('./cards/leak/card.ts') },
  { id: 'truthy-promise', title: 'Is it open?', load: () => import('./cards/truthy-promise/card.ts') },
  { id: 'return-await', title: 'Who catches it?', load: () => import('./cards/return-await/card.ts') },
  {
    id: 'rejection-timing',
    title: 'The weather first, then the trains',
    load: () => import('./cards/rejection-timing/card.ts'),
  },
  {
    id: 'lost-stack',
    title: 'Whose name is in the stack?',
    load: () => import('./cards/lost-stack/card.ts'),
  },
  { id: 'for-each', title: 'Letters with `forEach`', load: () => import('./cards/for-each/card.ts') },
  { id: 'map-promises', title: 'Doubling with `map`', load: () => import('./cards/map-promises/card.ts') },
  {
    id: 'async-filter',
    title: 'Even numbers with `filter`',
    load: () => import('./cards/async-filter/card.ts'),
  },
  {
    id: 'awaits-in-a-row',
    title: 'Trains and weather',
    load: () => import('./cards/awaits-in-a-row/card.ts'),
  },
  {
    id: 'generated-code',
    title: 'A page of four answers',
    load: () => import('./cards/generated-code/card.ts'),
  },
  { id: 'all-rejects', title: 'Three doors, one stuck', load: () => import('./cards/all-rejects/card.ts') },
  { id: 'all-settled', title: 'Two files, one locked', load: () => import('./cards/all-settled/card.ts') },
  {
    id: 'race-settles',
    title: 'Two servers in a `race`',
    load: () => import('./cards/race-settles/card.ts'),
  },
  { id: 'no-cancel', title: 'A report that takes too long', load: () => import('./cards/no-cancel/card.ts') },
  {
    id: 'no-timeout',
    title: 'A server that doesn’t answer',
    load: () => import('./cards/no-timeout/card.ts'),
  },
  {
    id: 'double-trigger',
    title: 'An impatient finger',
    load: () => import('./cards/double-trigger/card.ts'),
  },
  { id: 'no-data-race', title: 'Three at one counter', load: () => import('./cards/no-data-race/card.ts') },
  { id: 'for-await', title: 'Three pages with `for await`', load: () => import('./cards/for-await/card.ts') },
  { id: 'streams', title: 'A stream and a generator', load: () => import('./cards/streams/card.ts') },
  { id: 'effects', title: 'An effect with `async`', load: () => import('./cards/effects/card.ts') },
];

export function findCard(id: string): CardEntry | null {
  return CARDS.find((entry) => entry.id === id) ?? null;
}
