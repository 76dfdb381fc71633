import { MOST } from '../../../../src/learn/lessons/speed-up/hall.ts';
import type { Orders } from '../orders.ts';

const BUSY = ['pause 20', 'paused 20', 'busy 300', 'log done'];

export const orders: Orders = {
  curve: Array.from({ length: MOST }, (_, i) => `log workers: ${String(i + 1)}`),
  start: ['log and again'],
  carry: ['log and on workers'],
  shares: ['log now as they come'],
  starved: BUSY,
  claimed: BUSY,
};
