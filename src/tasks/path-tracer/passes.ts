import { NO_INPUT, type Part, type Plan } from '../contract.ts';
import type { PathTracerParams } from './info.ts';
import { tone } from './tone.ts';

/** Three sums of 32 bits. */
export const SUMS = 3;
const BYTES_PER_PIXEL = 4 * SUMS;
/** After each pass the picture has four times the samples: half the noise. */
const GROWTH = 4;

/**
 * A part: some samples of one tile. Its output is three sums a pixel (red, green and blue in `QUANTA`), row by
 * row: whole numbers, so that the passes may be added in any order.
 */
export interface TracePart extends Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The samples it takes, `from` included, `to` not. */
  readonly from: number;
  readonly to: number;
}

type Size = Omit<PathTracerParams, 'scene'>;

/** First every tile with one sample, so that there is soon something to see; then with more and more. */
export function planPasses(params: Size): Plan<TracePart> {
  const { samples } = params;
  const parts: TracePart[] = [];
  for (let from = 0, to = 1; from < samples; from = to, to = Math.min(samples, to * GROWTH)) {
    const before = from;
    addPass(parts, params, () => before, to);
  }
  return { parts, outputBytes: parts.at(-1)?.output.end ?? 0 };
}

/** One pass by itself: each tile from the samples that it has to `to`; those that have them are left out. */
export function planPass(
  params: Size,
  has: (tile: { readonly left: number; readonly top: number }) => number,
  to: number,
): Plan<TracePart> {
  const parts: TracePart[] = [];
  addPass(parts, params, has, to);
  return { parts, outputBytes: parts.at(-1)?.output.end ?? 0 };
}

function addPass(
  parts: TracePart[],
  { width, height, tile }: Size,
  has: (tile: { readonly left: number; readonly top: number }) => number,
  to: number,
): void {
  for (let top = 0; top < height; top += tile) {
    for (let left = 0; left < width; left += tile) {
      const from = has({ left, top });
      if (from >= to) continue;
      const size = { width: Math.min(tile, width - left), height: Math.min(tile, height - top) };
      const pixels = size.width * size.height;
      const start = parts.at(-1)?.output.end ?? 0;
      const output = { start, end: start + pixels * BYTES_PER_PIXEL };
      const cost = pixels * (to - from);
      parts.push({ index: parts.length, input: NO_INPUT, output, cost, left, top, ...size, from, to });
    }
  }
}

/** Adds up all passes and makes the picture of them: rows of RGBA. */
export function develop(output: Uint8Array, params: Size): Uint8Array {
  const { width, height, samples } = params;
  const { parts } = planPasses(params);
  const sums = new Uint32Array(width * height * SUMS);
  for (const part of parts) addTile(sums, sumsOf(output, part), part, width);
  const picture = new Uint8Array(width * height * 4);
  tone(sums, samples, width * height, picture);
  return picture;
}

export function sumsOf(output: Uint8Array, { output: { start }, width, height }: TracePart): Uint32Array {
  return new Uint32Array(output.buffer, output.byteOffset + start, width * height * SUMS);
}

/** Adds a tile's sums to the picture's. */
export function addTile(sums: Uint32Array, tile: Uint32Array, part: TracePart, width: number): void {
  const stride = part.width * SUMS;
  for (let row = 0, from = 0; row < part.height; row++) {
    let to = ((part.top + row) * width + part.left) * SUMS;
    for (const end = from + stride; from < end; from++, to++) {
      sums[to] = (sums[to] as number) + (tile[from] as number);
    }
  }
}
