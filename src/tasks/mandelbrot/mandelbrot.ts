import type { PartJob, Steps, Task } from '../contract.ts';
import { drawPixels, makeDrawing } from './draw.ts';
import { mandelbrotInfo } from './info.ts';
import { planTiles, type TilePart } from './tiles.ts';
import type { MandelbrotParams } from './view.ts';

/** It has no input, so there is nothing to know of it. */
export type NoShape = Record<string, never>;

/** The Mandelbrot set, tile by tile; the output is the tiles one after another (see `TilePart`). */
export const mandelbrot: Task<MandelbrotParams, NoShape, TilePart> = {
  ...mandelbrotInfo,
  nature: () => 'divisible',
  plan: (params) => planTiles(params),
  steps: drawSteps,
};

function* drawSteps({ params, part, out }: PartJob<MandelbrotParams, NoShape, TilePart>): Steps {
  const count = part.width * part.height;
  const drawing = makeDrawing(params, part, new Int32Array(out.buffer, out.byteOffset, count));
  for (let next = 0; next < count;) {
    next = drawPixels(drawing, next);
    yield;
  }
}
