import type { Orders } from '../orders.ts';

const TYPED = ['type Be', 'get /stops?q=Be', 'pause 240', 'paused 240', 'type Bern'];

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
  abort: [...TYPED, 'abort /stops?q=Be', 'get /stops?q=Bern', 'answer /stops?q=Bern', 'show Bern'],
};
