import type { Orders } from '../orders.ts';

const PAUSE = ['pause 100', 'paused 100'];

export const orders: Orders = {
  microtask: [...PAUSE, 'log all done'],
  message: [...PAUSE, 'log stopped'],
  flag: [...PAUSE, 'log stopped'],
  terminate: [...PAUSE, 'log ended'],
  // Seven ways in a browser that has them all.
  all: Array.from({ length: 7 }, () => PAUSE).flat(),
};
