import type { Part } from '../contract.ts';
import type { Twin } from '../twin.ts';
import { bandOf, linesPerStep } from './bands.ts';
import type { EdgesParams } from './info.ts';
import { BYTES_PER_PIXEL, type ImageShape } from './shape.ts';

/** A step takes about a third of a millisecond. */
const PIXELS_PER_STEP = 1 << 17;
/** A row of luma has one number more on either side; up to three rows are in use. */
const LUMA_BYTES = 2;
const ROWS = 3;

/** What edges.as.ts exports. */
export interface EdgesKernel {
  lumaRow(from: number, to: number, width: number): void;
  gradientRow(
    ...args: readonly [above: number, middle: number, below: number, out: number, width: number]
  ): void;
}

export const edgesTwin: Twin<EdgesParams, ImageShape, Part, EdgesKernel> = {
  *steps(kernel, { params, shape, part, out }, room) {
    const bytes = yield { start: 0, end: part.input.end - part.input.start };
    const { width, seen, first, rows } = bandOf(shape, part);
    const source = room.input(bytes);
    const target = room.output(out);
    const stride = width * BYTES_PER_PIXEL;
    const pitch = Math.ceil(((width + 2) * LUMA_BYTES) / 16) * 16;
    const lumas = room.scratch(ROWS * pitch);
    const lumaOf = (row: number): number => lumas + (row % ROWS) * pitch;
    const rowsPerStep = linesPerStep(PIXELS_PER_STEP, width);
    for (let run = 0; run < params.repeat; run++) {
      let known = Math.max(0, first - 1);
      for (let y = 0; y < rows; y++) {
        const middle = first + y;
        const last = Math.min(seen - 1, middle + 1);
        for (; known <= last; known++) kernel.lumaRow(source + known * stride, lumaOf(known), width);
        const above = lumaOf(Math.max(0, middle - 1));
        kernel.gradientRow(above, lumaOf(middle), lumaOf(last), target + y * stride, width);
        if ((y + 1) % rowsPerStep === 0) yield;
      }
    }
  },
};
