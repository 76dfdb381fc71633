import { describe, expect, test } from 'vitest';
import { errorTable, offOf, verdictOf } from '../../../scripts/lib/meter-errors.mjs';
import type { Sample } from '../../../scripts/lib/meter-scenarios.mjs';

const INTERVAL = 1000 / 60;

/** A meter that told so many frames too many of so many true ones. */
function off(frames: number, dropped = 10, freezeMs = 0): Sample {
  const longestMs = dropped * INTERVAL;
  return {
    name: dropped === 0 ? 'idle' : 'stall',
    told: {
      startMs: 0,
      endMs: 1,
      dropped: dropped + frames,
      longestMs: longestMs + freezeMs,
      intervalMs: INTERVAL,
    },
    truth: { dropped, longestMs },
  };
}

const times = (count: number, sample: Sample): Sample[] => Array.from({ length: count }, () => sample);

describe('the rule for the meter', () => {
  test('two frames or 5 %, whichever is more, for frames and for the freeze', () => {
    expect(offOf(off(2)).within).toBe(true);
    expect(offOf(off(3)).within).toBe(false);
    expect(offOf(off(-3)).within).toBe(false);
    expect(offOf(off(5, 100)).within).toBe(true);
    expect(offOf(off(0, 10, 2.1 * INTERVAL)).within).toBe(false);
    expect(offOf(off(0, 100, 4 * INTERVAL)).within).toBe(true);
  });

  test('holds where half are off by one at most, and 95 % within', () => {
    expect(verdictOf([...times(19, off(1)), off(9)]).holds).toBe(true);
    expect(verdictOf([...times(18, off(1)), ...times(2, off(9))]).holds).toBe(false);
    expect(verdictOf(times(20, off(2))).holds).toBe(false);
    expect(verdictOf(times(20, off(0, 10, 1.5 * INTERVAL))).holds).toBe(false);
  });

  test('a meter that was never asked does not hold', () => {
    expect(verdictOf([]).holds).toBe(false);
  });
});

test('the table has a row a scenario and one of all', () => {
  const lines = errorTable([off(0, 0), off(1), off(-2)]).split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[1]).toMatch(/^idle +1 +0 +0 +0 +0 +0/);
  expect(lines[3]).toMatch(/^all +3 .* 1 +2 +2/);
});
