import type { Orders } from '../orders.ts';

const ASKED = ['get /stops', 'get /fares', 'get /times'];
const ERROR = 'show The server answered 500.';

export const orders: Orders = {
  all: [...ASKED, 'failure /fares', ERROR, 'answer /stops', 'answer /times'],
  'all-settled': [
    ...ASKED,
    'failure /fares',
    'answer /stops',
    'answer /times',
    'show stops, no fares, times',
  ],
  any: [...ASKED, 'failure /fares', 'answer /stops', 'show stops', 'answer /times'],
  race: [...ASKED, 'failure /fares', ERROR, 'answer /stops', 'answer /times'],
};
