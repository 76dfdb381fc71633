import { describe, expect, it } from 'vitest';
import { curveLayout } from '../../../src/results/model/curve-layout.ts';
import { curveOf } from '../../../src/results/model/speedup-curve.ts';
import { runOf } from '../../support/results/runs.ts';

function layout(walls: Readonly<Record<number, number>>, width = 600) {
  const runs = Object.entries(walls).map(([workers, wallMs]) =>
    runOf({ strategy: 'pool', workers: Number(workers), wallMs }),
  );
  const curve = curveOf(runs);
  if (curve === null) throw new Error('There is no curve.');
  return curveLayout(curve, width, 300);
}

describe('the drawing of a speed-up curve', () => {
  it('has every mark inside its axes, at any width and for any number of workers', () => {
    const sixteen = Object.fromEntries(Array.from({ length: 16 }, (_, i) => [i + 1, 1000 / (i + 1)]));
    const flat = { 1: 1000, 2: 500, 4: 500, 8: 500, 16: 500 };
    for (const walls of [{ 1: 1000, 2: 510 }, { 1: 1000, 2: 1100, 4: 1300 }, flat, sixteen]) {
      for (const width of [288, 320, 1400]) {
        const { axis, points, ideal, fit } = layout(walls, width);
        for (const { x, y } of [...points, ...ideal, ...fit]) {
          expect(x).toBeGreaterThanOrEqual(axis.left - 1e-6);
          expect(x).toBeLessThanOrEqual(axis.right + 1e-6);
          expect(y).toBeGreaterThanOrEqual(axis.top - 1e-6);
          expect(y).toBeLessThanOrEqual(axis.bottom + 1e-6);
        }
      }
    }
  });

  it('puts faster higher, and more workers further right', () => {
    const { points } = layout({ 1: 1000, 2: 500, 4: 300 });
    expect(points.map(({ x }) => x)).toEqual(points.map(({ x }) => x).sort((a, b) => a - b));
    expect(points.map(({ y }) => y)).toEqual(points.map(({ y }) => y).sort((a, b) => b - a));
  });

  it('puts a perfect job on the ideal line, and its fit too', () => {
    const { points, ideal, fit } = layout({ 1: 1000, 2: 500, 4: 250 });
    expect(points.at(-1)).toMatchObject({ x: ideal[1].x });
    expect(points.at(-1)?.y).toBeCloseTo(ideal[1].y, 6);
    expect(fit.at(-1)?.y).toBeCloseTo(ideal[1].y, 6);
  });

  it('leaves room between the labels', () => {
    const sixteen = Object.fromEntries(Array.from({ length: 16 }, (_, i) => [i + 1, 1000 / (i + 1)]));
    const { xTicks } = layout(sixteen, 288);
    const gaps = xTicks.slice(1).map(({ x }, i) => x - (xTicks[i]?.x ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(26);
    expect(xTicks.at(-1)?.workers).toBe(16);
  });
});
