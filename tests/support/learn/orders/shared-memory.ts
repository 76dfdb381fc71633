import type { Orders } from '../orders.ts';

const DONE = ['log both are done'];

export const orders: Orders = { plain: DONE, atomic: DONE, alone: DONE };
