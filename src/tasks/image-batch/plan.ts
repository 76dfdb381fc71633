import type { Part, Plan } from '../contract.ts';
import { BYTES_PER_PIXEL, type ImageShape } from '../image/shape.ts';
import { filtersOf, type ImageBatchParams } from './info.ts';

/** The photos' sizes, in their order; their pixels (RGBA) lie one after another in the input. */
export interface BatchShape {
  readonly photos: readonly ImageShape[];
}

/** A filter costs so many times what it costs to make a pixel of the photo fit. */
const COSTS = { denoise: 6, blur: 8, edges: 3 } as const;

/** The size of a result: the photo's own shape, its longest side no longer than `fit`. */
export function fitted({ width, height }: ImageShape, fit: number): ImageShape {
  const longest = Math.max(width, height);
  if (longest <= fit) return { width, height };
  const scale = (side: number): number => Math.max(1, Math.round((side * fit) / longest));
  return { width: scale(width), height: scale(height) };
}

export function bytesOf({ width, height }: ImageShape): number {
  return width * height * BYTES_PER_PIXEL;
}

/** One part a photo. The results lie one after another. */
export function planBatch({ fit, filters }: ImageBatchParams, { photos }: BatchShape): Plan {
  const parts: Part[] = [];
  let [from, to] = [0, 0];
  for (const [index, photo] of photos.entries()) {
    const size = fitted(photo, fit);
    const input = { start: from, end: from + bytesOf(photo) };
    const output = { start: to, end: to + bytesOf(size) };
    const each = filtersOf(filters).reduce((sum, filter) => sum + COSTS[filter], 0);
    const cost = photo.width * photo.height + each * size.width * size.height;
    parts.push({ index, input, output, cost });
    [from, to] = [input.end, output.end];
  }
  // Between two stages of its chain a photo lies there.
  const spareBytes = Math.max(0, ...parts.map(({ output }) => output.end - output.start));
  return { parts, outputBytes: to, spareBytes };
}
