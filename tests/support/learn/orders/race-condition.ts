import type { Orders } from '../orders.ts';

const TYPED = ['type Be', 'get /stops?q=Be', 'pause 240', 'paused 240', 'type Bern'];

const PRESSED = ['press Refresh', 'get /board', 'pause 240', 'paused 240', 'press Refresh'];

export const orders: Orders = {
  stale: [
    ...TYPED,
    'get /stops?q=Bern',
    'answer /stops?q=Bern',
    'show Bern',
    'answer /stops?q=Be',
    'show Be',
  ],
  number: [...TYPED, 'get /stops?q=Bern', 'answer /stops?q=Bern', 'show Bern', 'answer /stops?q=Be'],
  twice: [
    ...PRESSED,
    'get /board',
    'answer /board',
    'show 7:10, late',
    'answer /board',
    'show 7:10, on time',
  ],
  // both calls go on when the one answer is there, in the order in which they began to wait
  joined: [...PRESSED, 'answer /board', 'show 7:10, on time', 'show 7:10, on time'],
  abort: [...TYPED, 'abort /stops?q=Be', 'get /stops?q=Bern', 'answer /stops?q=Bern', 'show Bern'],
};
