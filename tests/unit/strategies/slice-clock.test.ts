import { expect, test } from 'vitest';
import { SliceClock } from '../../../src/strategies/slice-clock.ts';

test('a slice ends before one more step would overrun it', () => {
  const clock = new SliceClock(10, 10, 0);
  expect(clock.spent(4)).toBe(false);
  expect(clock.spent(8)).toBe(true);
});

test('one slow step is forgotten after some quick ones', () => {
  const clock = new SliceClock(10, 10, 0);
  clock.spent(9);
  clock.begin(9);
  for (let now = 10; now < 40; now += 1) {
    if (clock.spent(now)) clock.begin(now);
  }
  clock.begin(40);
  expect(clock.spent(41)).toBe(false);
  for (let now = 42; now < 47; now += 1) expect(clock.spent(now)).toBe(false);
});

test('dear pauses make the slices grow, to their limit and not beyond', () => {
  const clock = new SliceClock(8, 20, 0);
  for (let frame = 0; frame < 40; frame += 1) clock.paused(0.7);
  expect(clock.budgetMs).toBeGreaterThan(8);
  expect(clock.budgetMs).toBeLessThan(20);
  for (let frame = 0; frame < 40; frame += 1) clock.paused(30);
  expect(clock.budgetMs).toBe(20);
});

test('cheap pauses bring them back to where they began', () => {
  const clock = new SliceClock(8, 20, 0);
  for (let frame = 0; frame < 40; frame += 1) clock.paused(30);
  for (let frame = 0; frame < 80; frame += 1) clock.paused(0.01);
  expect(clock.budgetMs).toBe(8);
});

test('a slice that was set keeps its length', () => {
  const clock = new SliceClock(8, 8, 0);
  for (let frame = 0; frame < 40; frame += 1) clock.paused(30);
  expect(clock.budgetMs).toBe(8);
});
