import { describe, expect, it } from 'vitest';
import { HOP_MS, hopAt, SWEEP_MS, sweepAt } from '../../../src/ui/feel-motion.ts';

describe('sweepAt', () => {
  it('goes there and back', () => {
    expect(sweepAt(0)).toBeCloseTo(0);
    expect(sweepAt(SWEEP_MS / 2)).toBeCloseTo(0.5);
    expect(sweepAt(SWEEP_MS)).toBeCloseTo(1);
    expect(sweepAt(2 * SWEEP_MS)).toBeCloseTo(0);
    expect(sweepAt(1.3 * SWEEP_MS)).toBeCloseTo(sweepAt(0.7 * SWEEP_MS));
  });

  it('never turns within a sweep, and never leaves the track', () => {
    let before = -1;
    for (let t = 0; t <= SWEEP_MS; t += 10) {
      const place = sweepAt(t);
      expect(place).toBeGreaterThanOrEqual(before);
      expect(place).toBeLessThanOrEqual(1 + 1e-9);
      before = place;
    }
  });
});

describe('hopAt', () => {
  it('stands in eight places, one after the other', () => {
    const places = Array.from({ length: 28 }, (_, hop) => hopAt(hop * HOP_MS + 1));
    expect(new Set(places).size).toBe(8);
    for (let at = 1; at < places.length; at += 1) {
      expect(Math.abs((places[at] ?? 0) - (places[at - 1] ?? 0))).toBeCloseTo(1 / 7);
    }
  });
});
