import { describe, expect, it } from 'vitest';
import { BATCH_MS, BatchSize } from '../../../src/strategies/batch-size.ts';
import { NO_INPUT, type Part } from '../../../src/tasks/contract.ts';

const part = (index: number, cost = 1): Part => ({ index, input: NO_INPUT, output: NO_INPUT, cost });
const many = (count: number, cost = 1): Part[] => Array.from({ length: count }, (_, i) => part(i, cost));

function learned(...ms: number[]): BatchSize {
  const size = new BatchSize();
  for (const each of ms) size.learn(part(0), each);
  return size;
}

describe('a message carries', () => {
  it('one part as long as nothing is known, and none where there is none', () => {
    expect(new BatchSize().next(many(1000), 2)).toBe(1);
    expect(learned(0.01).next([], 2)).toBe(0);
  });

  it('as many as take about the time of a batch', () => {
    expect(learned(BATCH_MS / 16).next(many(10_000), 2)).toBe(16);
    expect(learned(BATCH_MS / 2).next(many(10_000), 2)).toBe(2);
    expect(learned(BATCH_MS * 30).next(many(10_000), 2)).toBe(1);
  });

  it('fewer of those that are said to cost more', () => {
    const size = learned(BATCH_MS / 16);
    expect(size.next(many(10_000, 4), 2)).toBe(4);
    expect(size.next([part(0), part(1), part(2, 100), part(3)], 1)).toBe(2);
  });

  it('no more than half of a fair share, so that the end is shared out finely', () => {
    const size = learned(0.000_01);
    expect(size.next(many(80), 2)).toBe(20);
    expect(size.next(many(4), 2)).toBe(1);
    expect(size.next(many(3), 4)).toBe(1);
  });

  it('a bounded number, however quick they are, also where the clock saw no time pass', () => {
    const most = learned(0).next(many(100_000), 2);
    expect(most).toBeGreaterThan(100);
    expect(most).toBeLessThan(1000);
  });
});

describe('the estimate', () => {
  it('follows a slow part at once', () => {
    expect(learned(BATCH_MS / 50, BATCH_MS / 50, BATCH_MS).next(many(10_000), 2)).toBe(1);
  });

  it('forgets it after some quick ones', () => {
    const size = learned(BATCH_MS * 4, ...Array.from({ length: 40 }, () => BATCH_MS / 50));
    expect(size.next(many(10_000), 2)).toBeGreaterThan(40);
  });
});
