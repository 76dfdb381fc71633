import type { Orders } from '../orders.ts';

const SENT = 1_000_000;

export const orders: Orders = {
  copy: ['log free again', `log still here: ${String(SENT)}`],
  move: ['log free again', 'log still here: 0'],
  share: ['log free again', `log still here: ${String(SENT)}`],
  size: ['log 0.001 MB', 'log 1 MB', 'log 8 MB', 'log 32 MB'],
  context: [
    'log document is missing',
    'log window is missing',
    'log localStorage is missing',
    'log fetch is there',
    'log indexedDB is there',
    'log crypto is there',
  ],
};
