import { describe, expect, it } from 'vitest';
import { feltWords, whyNotCounted } from '../../../src/results/model/words.ts';
import { framesOf, runOf } from '../../support/results/runs.ts';

const TAPS = {
  count: 1,
  maxDelayMs: 1995.3,
  medianDelayMs: 1995.3,
  maxPaintMs: 2011,
  maxEventTimingMs: null,
};

describe('what a person felt of a run', () => {
  it('is told in words', () => {
    const longFrames = { count: 1, maxMs: 477, blockingMs: 427.2 };
    expect(feltWords(runOf({ frames: framesOf(483, 28), taps: TAPS, longFrames }))).toBe(
      '28 dropped, a tap heard after 1,995 ms and shown after 2,011 ms, one long frame with 427 ms of blocking.',
    );
    const calm = { frames: framesOf(17, 0), longFrames: { count: 0, maxMs: 0, blockingMs: 0 } };
    expect(feltWords(runOf(calm))).toBe('0 dropped, no long frames.');
  });

  it('is not available where the browser does not tell, never 0', () => {
    expect(feltWords(runOf({ frames: null, longFrames: null }))).toBe(
      'dropped frames not available, long frames not available.',
    );
    const unseen = runOf({ frames: null, longFrames: null, taps: { ...TAPS, maxPaintMs: null } });
    expect(feltWords(unseen)).toContain('a tap heard after 1,995 ms, long frames');
  });
});

describe('why a run does not count', () => {
  it('is told of each kind, and of none that does', () => {
    expect(whyNotCounted(runOf())).toBeNull();
    expect(whyNotCounted(runOf({ status: 'aborted' }))).toBe('Cancelled.');
    expect(whyNotCounted(runOf({ status: 'failed', error: 'No memory.' }))).toBe('Failed: No memory.');
    expect(whyNotCounted(runOf({ valid: false, invalidReason: 'Hidden.' }))).toBe('Hidden.');
  });
});
