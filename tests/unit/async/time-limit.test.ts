import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { timeLimit } from '../../../src/async/time-limit.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it('fires after its time, by the name of every abort', () => {
  const limit = timeLimit(100, new AbortController().signal);
  vi.advanceTimersByTime(99);
  expect(limit.signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(limit.signal.reason).toMatchObject({ name: 'AbortError' });
});

it('fires with the outer signal, also one that has fired before', () => {
  const outer = new AbortController();
  const limit = timeLimit(100, outer.signal);
  outer.abort();
  expect(limit.signal.aborted).toBe(true);
  expect(timeLimit(100, outer.signal).signal.aborted).toBe(true);
});

it('leaves nothing behind when it is ended', () => {
  const outer = new AbortController();
  const limit = timeLimit(100, outer.signal);
  limit.end();
  expect(getEventListeners(outer.signal, 'abort')).toHaveLength(0);
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(1000);
  expect(limit.signal.aborted).toBe(false);
});
