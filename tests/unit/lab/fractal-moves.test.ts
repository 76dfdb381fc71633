import { describe, expect, it } from 'vitest';
import { afterKey, atLimit, transformOf, wheelFactor, zoomCentre } from '../../../src/lab/fractal/moves.ts';
import { formatScale, whereabouts } from '../../../src/lab/fractal/words.ts';
import { HOME } from '../../../src/tasks/mandelbrot/places.ts';
import {
  complexAt,
  MIN_SCALE,
  pan,
  pixelAt,
  type MandelbrotParams,
} from '../../../src/tasks/mandelbrot/view.ts';

const VIEW: MandelbrotParams = {
  x: -0.5,
  y: 0.25,
  scale: 2,
  iterations: 100,
  width: 1000,
  height: 750,
  tile: 64,
};

describe('moving about', () => {
  it('knows where an old picture lies in a new one', () => {
    const to = pan(zoomCentre(VIEW, 3), 40, -70);
    const { factor, left, top } = transformOf(VIEW, to);
    for (const [px, py] of [
      [0, 0],
      [1000, 750],
      [123, 456],
    ] as const) {
      const there = pixelAt(to, complexAt(VIEW, px, py));
      expect(left + factor * px).toBeCloseTo(there.px, 6);
      expect(top + factor * py).toBeCloseTo(there.py, 6);
    }
  });

  it('lays a smaller picture of the same window over the whole of a larger one', () => {
    const { factor, left, top } = transformOf({ ...VIEW, width: 500, height: 375 }, VIEW);
    expect([factor, left, top]).toEqual([2, 0, 0]);
  });

  it('follows arrow keys: left shows what was left of the picture', () => {
    expect(afterKey(VIEW, 'ArrowLeft')?.x).toBeLessThan(VIEW.x);
    expect(afterKey(VIEW, 'ArrowRight')?.x).toBeGreaterThan(VIEW.x);
    expect(afterKey(VIEW, 'ArrowUp')?.y).toBeGreaterThan(VIEW.y);
    expect(afterKey(VIEW, 'ArrowDown')?.y).toBeLessThan(VIEW.y);
    expect(afterKey(VIEW, '+')?.scale).toBeLessThan(VIEW.scale);
    expect(afterKey(VIEW, '-')?.scale).toBeGreaterThan(VIEW.scale);
    expect(afterKey(VIEW, '0')).toMatchObject({ x: HOME.view.x, y: HOME.view.y, scale: HOME.view.scale });
    expect(afterKey(VIEW, 'a')).toBeNull();
  });

  it('stops at the end of doubles and knows it', () => {
    let view = VIEW;
    for (let i = 0; i < 100; i += 1) view = zoomCentre(view, 2);
    expect(view.scale).toBe(MIN_SCALE);
    expect(atLimit(view)).toBe(true);
    expect(atLimit(VIEW)).toBe(false);
  });

  it('zooms in when the wheel goes up, whatever unit it counts in', () => {
    const wheel = (deltaY: number, deltaMode = 0, ctrlKey = false) =>
      wheelFactor({ deltaY, deltaMode, ctrlKey });
    expect(wheel(-100)).toBeGreaterThan(1);
    expect(wheel(100) * wheel(-100)).toBeCloseTo(1, 12);
    expect(wheel(-6, 1)).toBeCloseTo(wheel(-96), 12);
    expect(wheel(-10, 0, true)).toBeGreaterThan(wheel(-10));
  });

  it('says where one is', () => {
    expect(whereabouts(VIEW)).toBe('−0.50 + 0.25 i, 2 across, 100 iterations');
    expect(whereabouts({ ...VIEW, y: -1, iterations: 1500 })).toBe(
      '−0.50 − 1.00 i, 2 across, 1,500 iterations',
    );
    expect(formatScale(0.00012)).toBe('1.2 × 10⁻⁴');
    expect(formatScale(5e-13)).toBe('5.0 × 10⁻¹³');
  });
});
