import type { Orders } from '../orders.ts';

export const orders: Orders = {
  'one-by-one': [
    'get /stops',
    'answer /stops',
    'get /times',
    'answer /times',
    'get /fares',
    'answer /fares',
    'show stops, times, fares',
  ],
  together: [
    'get /stops',
    'get /times',
    'get /fares',
    'answer /stops',
    'answer /times',
    'answer /fares',
    'show stops, times, fares',
  ],
  'dashboard-in-turn': [
    'get /trains',
    'answer /trains',
    'get /weather',
    'answer /weather',
    'show trains, weather',
  ],
  dashboard: ['get /trains', 'get /weather', 'answer /trains', 'answer /weather', 'show trains, weather'],
  dependent: ['get /user', 'answer /user', 'get /posts?by=ada', 'answer /posts?by=ada', 'show ada, posts'],
};
