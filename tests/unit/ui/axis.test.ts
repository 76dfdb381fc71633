import { describe, expect, it } from 'vitest';
import { axisTicks, fitAxisMs, LEAD_MS, makeAxis, snap, xOf } from '../../../src/ui/charts/axis.ts';

const INTERVAL = 1000 / 60;

describe('makeAxis', () => {
  it('spans from the lead to its end, right of the gutter', () => {
    const axis = makeAxis({ widthPx: 640, axisMs: 900, gutterPx: 40 });
    expect(xOf(axis, -LEAD_MS)).toBeCloseTo(40);
    expect(xOf(axis, 900)).toBeCloseTo(640);
    expect(axis.originPx).toBeCloseTo(xOf(axis, 0));
  });

  it('stays finite in a box without width', () => {
    const axis = makeAxis({ widthPx: 0, axisMs: 0, gutterPx: 40 });
    expect(Number.isFinite(xOf(axis, 100))).toBe(true);
  });
});

describe('fitAxisMs', () => {
  it.each([
    [320, 2000],
    [700, 2131],
    [1100, 480],
    [700, 30_000],
  ])('holds the slowest run and its label in %i px', (widthPx, slowestMs) => {
    const axis = makeAxis({ widthPx, axisMs: fitAxisMs(widthPx, slowestMs, INTERVAL) });
    expect(widthPx - xOf(axis, slowestMs)).toBeGreaterThanOrEqual(49.9);
  });

  it('makes cells a multiple of half a pixel, five at most', () => {
    for (const slowestMs of [100, 497, 2131, 4000]) {
      const axis = makeAxis({ widthPx: 701, axisMs: fitAxisMs(701, slowestMs, INTERVAL) });
      const pitch = INTERVAL * axis.pxPerMs;
      expect(pitch * 2).toBeCloseTo(Math.round(pitch * 2), 6);
      expect(pitch).toBeLessThanOrEqual(5);
    }
  });
});

describe('axisTicks', () => {
  it('has round times from 0, far enough apart to be read', () => {
    const axis = makeAxis({ widthPx: 720, axisMs: 2300 });
    const ticks = axisTicks(axis);
    expect(ticks.map((tick) => tick.label)).toEqual(['0', '0.5 s', '1.0 s', '1.5 s', '2.0 s']);
  });

  it.each([3, 40, 900, 9000, 400_000])('has some, and not too many, for %i ms', (axisMs) => {
    const axis = makeAxis({ widthPx: 600, axisMs, leadMs: 0 });
    const ticks = axisTicks(axis);
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThanOrEqual(10);
    expect(new Set(ticks.map((tick) => tick.label)).size).toBe(ticks.length);
  });
});

it('snaps to device pixels', () => {
  expect(snap(1.3, 2)).toBe(1.5);
  expect(snap(1.3, 1)).toBe(1);
});
