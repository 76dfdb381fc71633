import type { Pixels, Size } from '../../src/pool/media-api.ts';
import { paintPixels } from './raster.ts';

/** Width of the thumbnail, in pixels. */
export const PREVIEW_WIDTH = 960;

/** A picture's size when it is at most `maxWidth` wide. */
export function fit({ width, height }: Size, maxWidth: number): Size {
  if (width <= maxWidth) return { width, height };
  return { width: maxWidth, height: Math.max(1, Math.round((height * maxWidth) / width)) };
}

/** A bitmap of this size, scaled well. */
export function scaled(source: ImageBitmapSource, size: Size): Promise<ImageBitmap> {
  return createImageBitmap(source, {
    resizeWidth: size.width,
    resizeHeight: size.height,
    resizeQuality: 'high',
  });
}

interface Block {
  /** Columns and rows of the block; bytes from row to row. */
  readonly wide: number;
  readonly high: number;
  readonly stride: number;
}

/** Sums of red, green and blue, each times alpha, and of alpha. */
const sums = new Float64Array(4);

function sumBlock(from: Uint8Array, start: number, { wide, high, stride }: Block): void {
  let red = 0;
  let green = 0;
  let blue = 0;
  let alpha = 0;
  for (let row = start; row < start + high * stride; row += stride) {
    for (let i = row; i < row + wide * 4; i += 4) {
      const a = from[i + 3] as number;
      red += (from[i] as number) * a;
      green += (from[i + 1] as number) * a;
      blue += (from[i + 2] as number) * a;
      alpha += a;
    }
  }
  sums[0] = red;
  sums[1] = green;
  sums[2] = blue;
  sums[3] = alpha;
}

/** Means of `by` × `by` pixels, weighted by their alpha: no full copy of the picture, shared memory welcome. */
export function averaged(
  pixels: Pixels,
  { width, height }: Size,
  by: number,
): { pixels: ArrayBuffer } & Size {
  const small = { width: Math.floor(width / by), height: Math.max(1, Math.floor(height / by)) };
  const block: Block = { wide: by, high: Math.min(by, height), stride: width * 4 };
  const from = new Uint8Array(pixels);
  const to = new Uint8ClampedArray(small.width * small.height * 4);
  for (let n = 0; n < small.width * small.height; n++) {
    const row = Math.floor(n / small.width);
    sumBlock(from, (row * block.high * width + (n - row * small.width) * by) * 4, block);
    const alpha = sums[3] as number;
    for (let k = 0; k < 3; k++) to[n * 4 + k] = (sums[k] as number) / Math.max(1, alpha);
    to[n * 4 + 3] = alpha / (block.wide * block.high);
  }
  return { pixels: to.buffer, ...small };
}

/** A bitmap of raw pixels, at most `maxWidth` wide. */
export async function bitmapOf(pixels: Pixels, size: Size, maxWidth: number): Promise<ImageBitmap> {
  const target = fit(size, maxWidth);
  // To within twice the target by exact means; the browser's own scaling does the fraction that is left.
  const by = Math.floor(size.width / target.width);
  const near = by >= 2 ? averaged(pixels, size, by) : { pixels, ...size };
  return scaled(paintPixels(near.pixels, near), target);
}
