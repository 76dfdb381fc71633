import type { Orders } from '../orders.ts';

export const orders: Orders = {
  loop: ['log wait', 'busy 800', 'log go on'],
  timer: ['log wait', 'pause 800', 'paused 800', 'log go on'],
};
