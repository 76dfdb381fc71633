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
  'throw-inside': {
    trap: ['log next line', 'log caught'],
    fix: ['log caught', 'log next line'],
  },
  leak: {
    trap: ['pause 100', 'log work done', 'pause 200', 'paused 100', 'paused 200', 'log 1 left open'],
    fix: ['pause 100', 'paused 100', 'log work done', 'pause 200', 'paused 200', 'log 0 left open'],
  },
  'timeout-zero': {
    trap: ['busy 200', 'log work done', 'log timer'],
    fix: [
      'busy 50',
      'pause 0',
      'log timer',
      ...['paused 0', 'log part 1 done', 'busy 50', 'pause 0'],
      ...['paused 0', 'log part 2 done', 'busy 50', 'pause 0'],
      ...['paused 0', 'log part 3 done', 'busy 50', 'pause 0'],
      ...['paused 0', 'log part 4 done'],
    ],
  },
  'long-loop': {
    trap: [
      ...['pause 50', 'get /news', 'busy 300', 'log loop done'],
      ...['paused 50', 'log timer', 'answer /news', 'log news'],
    ],
    fix: [
      ...['pause 50', 'get /news', 'busy 150', 'pause 0'],
      ...['paused 50', 'log timer', 'answer /news', 'log news'],
      ...['paused 0', 'busy 150', 'log loop done'],
    ],
  },
  'await-is-then': {
    trap: ['log left 1', 'log right 1', 'log end', 'log left 2', 'log right 2'],
    fix: ['log left 1', 'log left 2', 'log right 1', 'log right 2', 'log end'],
  },
  'no-cancel': {
    trap: ['pause 300', 'pause 100', 'paused 100', 'log gave up', 'paused 300', 'log report sent'],
    fix: ['pause 100', 'get /report', 'paused 100', 'abort /report', 'log gave up'],
  },
  'no-timeout': {
    trap: ['log loading', 'get /news', 'pause 1000', 'paused 1000', 'log one second later'],
    fix: ['log loading', 'get /news', 'abort /news', 'log gave up'],
  },
  streams: {
    trap: ['pause 100', 'log stream made one', 'paused 100', 'log nobody has read'],
    fix: ['pause 100', 'paused 100', 'log nobody has read', 'log stream made one', 'log read one'],
  },
  effects: {
    trap: ['log subscribed', 'pause 100', 'pause 200', 'paused 100', 'paused 200', 'log page left'],
    fix: [
      ...['log subscribed', 'pause 100', 'pause 200', 'paused 100', 'log data shown'],
      ...['paused 200', 'log unsubscribed', 'log page left'],
    ],
  },
  'all-settled': {
    trap: ['pause 100', 'pause 100', 'paused 100', 'paused 100', 'log all saved'],
    fix: ['pause 100', 'pause 100', 'paused 100', 'paused 100', 'log fulfilled', 'log rejected'],
  },
  'for-await': {
    trap: [1, 2, 3].flatMap((page) => [
      ...['pause 100', 'paused 100', 'pause 100', 'paused 100', `log page ${String(page)} read`],
    ]),
    fix: [
      ...['pause 100', 'paused 100', 'pause 100', 'pause 100'],
      ...['paused 100', 'log page 1 read', 'paused 100', 'pause 100', 'pause 100'],
      ...['paused 100', 'log page 2 read', 'paused 100', 'pause 100'],
      ...['paused 100', 'log page 3 read'],
    ],
  },
  'awaits-in-a-row': {
    trap: ['get /trains', 'answer /trains', 'get /weather', 'answer /weather', 'show trains, weather'],
    fix: ['get /trains', 'get /weather', 'answer /trains', 'answer /weather', 'show trains, weather'],
  },
  'generated-code': {
    trap: [
      ...['get /user', 'answer /user', 'get /cart?of=ada', 'answer /cart?of=ada'],
      ...['get /news', 'answer /news', 'get /offers', 'answer /offers', 'show ada, cart, news, offers'],
    ],
    fix: [
      ...['get /user', 'get /news', 'get /offers', 'answer /user', 'get /cart?of=ada'],
      ...['answer /news', 'answer /offers', 'answer /cart?of=ada', 'show ada, cart, news, offers'],
    ],
  },
  'await-outside': {
    trap: [
      'start classic',
      'log Uncaught SyntaxError: await is only valid in async functions and the top level bodies of modules',
    ],
    fix: ['start module', 'log 42'],
  },
  'double-trigger': {
    trap: ['pause 100', 'pause 100', 'paused 100', 'paused 100', 'log teas: 2'],
    fix: ['pause 100', 'paused 100', 'log teas: 1'],
  },
  'no-data-race': {
    trap: [...pauses(3, 100), 'paused 100', 'paused 100', 'paused 100', 'log count is 1'],
    fix: [...pauses(3, 100), 'paused 100', 'paused 100', 'paused 100', 'log count is 3'],
  },
  'rejection-timing': {
    trap: ['pause 300', 'pause 100', 'paused 100', 'lost Error: no trains', 'paused 300', 'log caught'],
    fix: ['pause 300', 'pause 100', 'paused 100', 'log caught', 'paused 300'],
  },
  'lost-stack': {
    // what V8 tells: it pieces the stack together from awaits
    trap: ['pause 50', 'paused 50', 'log awaits: true', 'pause 50', 'paused 50', 'log returns: false'],
    fix: ['pause 50', 'paused 50', 'log page not opened: broken'],
  },
  'truthy-promise': {
    trap: ['pause 100', 'log come in', 'paused 100'],
    fix: ['pause 100', 'paused 100', 'log closed'],
  },
  'async-filter': { trap: ['log 1 2 3 4'], fix: ['log 2 4'] },
};
