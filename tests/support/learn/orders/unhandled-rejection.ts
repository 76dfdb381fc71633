import type { Orders } from '../orders.ts';

const LOST = 'lost NetError: The server answered 503.';

export const orders: Orders = {
  beside: ['get /menu', 'failure /menu', 'show No menu', LOST],
  'at-the-end': ['get /menu', 'failure /menu', 'show No menu'],
  'too-late': ['get /menu', 'get /map', 'failure /menu', LOST, 'answer /map', 'show The map', 'show No menu'],
  both: ['get /menu', 'get /map', 'failure /menu', 'show No menu', 'answer /map'],
  // Chromium's words for an error that was thrown
  'in-worker': [
    'start worker',
    'log it heard that itself',
    'pause 300',
    'paused 300',
    'log onerror: Uncaught Error: thrown',
  ],
};
