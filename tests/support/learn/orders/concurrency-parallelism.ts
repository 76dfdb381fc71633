import type { Orders } from '../orders.ts';

export const orders: Orders = {
  turns: [
    'begin 1',
    'begin 2',
    'begin 3',
    'begin 4',
    'begin 5',
    'end 1',
    'end 2',
    'end 3',
    'end 4',
    'end 5',
    'log all done',
  ],
  workers: ['log all done'],
  crowd: ['log all done'],
};
