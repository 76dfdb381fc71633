import type { Part, Plan } from '../contract.ts';
import { BYTES_PER_PIXEL, type ImageShape } from './shape.ts';

/** At most this many bands: enough for 16 workers to take two each and even out. */
const MAX_BANDS = 32;
/** Fewer pixels than this are not worth the way to a worker and back (about half a millisecond of work). */
const MIN_BAND_PIXELS = 1 << 14;
/** A band has at least this many times the rows of one halo, so that little is worked on twice. */
const MIN_BAND_HALOS = 4;

/** How an image filter wants its picture cut. */
export interface Cut {
  /** Rows that the filter looks beyond its own on either side. */
  readonly halo: number;
  /** How many times the filter runs: multiplies the cost, not the parts. */
  readonly repeat: number;
}

/** What a part of a picture sees, in rows; `first` and `rows` count from the top of the seen rows. */
export interface Band {
  readonly width: number;
  /** Rows seen: the band and its halo, cut off at the picture's edges. */
  readonly seen: number;
  /** The band's first row. */
  readonly first: number;
  /** The band's own rows. */
  readonly rows: number;
}

/** Horizontal bands, as equal as whole rows allow. The parts' outputs lie one after another. */
export function planBands(shape: ImageShape, cut: Cut): Plan {
  const count = bandCount(shape, cut.halo);
  const parts: Part[] = [];
  for (let index = 0; index < count; index++) {
    const top = Math.floor((shape.height * index) / count);
    const bottom = Math.floor((shape.height * (index + 1)) / count);
    parts.push(bandPart(shape, cut, { index, top, bottom }));
  }
  return { parts, outputBytes: shape.width * shape.height * BYTES_PER_PIXEL };
}

/** The part that computes the rows `top` (included) to `bottom` (not). */
export function bandPart(
  { width, height }: ImageShape,
  { halo, repeat }: Cut,
  { index, top, bottom }: { index: number; top: number; bottom: number },
): Part {
  const stride = width * BYTES_PER_PIXEL;
  const seenTop = Math.max(0, top - halo);
  const seenBottom = Math.min(height, bottom + halo);
  return {
    index,
    input: { start: seenTop * stride, end: seenBottom * stride },
    output: { start: top * stride, end: bottom * stride },
    cost: (bottom - top) * width * repeat,
  };
}

/** Reads a part's spans back as rows. */
export function bandOf({ width }: ImageShape, { input, output }: Part): Band {
  const stride = width * BYTES_PER_PIXEL;
  return {
    width,
    seen: (input.end - input.start) / stride,
    first: (output.start - input.start) / stride,
    rows: (output.end - output.start) / stride,
  };
}

/**
 * The same bytes as one 32-bit number a pixel: red in the lowest byte, alpha in the highest (every platform
 * with JavaScript engines of today is little-endian, and so is WebAssembly). No copy; the bytes must start at
 * a multiple of 4.
 */
export function pixelsOf(bytes: Uint8Array): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / BYTES_PER_PIXEL);
}

/** How many lines of `length` pixels make up a step of about `pixels` pixels; at least one. */
export function linesPerStep(pixels: number, length: number): number {
  return Math.max(1, Math.floor(pixels / length));
}

function bandCount({ width, height }: ImageShape, halo: number): number {
  const byHalo = Math.floor(height / Math.max(1, MIN_BAND_HALOS * halo));
  const byPixels = Math.floor((width * height) / MIN_BAND_PIXELS);
  return Math.max(1, Math.min(MAX_BANDS, byHalo, byPixels, height));
}
