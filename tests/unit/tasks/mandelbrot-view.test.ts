import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mandelbrot } from '../../../src/tasks/mandelbrot/mandelbrot.ts';
import { BAILOUT, log2, outsideColour, smoothCount } from '../../../src/tasks/mandelbrot/palette.ts';
import { complexAt, MAX_SCALE, MIN_SCALE, pan, pixelAt, zoomAt } from '../../../src/tasks/mandelbrot/view.ts';

const HOME = mandelbrot.parse({});

const places = fc.record({
  px: fc.double({ min: 0, max: 1024, noNaN: true }),
  py: fc.double({ min: 0, max: 768, noNaN: true }),
});

describe('the view', () => {
  it('finds the way from pixels to numbers and back', () => {
    fc.assert(
      fc.property(places, ({ px, py }) => {
        const back = pixelAt(HOME, complexAt(HOME, px, py));
        expect(back.px).toBeCloseTo(px, 6);
        expect(back.py).toBeCloseTo(py, 6);
      }),
    );
  });

  it('has the centre in its middle and the imaginary axis upwards', () => {
    expect(complexAt(HOME, 512, 384)).toEqual({ re: HOME.x, im: HOME.y });
    expect(complexAt(HOME, 512, 0).im).toBeGreaterThan(0);
  });

  it('keeps the number under the pointer when it zooms', () => {
    fc.assert(
      fc.property(places, fc.double({ min: 0.5, max: 1000, noNaN: true }), ({ px, py }, factor) => {
        const zoomed = zoomAt(HOME, px, py, factor);
        const before = complexAt(HOME, px, py);
        const after = complexAt(zoomed, px, py);
        expect(zoomed.scale).toBeCloseTo(HOME.scale / factor, 10);
        expect(after.re).toBeCloseTo(before.re, 12);
        expect(after.im).toBeCloseTo(before.im, 12);
      }),
    );
  });

  it('stops zooming at the limits', () => {
    expect(zoomAt(HOME, 0, 0, 1e20).scale).toBe(MIN_SCALE);
    expect(zoomAt(HOME, 0, 0, 1e-20).scale).toBe(MAX_SCALE);
  });

  it('still tells neighbouring pixels apart at the deepest zoom', () => {
    const deep = { ...HOME, x: -1.7548, scale: MIN_SCALE };
    const row = Array.from({ length: 1024 }, (_, i) => complexAt(deep, i + 0.5, 0).re);
    expect(new Set(row).size).toBe(1024);
  });

  it('moves what is under a finger with the finger', () => {
    const before = complexAt(HOME, 100, 200);
    const after = complexAt(pan(HOME, 30, -40), 130, 160);
    expect(after.re).toBeCloseTo(before.re, 12);
    expect(after.im).toBeCloseTo(before.im, 12);
  });
});

describe('colours', () => {
  it('use a logarithm that is right to nine digits', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e12, noNaN: true }), (value) => {
        expect(log2(value)).toBeCloseTo(Math.log2(value), 8);
      }),
    );
  });

  it('count on without a jump when a point escapes one step later', () => {
    expect(smoothCount(10, BAILOUT ** 2)).toBeCloseTo(smoothCount(11, BAILOUT ** 4), 6);
  });

  it('are opaque', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.double({ min: BAILOUT, max: 1e13, noNaN: true }),
        (count, norm) => {
          expect(outsideColour(count, norm) >>> 24).toBe(255);
        },
      ),
    );
  });
});
