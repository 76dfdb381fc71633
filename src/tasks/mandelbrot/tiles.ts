import { NO_INPUT, type Part, type Plan } from '../contract.ts';
import type { MandelbrotParams } from './view.ts';

const BYTES_PER_PIXEL = 4;

/** A part that is a tile: where it lies in the picture, in pixels. Its output is its rows of RGBA, one after another. */
export interface TilePart extends Part {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Size = Pick<MandelbrotParams, 'width' | 'height' | 'tile'> &
  Partial<Pick<MandelbrotParams, 'iterations'>>;

/**
 * The tiles row by row. The cost is the most iterations that its pixels may take: what a tile really costs is known
 * once it is drawn.
 */
export function planTiles({ width, height, tile, iterations = 1 }: Size): Plan<TilePart> {
  const parts: TilePart[] = [];
  let start = 0;
  for (let top = 0; top < height; top += tile) {
    for (let left = 0; left < width; left += tile) {
      const size = { width: Math.min(tile, width - left), height: Math.min(tile, height - top) };
      const pixels = size.width * size.height;
      const output = { start, end: start + pixels * BYTES_PER_PIXEL };
      const cost = pixels * iterations;
      parts.push({ index: parts.length, input: NO_INPUT, output, cost, left, top, ...size });
      start = output.end;
    }
  }
  return { parts, outputBytes: start };
}

/** Puts the tiles, which lie one after another in `tiles`, together as one picture of RGBA rows. */
export function assembleTiles(tiles: Uint8Array, params: Size): Uint8Array {
  const picture = new Uint8Array(params.width * params.height * BYTES_PER_PIXEL);
  for (const part of planTiles(params).parts) {
    const stride = part.width * BYTES_PER_PIXEL;
    for (let row = 0; row < part.height; row++) {
      const from = part.output.start + row * stride;
      const to = ((part.top + row) * params.width + part.left) * BYTES_PER_PIXEL;
      picture.set(tiles.subarray(from, from + stride), to);
    }
  }
  return picture;
}
