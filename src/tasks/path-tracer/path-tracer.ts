import type { PartJob, Steps, Task } from '../contract.ts';
import { pathTracerInfo, type PathTracerParams } from './info.ts';
import { TOTAL } from './layout.ts';
import { makePath, samplePixel } from './path.ts';
import { develop, planPasses, SUMS, type TracePart } from './passes.ts';
import { packScene } from './scene.ts';
import { sceneOf } from './scenes.ts';

/** It has no input, so there is nothing to know of it. */
export type NoShape = Record<string, never>;

/** About a millisecond. */
export const PATHS_PER_STEP = 600;

/** A picture of glass, metal and enamel, made of paths of light that are followed backwards from the eye. */
export const pathTracer: Task<PathTracerParams, NoShape, TracePart> = {
  ...pathTracerInfo,
  nature: () => 'divisible',
  plan: (params) => planPasses(params),
  steps: traceSteps,
  finish: develop,
};

/** A part at work. */
interface Tracing {
  readonly part: TracePart;
  readonly scene: Float64Array;
  readonly path: Float64Array;
  readonly sums: Uint32Array;
}

function* traceSteps({ params, part, out }: PartJob<PathTracerParams, NoShape, TracePart>): Steps {
  const count = part.width * part.height;
  const tracing: Tracing = {
    part,
    scene: packScene(sceneOf(params.scene), params.width, params.height),
    path: makePath(),
    sums: new Uint32Array(out.buffer, out.byteOffset, count * SUMS).fill(0),
  };
  const pixels = Math.max(1, Math.floor(PATHS_PER_STEP / (part.to - part.from)));
  for (let next = 0; next < count; next += pixels) {
    tracePixels(tracing, next, Math.min(count, next + pixels));
    yield;
  }
}

/** The part's pixels `from` (included) to `to` (not). */
function tracePixels({ part, scene, path, sums }: Tracing, from: number, to: number): void {
  for (let pixel = from; pixel < to; pixel++) {
    const row = Math.floor(pixel / part.width);
    const place = {
      x: part.left + pixel - row * part.width,
      y: part.top + row,
      from: part.from,
      to: part.to,
    };
    samplePixel(scene, path, place);
    for (let c = 0; c < SUMS; c++) sums[pixel * SUMS + c] = path[TOTAL + c] as number;
  }
}
