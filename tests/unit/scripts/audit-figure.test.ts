import { expect, test } from 'vitest';
import { isWithin, median, tableOf, type Figure } from '../../../scripts/audit/figure.mjs';

const paint: Figure = { name: 'paint', value: 1300, budget: 1300, bound: 'most', unit: ' ms' };
const score: Figure = { name: 'score', value: 98, budget: 98, bound: 'least', unit: '' };

test('a budget is kept by the figure that reaches it, and missed by the next one', () => {
  expect([isWithin(paint), isWithin({ ...paint, value: 1300.1 })]).toEqual([true, false]);
  expect([isWithin(score), isWithin({ ...score, value: 97 })]).toEqual([true, false]);
});

test('a figure that could not be measured keeps no budget', () => {
  expect(isWithin({ ...paint, value: NaN })).toBe(false);
  expect(isWithin({ ...score, value: NaN })).toBe(false);
});

test('the median is the middle, or between the two in the middle', () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(median([4, 1, 2, 8])).toBe(3);
  expect(median([])).toBeNaN();
});

test('the table says of each line whether it holds, what was allowed, and why', () => {
  const table = tableOf([paint, { ...score, value: 90, note: 'unused-javascript' }]).split('\n');
  expect(table[0]).toMatch(/^ok {4} paint +1,300 ms {2}at most 1,300 ms$/);
  expect(table[1]).toMatch(/^FAILED score +90 {2}at least 98 {2}\(unused-javascript\)$/);
});
