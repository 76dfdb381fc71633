import type { Orders } from '../orders.ts';

export const orders: Orders = {
  start: ['log before the call', 'log work begins', 'log after the call', 'log work goes on'],
  always: ['log at once: Promise', 'log awaited: 42'],
  throwing: ['log the call threw nothing', 'log caught at the await'],
  returning: ['get /save', 'failure /save', 'log caught outside'],
  'return-await': ['get /save', 'failure /save', 'log caught inside'],
  'plain-value': ['log before', 'log a microtask', 'log after 42'],
  'top-level': ['log import begins', 'log the answer is 42'],
};
