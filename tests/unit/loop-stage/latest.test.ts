import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Latest } from '../../../src/loop/editor/latest.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

// Node has no idle callbacks, as Safari hasn't: the longest wait is what is waited.
test('of many that were asked for in one wait the last is done, once', () => {
  const latest = new Latest();
  const done: number[] = [];
  for (const n of [1, 2, 3]) latest.ask(() => done.push(n));
  vi.advanceTimersByTime(50);
  expect(done).toEqual([3]);
});

test('asking again doesn’t put it off for ever', () => {
  const latest = new Latest();
  const done: number[] = [];
  for (let frame = 0; frame < 60; frame += 1) {
    latest.ask(() => done.push(frame));
    vi.advanceTimersByTime(16);
  }
  expect(done.length).toBeGreaterThan(10);
});

test('what was called off is not done', () => {
  const latest = new Latest();
  const done: number[] = [];
  latest.ask(() => done.push(1));
  latest.stop();
  vi.advanceTimersByTime(1000);
  latest.ask(() => done.push(2));
  vi.advanceTimersByTime(50);
  expect(done).toEqual([2]);
});
