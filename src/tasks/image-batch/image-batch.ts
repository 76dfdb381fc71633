import type { Part, PartJob, StepEnd, Steps, Task } from '../contract.ts';
import { blur } from '../image/blur.ts';
import { denoise } from '../image/denoise.ts';
import { edges } from '../image/edges.ts';
import type { ImageShape } from '../image/shape.ts';
import { filtersOf, imageBatchInfo, type Filter, type ImageBatchParams } from './info.ts';
import { bytesOf, fitted, planBatch, type BatchShape } from './plan.ts';
import { makeShrinking, shrinkRows } from './shrink.ts';

/** Old pixels that a step of shrinking reads: about 1.4 ms (measured). */
const PIXELS_PER_STEP = 1 << 15;

/** Many photos, each made to fit and put through a chain of the picture filters. One part a photo. */
export const imageBatch: Task<ImageBatchParams, BatchShape> = {
  ...imageBatchInfo,
  nature: (_, { photos }) => (photos.length > 1 ? 'divisible' : 'resumable'),
  plan: planBatch,
  steps: photoSteps,
};

function* photoSteps({ params, shape, part, out }: PartJob<ImageBatchParams, BatchShape>): Steps {
  const photo = shape.photos[part.index];
  if (photo === undefined) throw new RangeError(`There is no photo ${String(part.index)}.`);
  const size = fitted(photo, params.fit);
  const filters = filtersOf(params.filters);
  const pixels = yield { start: 0, end: part.input.end - part.input.start };
  // Each filter reads what the one before it wrote; the last one writes the result.
  const buffers = [new Uint8Array(bytesOf(size)), new Uint8Array(filters.length > 1 ? bytesOf(size) : 0)];
  const bufferOf = (stage: number): Uint8Array =>
    stage === filters.length ? out : (buffers[stage % 2] as Uint8Array);
  yield* shrinkSteps(pixels, bufferOf(0), photo, size);
  for (const [i, filter] of filters.entries()) {
    yield* filterSteps({ filter, params, size }, bufferOf(i), bufferOf(i + 1));
  }
}

function* shrinkSteps(
  from: Uint8Array,
  to: Uint8Array,
  old: ImageShape,
  size: ImageShape,
): Generator<undefined, void, Uint8Array> {
  if (old.width === size.width && old.height === size.height) {
    to.set(from);
    return;
  }
  const shrinking = makeShrinking(from, to, old, size);
  const rows = Math.max(1, Math.floor((PIXELS_PER_STEP * size.height) / (old.width * old.height)));
  for (let y = 0; y < size.height; y += rows) {
    shrinkRows(shrinking, y, Math.min(size.height, y + rows));
    yield;
  }
}

interface Filtering {
  readonly filter: Filter;
  readonly params: ImageBatchParams;
  readonly size: ImageShape;
}

/** Runs a picture filter as its own task would run, part by part, on what the stage before has written. */
function* filterSteps(
  filtering: Filtering,
  from: Uint8Array,
  to: Uint8Array,
): Generator<undefined, void, Uint8Array> {
  for (const { part, begin } of partsOf(filtering)) {
    const input = from.subarray(part.input.start, part.input.end);
    const steps = begin(to.subarray(part.output.start, part.output.end));
    let given: Uint8Array = NOTHING;
    for (let step = steps.next(given); step.done !== true; step = steps.next(given)) {
      given = piece(input, step.value);
      yield;
    }
  }
}

const NOTHING = new Uint8Array(0);

function piece(input: Uint8Array, wanted: StepEnd): Uint8Array {
  return wanted === undefined ? NOTHING : input.subarray(wanted.start, wanted.end);
}

interface FilterPart {
  readonly part: Part;
  readonly begin: (out: Uint8Array) => Steps;
}

function partsOf({ filter, params, size }: Filtering): FilterPart[] {
  const { sigma, radius } = params;
  if (filter === 'blur') return bound(blur, { sigma, repeat: 1 }, size);
  if (filter === 'denoise') return bound(denoise, { radius, repeat: 1 }, size);
  return bound(edges, { repeat: 1 }, size);
}

function bound<Params>(task: Task<Params, ImageShape>, params: Params, shape: ImageShape): FilterPart[] {
  return task.plan(params, shape).parts.map((part) => ({
    part,
    begin: (out) => task.steps({ params, shape, part, out }),
  }));
}
