import type { Orders } from '../orders.ts';

const SCRIPT = ['log script begins', 'log script ends', 'log microtask'];

const BUSY = ['busy 20', 'busy 20', 'busy 20', 'busy 20', 'busy 20'];

export const orders: Orders = {
  // Which comes first, a due timer or a frame, is the browser's choice.
  guess: {
    oneOf: [
      [...SCRIPT, 'log timer', 'log frame'],
      [...SCRIPT, 'log frame', 'log timer'],
    ],
  },
  'in-order': ['log script', 'log microtask', 'log timer', 'log frame'],
  'all-microtasks': ['log script ends', 'log microtask 1', 'log microtask 2', 'log microtask 3', 'log timer'],
  'one-task': ['log task 1', 'log task 1 ends', 'log its microtask', 'log task 2'],
  starve: {
    oneOf: [
      [...BUSY, 'log microtasks are done', 'log timer', 'log frame'],
      [...BUSY, 'log microtasks are done', 'log frame', 'log timer'],
    ],
  },
};
