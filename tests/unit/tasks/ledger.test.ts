import { expect, it } from 'vitest';
import { NO_INPUT, type Plan } from '../../../src/tasks/contract.ts';
import { Ledger } from '../../../src/tasks/ledger.ts';

function planOf(count: number, enough?: number): Plan {
  const parts = Array.from({ length: count }, (_, index) => ({
    index,
    input: NO_INPUT,
    output: { start: 0, end: 0 },
    cost: 1,
  }));
  return { parts, outputBytes: 0, ...(enough !== undefined && { enough }) };
}

it('wants all parts until enough is found, then those up to the last that is needed', () => {
  const ledger = Ledger.begin(planOf(10, 2));
  ledger.ended(7, 1);
  expect(ledger.last).toBe(9);
  ledger.ended(5, 1);
  // Parts 0 to 7 hold two now; what comes before may hold smaller ones.
  expect(ledger.last).toBe(7);
  expect(ledger.settled).toBe(false);
  ledger.ended(2, 1);
  expect(ledger.last).toBe(5);
  for (const index of [0, 1, 3, 4]) ledger.ended(index, 0);
  expect(ledger.settled).toBe(true);
  expect([5, 6].map((index) => ledger.wants(index))).toEqual([true, false]);
});

it('does not care in which order parts end', () => {
  const found = [0, 0, 1, 0, 2, 0, 1, 0];
  const lastOf = (order: readonly number[]): number => {
    const ledger = Ledger.begin(planOf(8, 3));
    for (const index of order) ledger.ended(index, found[index] ?? 0);
    return ledger.last;
  };
  for (const order of [
    [0, 1, 2, 3, 4, 5, 6, 7],
    [7, 6, 5, 4, 3, 2, 1, 0],
    [4, 6, 2, 0, 1, 3, 5, 7],
  ])
    expect(lastOf(order)).toBe(4);
});

it('never ends early where finds don’t matter', () => {
  const ledger = Ledger.begin(planOf(3));
  ledger.ended(0, 5);
  expect(ledger.last).toBe(2);
});

it('lets those who wait for parts go on when they have ended, or when the run is stopped', async () => {
  const memory = new SharedArrayBuffer(Ledger.bytes(planOf(3)));
  const page = Ledger.begin(planOf(3), memory);
  const worker = new Ledger(memory, undefined);
  const first = worker.another(2);
  page.ended(0, 0);
  await first;
  expect(worker.reached(2)).toBe(false);
  const second = worker.another(2);
  page.open();
  await second;
  expect(worker.reached(2)).toBe(true);
  // Who comes late doesn't wait.
  await worker.another(2);
});
