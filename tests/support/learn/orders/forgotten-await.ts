import type { Orders } from '../orders.ts';

export const orders: Orders = {
  forgotten: ['post /note', 'show Saved', 'failure /note', 'lost NetError: The server answered 503.'],
  awaited: ['show Saving', 'post /note', 'failure /note', 'show Not saved'],
  leaked: [
    'open /diary',
    'opened /diary',
    'write Milk',
    'close /diary',
    'show Closed',
    'lost Error: It is being written to.',
    'written Milk',
  ],
  closed: [
    'open /diary',
    'opened /diary',
    'write Milk',
    'written Milk',
    'close /diary',
    'closed /diary',
    'show Closed',
  ],
};
