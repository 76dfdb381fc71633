import type { Orders } from './orders.ts';

const pauses = (count: number, ms: number): string[] =>
  Array.from({ length: count }, () => `pause ${String(ms)}`);
const sent = (letter: string): string[] => ['paused 100', `log sent ${letter}`];

const DOORS = ['pause 50', 'pause 100', 'pause 200', 'paused 50', 'log A is open', 'paused 100'];

/** What each card's programs do, in order, by the card's id and the variant's. */
export const CARD_ORDERS: Readonly<Record<string, Orders>> = {
  'always-promise': { trap: ['log Please pay [object Promise]'], fix: ['log Please pay 4'] },
  'until-first-await': {
    trap: ['log before', 'log load begins', 'log after', 'log load ends'],
    fix: ['log before', 'log load begins', 'log load ends', 'log after'],
  },
  'microtask-first': {
    trap: ['log script', 'log promise', 'log timer'],
    fix: ['pause 0', 'paused 0', 'log timer', 'log promise', 'log script'],
  },
  'forgotten-await': {
    trap: ['pause 100', 'log saved', 'paused 100', 'lost Error: disk is full'],
    fix: ['pause 100', 'paused 100', 'log not saved'],
  },
  'return-await': {
    trap: ['pause 100', 'paused 100', 'log caught outside'],
    fix: ['pause 100', 'paused 100', 'log caught inside'],
  },
  'for-each': {
    trap: [...pauses(3, 100), 'log all sent', ...sent('A'), ...sent('B'), ...sent('C')],
    'in-turn': [
      'pause 100',
      ...sent('A'),
      'pause 100',
      ...sent('B'),
      'pause 100',
      ...sent('C'),
      'log all sent',
    ],
    together: [...pauses(3, 100), ...sent('A'), ...sent('B'), ...sent('C'), 'log all sent'],
  },
  'map-promises': {
    trap: ['log 3', 'log [object Promise]'],
    fix: ['log 3', 'log 2'],
  },
  'all-rejects': {
    trap: [...DOORS, 'log B is stuck', 'paused 200', 'log C is open'],
    fix: [...DOORS, 'paused 200', 'log C is open', 'log 1 of 3 stuck'],
  },
  'race-settles': {
    trap: ['pause 100', 'pause 300', 'paused 100', 'log near is down', 'paused 300'],
    fix: ['pause 100', 'pause 300', 'paused 100', 'paused 300', 'log far answers'],
  },
};
