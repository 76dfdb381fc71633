import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLACES } from '../../../src/tasks/mandelbrot/places.ts';
import { differences, waysToRun } from '../../support/tasks/twins.ts';

const ways = await waysToRun('mandelbrot', 1 << 20);
const NOTHING = new Uint8Array(0);

describe("Mandelbrot's twin", () => {
  it.each(PLACES.map(({ id, view }) => [id, view] as const))(
    'draws %s as TypeScript does',
    async (_, view) => {
      const iterations = Math.min(view.iterations, 600);
      const size = { width: 53, height: 41, tile: 24 };
      const params = Object.fromEntries(
        Object.entries({ ...view, iterations, ...size }).map(([name, value]) => [name, String(value)]),
      );
      expect(await differences('mandelbrot', ways, { params, shape: {}, input: NOTHING })).toEqual([]);
    },
  );

  it('does so anywhere, at any size', async () => {
    const view = fc.record({
      x: fc.double({ min: -4, max: 4, noNaN: true }),
      y: fc.double({ min: -4, max: 4, noNaN: true }),
      scale: fc.double({ min: 1e-12, max: 16, noNaN: true }),
      iterations: fc.integer({ min: 16, max: 300 }),
      width: fc.integer({ min: 1, max: 40 }),
      height: fc.integer({ min: 1, max: 40 }),
      tile: fc.integer({ min: 8, max: 24 }),
    });
    await fc.assert(
      fc.asyncProperty(view, async (found) => {
        const params = Object.fromEntries(
          Object.entries(found).map(([name, value]) => [name, String(value)]),
        );
        expect(await differences('mandelbrot', ways, { params, shape: {}, input: NOTHING })).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
