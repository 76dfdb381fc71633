import type { Part, Steps } from '../contract.ts';
import { bandPart } from '../image/bands.ts';
import { blurTwin, type BlurKernel } from '../image/blur-twin.ts';
import { denoiseTwin, type DenoiseKernel } from '../image/denoise-twin.ts';
import { edgesTwin, type EdgesKernel } from '../image/edges-twin.ts';
import type { Room, Twin } from '../twin.ts';
import { filtersOf, type Filter, type ImageBatchParams } from './info.ts';
import { bytesOf, fitted, type BatchShape } from './plan.ts';
import { shrinkInPlace, type ShrinkKernel } from './shrink-twin.ts';
import type { ImageShape } from '../image/shape.ts';

/** What image-batch.as.ts exports. */
interface BatchKernel extends BlurKernel, DenoiseKernel, EdgesKernel, ShrinkKernel {}

/** Reads a picture at one address and writes one at another. */
type Stage = (from: number, to: number) => Steps;

export const imageBatchTwin: Twin<ImageBatchParams, BatchShape, Part, BatchKernel> = {
  *steps(kernel, { params, shape, part, out }, room) {
    const photo = shape.photos[part.index];
    if (photo === undefined) throw new RangeError(`There is no photo ${String(part.index)}.`);
    const size = fitted(photo, params.fit);
    const bytes = yield { start: 0, end: part.input.end - part.input.start };
    const stages = filtersOf(params.filters).map((filter): Stage =>
      filterStage(kernel, room, { filter, params, size }),
    );
    if (photo.width !== size.width || photo.height !== size.height) {
      stages.unshift((from, to) => shrinkInPlace(kernel, room, { from, to, old: photo, size }));
    }
    if (stages.length === 0) {
      out.set(bytes);
      return;
    }
    let from = room.input(bytes);
    const result = room.output(out);
    const spare = stages.length > 1 ? room.scratch(bytesOf(size)) : 0;
    for (const [i, stage] of stages.entries()) {
      // By turns, so that the last one writes the result.
      const to = (stages.length - i) % 2 === 1 ? result : spare;
      yield* stage(from, to);
      from = to;
    }
  },
};

interface Filtering {
  readonly filter: Filter;
  readonly params: ImageBatchParams;
  readonly size: ImageShape;
}

/** A filter's twin over the whole photo as one band: so no row is worked on twice, and its lines are taken once. */
function filterStage(kernel: BatchKernel, room: Room, { filter, params, size }: Filtering): Stage {
  const band = bandPart(size, { halo: 0, repeat: 1 }, { index: 0, top: 0, bottom: size.height });
  const job = { shape: size, part: band, out: NOTHING };
  const { sigma, radius } = params;
  return function* (from, to) {
    const place = between(room, from, to);
    if (filter === 'blur')
      yield* asked(blurTwin.steps(kernel, { ...job, params: { sigma, repeat: 1 } }, place));
    else if (filter === 'denoise')
      yield* asked(denoiseTwin.steps(kernel, { ...job, params: { radius, repeat: 1 } }, place));
    else yield* asked(edgesTwin.steps(kernel, { ...job, params: { repeat: 1 } }, place));
  };
}

const NOTHING = new Uint8Array(0);

/** A room whose input and output are there already. */
function between(room: Room, from: number, to: number): Room {
  return {
    input: () => from,
    output: () => to,
    scratch: (bytes) => room.scratch(bytes),
    view: (address, bytes) => room.view(address, bytes),
  };
}

/** A twin's steps, to which its input's bytes say nothing: its room knows where they are. */
function* asked(steps: Steps): Steps {
  while (steps.next(NOTHING).done !== true) yield;
}
