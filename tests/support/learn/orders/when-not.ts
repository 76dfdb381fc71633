import type { Orders } from '../orders.ts';

const DOWNLOADS = ['get /map', 'get /stops', 'get /times', 'answer /map', 'answer /stops', 'answer /times'];

// 200 words: forty times "task", "await", "frame", "worker", "thread", 26 letters
const COUNTED = ['log 1040 letters'];

export const orders: Orders = {
  chatty: COUNTED,
  here: COUNTED,
  batch: COUNTED,
  waiting: [...DOWNLOADS, 'log all are here'],
  parsing: ['log parsed here', 'log parsed there, and sent back'],
  hashing: ['log hashed'],
  'async-effect': ['pause 50', 'log leaving: no clean-up found', 'paused 50', 'log listening'],
  'sync-effect': ['pause 50', 'log left, and cleaned up', 'paused 50'],
};
