import type { Twin } from '../twin.ts';
import type { NoShape } from './mandelbrot.ts';
import { PALETTE } from './palette.ts';
import type { TilePart } from './tiles.ts';
import type { MandelbrotParams } from './view.ts';

/** How much work a step does, in iterations: about a third of a millisecond. */
const ITERATIONS_PER_STEP = 250_000;
/** What mandelbrot.as.ts keeps between two steps. */
const STATE_BYTES = 752;

/** What mandelbrot.as.ts exports. */
interface MandelbrotKernel {
  begin(state: number, row: number, pixels: number, iterations: number): void;
  draw(
    ...args: readonly [
      ...[state: number, out: number, table: number, budget: number],
      ...[x: number, y: number, left: number, top: number, half: number, halfDown: number, unit: number],
    ]
  ): number;
}

export const mandelbrotTwin: Twin<MandelbrotParams, NoShape, TilePart, MandelbrotKernel> = {
  *steps(kernel, { params, part, out }, room) {
    const state = room.scratch(STATE_BYTES);
    const table = room.scratch(PALETTE.byteLength);
    room.view(table, PALETTE.byteLength).set(new Uint8Array(PALETTE.buffer));
    const pixels = room.output(out);
    const { x, y, scale, width, height, iterations } = params;
    const view = [x, y, part.left, part.top, width / 2, height / 2, scale / width] as const;
    kernel.begin(state, part.width, part.width * part.height, iterations);
    while (kernel.draw(state, pixels, table, ITERATIONS_PER_STEP, ...view) === 0) yield;
  },
};
