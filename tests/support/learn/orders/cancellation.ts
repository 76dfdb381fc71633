import type { Orders } from '../orders.ts';

/** Pressed long before the limit: the key's AbortError, not the clock's TimeoutError. */
const PRESSED = ['get /map', 'pause 120', 'paused 120', 'press Cancel', 'abort /map', 'show AbortError'];

export const orders: Orders = {
  raced: ['get /map', 'pause 200', 'paused 200', 'show Too late', 'answer /map'],
  timed: ['get /map', 'abort /map', 'show TimeoutError'],
  cancelled: PRESSED,
  either: PRESSED,
  forever: ['show Loading', 'get /silent', 'pause 2000', 'paused 2000'],
};
