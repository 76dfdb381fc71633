import type { Orders } from '../orders.ts';

export const orders: Orders = {
  nested: ['log 20 timers'],
  messages: ['log 20 messages'],
  'microtasks-first': ['log script ends', 'log then', 'log microtask', 'log timer of 0 ms'],
  'under-load': ['busy 120', 'log script ends', 'log timer of 10 ms'],
  'wait-for-it': ['post /save', 'log after 100 ms: false', 'answer /save', 'log after saving: true'],
};
