import type { Twin } from '../twin.ts';
import type { PathTracerParams } from './info.ts';
import { PATH_NUMBERS } from './layout.ts';
import type { TracePart } from './passes.ts';
import { PATHS_PER_STEP, type NoShape } from './path-tracer.ts';
import { packScene } from './scene.ts';
import { sceneOf } from './scenes.ts';

/** What path-tracer.as.ts exports. */
interface PathTracerKernel {
  tracePixels(
    ...args: readonly [
      ...[scene: number, path: number, out: number, left: number, top: number, width: number],
      ...[from: number, to: number, first: number, last: number],
    ]
  ): void;
}

export const pathTracerTwin: Twin<PathTracerParams, NoShape, TracePart, PathTracerKernel> = {
  *steps(kernel, { params, part, out }, room) {
    const numbers = packScene(sceneOf(params.scene), params.width, params.height);
    const scene = room.scratch(numbers.byteLength);
    const path = room.scratch(PATH_NUMBERS * Float64Array.BYTES_PER_ELEMENT);
    room.view(scene, numbers.byteLength).set(new Uint8Array(numbers.buffer));
    const sums = room.output(out);
    const { left, top, width, height, from, to } = part;
    const count = width * height;
    const pixels = Math.max(1, Math.floor(PATHS_PER_STEP / (to - from)));
    for (let next = 0; next < count; next += pixels) {
      const end = Math.min(count, next + pixels);
      kernel.tracePixels(scene, path, sums, left, top, width, next, end, from, to);
      yield;
    }
  },
};
