import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_INPUT, ParamError } from '../../../src/tasks/contract.ts';
import { PartDriver } from '../../../src/tasks/drive.ts';
import { mandelbrot } from '../../../src/tasks/mandelbrot/mandelbrot.ts';
import { BAILOUT, INSIDE, outsideColour } from '../../../src/tasks/mandelbrot/palette.ts';
import { PLACES } from '../../../src/tasks/mandelbrot/places.ts';
import { assembleTiles, planTiles } from '../../../src/tasks/mandelbrot/tiles.ts';
import { complexAt, RULES, type MandelbrotParams } from '../../../src/tasks/mandelbrot/view.ts';
import { escape } from '../../support/tasks/naive-mandelbrot.ts';
import { firstDifference, runPlan, tilesOutput } from '../../support/tasks/run-task.ts';

const HOME = mandelbrot.parse({});

function tilesOf(params: MandelbrotParams, filling?: number): Uint8Array {
  return runPlan({ task: mandelbrot, params, shape: {}, input: new Uint8Array(0) }, filling);
}

function naivePicture(params: MandelbrotParams): Uint8Array {
  const pixels = Int32Array.from({ length: params.width * params.height }, (_, i) => {
    const { re, im } = complexAt(params, (i % params.width) + 0.5, Math.floor(i / params.width) + 0.5);
    const out = escape(re, im, params.iterations, BAILOUT);
    return out === null ? INSIDE : outsideColour(out.count, out.norm);
  });
  return new Uint8Array(pixels.buffer);
}

const views = fc.record({
  x: fc.double({ min: -2, max: 1, noNaN: true }),
  y: fc.double({ min: -1.5, max: 1.5, noNaN: true }),
  scale: fc.double({ min: RULES.scale.min, max: 4, noNaN: true }),
  iterations: fc.integer({ min: 16, max: 400 }),
  width: fc.integer({ min: 1, max: 40 }),
  height: fc.integer({ min: 1, max: 40 }),
  tile: fc.integer({ min: 8, max: 64 }),
});

describe('mandelbrot', () => {
  it('equals a naive escape-time loop, pixel by pixel, in any view and any tiles', () => {
    fc.assert(
      fc.property(views, (params) => {
        expect(firstDifference(assembleTiles(tilesOf(params), params), naivePicture(params))).toBeNull();
      }),
    );
  });

  it.each(PLACES)('equals the naive loop at "$name"', ({ view }) => {
    const params = { ...HOME, ...view, width: 48, height: 36, tile: 16 };
    expect(firstDifference(assembleTiles(tilesOf(params), params), naivePicture(params))).toBeNull();
  });

  it('writes every byte', () => {
    const params = { ...HOME, width: 70, height: 50 };
    expect(firstDifference(tilesOf(params, 0), tilesOf(params, 0xff))).toBeNull();
  });

  it('cuts costly tiles into more steps than cheap ones', () => {
    const steps = (x: number): number => {
      const params = { ...HOME, x, scale: 0.01, iterations: 5000, width: 32, height: 32 };
      const [part] = mandelbrot.plan(params, {}).parts;
      if (part === undefined) throw new Error('no tile');
      const out = new Uint8Array(32 * 32 * 4);
      const driver = new PartDriver(mandelbrot.steps({ params, shape: {}, part, out }), out);
      let count = 1;
      while (driver.step() !== true) count++;
      return count;
    };
    expect(steps(-0.2)).toBeGreaterThan(10 * steps(2));
  });
});

describe('tiles', () => {
  it('cover the picture once and lie one after another in the output', () => {
    fc.assert(
      fc.property(views, (params) => {
        const { parts, outputBytes } = planTiles(params);
        expect(tilesOutput(parts, outputBytes)).toBe(true);
        const covered = new Uint8Array(params.width * params.height);
        for (const { left, top, width, height } of parts) {
          for (let y = top; y < top + height; y++) {
            for (let x = left; x < left + width; x++)
              covered[y * params.width + x] = 1 + (covered[y * params.width + x] ?? 9);
          }
        }
        expect(covered.every((times) => times === 1)).toBe(true);
      }),
    );
  });

  it('read nothing and are no larger than asked', () => {
    const { parts } = planTiles({ width: 130, height: 65, tile: 64 });
    expect(parts.map(({ left, top, width, height }) => [left, top, width, height])).toEqual([
      [0, 0, 64, 64],
      [64, 0, 64, 64],
      [128, 0, 2, 64],
      [0, 64, 64, 1],
      [64, 64, 64, 1],
      [128, 64, 2, 1],
    ]);
    expect(parts.every((part) => part.input === NO_INPUT)).toBe(true);
  });
});

describe('the parameters of mandelbrot', () => {
  it('have defaults', () => {
    expect(HOME).toEqual({ x: -0.65, y: 0, scale: 3, iterations: 500, width: 1024, height: 768, tile: 64 });
  });

  it('are read from text, also in scientific notation', () => {
    expect(mandelbrot.parse({ scale: '3e-8', y: '-.5', tile: '128', sigma: 'x' })).toEqual({
      ...HOME,
      scale: 3e-8,
      y: -0.5,
      tile: 128,
    });
  });

  it.each([
    ['x', 'left'],
    ['y', '5'],
    ['scale', '0'],
    ['scale', '1e-14'],
    ['iterations', '15'],
    ['iterations', '100001'],
    ['iterations', '99.5'],
    ['width', '0'],
    ['height', ''],
    ['tile', '4'],
  ])('refuse %s = "%s", naming it', (name, text) => {
    const attempt = (): unknown => mandelbrot.parse({ [name]: text });
    expect(attempt).toThrow(ParamError);
    expect(attempt).toThrow(new RegExp(`^${name} must be a (whole )?number from \\S+ to \\S+\\.$`));
  });
});
