import { expect, test } from 'vitest';
import { amdahl, fitShare } from '../../../src/learn/lessons/speed-up/amdahl.ts';

const line = (share: number) =>
  [1, 2, 3, 4, 8].map((workers) => ({ workers, ms: 900 / amdahl(share, workers) }));

test.each([0, 0.5, 0.9, 1])('the share that made the points is found again: %d', (share) => {
  expect(fitShare(line(share))).toBeCloseTo(share, 10);
});

test('half of the work shared never makes it twice as fast', () => {
  expect(amdahl(0.5, 2)).toBeCloseTo(4 / 3, 10);
  expect(amdahl(0.5, 1e9)).toBeLessThan(2);
});

test('points that are better or worse than any share are held at all and nothing', () => {
  expect(
    fitShare([
      { workers: 1, ms: 100 },
      { workers: 2, ms: 30 },
    ]),
  ).toBe(1);
  expect(
    fitShare([
      { workers: 1, ms: 100 },
      { workers: 2, ms: 140 },
    ]),
  ).toBe(0);
});

test('one point alone tells nothing, nor do points without the first', () => {
  expect(fitShare([{ workers: 1, ms: 100 }])).toBeNull();
  expect(fitShare([{ workers: 2, ms: 100 }])).toBeNull();
});
