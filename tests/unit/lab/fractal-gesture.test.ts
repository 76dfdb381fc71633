import { describe, expect, it } from 'vitest';
import { Gesture } from '../../../src/lab/fractal/gesture.ts';
import { complexAt, type MandelbrotParams } from '../../../src/tasks/mandelbrot/view.ts';

const VIEW: MandelbrotParams = {
  x: -0.5,
  y: 0,
  scale: 2,
  iterations: 100,
  width: 1000,
  height: 750,
  tile: 64,
};

describe('a gesture', () => {
  it('drags: the number under the finger stays under it', () => {
    const gesture = new Gesture();
    gesture.down(1, { x: 100, y: 100 }, VIEW);
    gesture.move(1, { x: 200, y: 300 });
    const view = gesture.move(1, { x: 160, y: 70 }) ?? VIEW;
    const [before, after] = [complexAt(VIEW, 100, 100), complexAt(view, 160, 70)];
    expect(after.re).toBeCloseTo(before.re, 12);
    expect(after.im).toBeCloseTo(before.im, 12);
  });

  it('pinches: twice as far apart is twice as deep, around the middle', () => {
    const gesture = new Gesture();
    gesture.down(1, { x: 400, y: 300 }, VIEW);
    gesture.down(2, { x: 500, y: 300 }, VIEW);
    gesture.move(1, { x: 350, y: 300 });
    const view = gesture.move(2, { x: 550, y: 300 }) ?? VIEW;
    expect(view.scale).toBeCloseTo(VIEW.scale / 2, 12);
    const [before, after] = [complexAt(VIEW, 450, 300), complexAt(view, 450, 300)];
    expect(after.re).toBeCloseTo(before.re, 12);
  });

  it('goes on with one finger from where the other left off', () => {
    const gesture = new Gesture();
    gesture.down(1, { x: 400, y: 300 }, VIEW);
    gesture.down(2, { x: 500, y: 300 }, VIEW);
    const pinched = gesture.move(2, { x: 600, y: 300 }) ?? VIEW;
    gesture.up(2, pinched);
    expect(gesture.move(1, { x: 400, y: 300 })).toEqual(pinched);
    gesture.up(1, pinched);
    expect(gesture.active).toBe(false);
    expect(gesture.move(1, { x: 0, y: 0 })).toBeNull();
  });

  it('leaves a third finger out', () => {
    const gesture = new Gesture();
    for (const id of [1, 2, 3]) gesture.down(id, { x: id * 100, y: 0 }, VIEW);
    expect(gesture.move(3, { x: 0, y: 0 })).toBeNull();
  });
});
