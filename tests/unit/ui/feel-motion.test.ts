import { describe, expect, it } from 'vitest';
import { sweepFrames } from '../../../src/ui/feel-motion.ts';

const placesOf = (frames: readonly Keyframe[]) =>
  frames.map(({ transform }) => Number(/translateX\((.+)%\)/.exec(String(transform))?.[1]));

describe('what both balls follow', () => {
  it('goes there and back', () => {
    const frames = sweepFrames(false);
    expect(placesOf(frames)).toEqual([0, 100, 0]);
    expect(frames.map(({ offset }) => offset)).toEqual([0, 0.5, 1]);
  });

  it('hops through eight places, one after the other, where less motion is wished for', () => {
    const frames = sweepFrames(true);
    const places = placesOf(frames);
    expect(new Set(places).size).toBe(8);
    for (let at = 1; at < places.length; at += 1) {
      expect(Math.abs((places[at] ?? 0) - (places[at - 1] ?? 0))).toBeCloseTo(100 / 7);
      expect(frames[at]?.offset).toBeCloseTo(at / 14);
    }
  });

  it('never moves between hops', () => {
    expect(new Set(sweepFrames(true).map(({ easing }) => easing))).toEqual(new Set(['steps(1, end)']));
  });
});
