import type { Orders } from '../orders.ts';

export const orders: Orders = { microtask: ['log done'], task: ['log done'], all: ['log done'] };
