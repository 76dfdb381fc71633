import type { Pixels, Size } from '../../src/pool/media-api.ts';

/** A canvas on the way holds at most so many pixels, and is at most so wide: iOS and Firefox refuse much larger ones. */
const TILE_PIXELS = 4_000_000;
const TILE_WIDTH = 16_384;

export interface Tile extends Size {
  readonly x: number;
  readonly y: number;
}

export type Ink = OffscreenCanvasRenderingContext2D;

/** A canvas whose pixels are read back: kept in plain memory, which also makes one machine draw like another. */
export function inkOf({ width, height }: Size, { alpha } = { alpha: true }): Ink {
  const ink = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true, alpha });
  if (ink === null) throw new RangeError(`no canvas of ${String(width)} × ${String(height)}`);
  return ink;
}

/** Cuts a picture into tiles, as wide as can be. */
export function* tilesOf({ width, height }: Size): Generator<Tile> {
  const wide = Math.min(width, TILE_WIDTH);
  const high = Math.max(1, Math.min(height, Math.floor(TILE_PIXELS / wide)));
  for (let y = 0; y < height; y += high) {
    for (let x = 0; x < width; x += wide) {
      yield { x, y, width: Math.min(wide, width - x), height: Math.min(high, height - y) };
    }
  }
}

export function allocate({ width, height }: Size, shared: boolean): Pixels {
  const bytes = width * height * 4;
  return shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
}

/** Copies a tile's rows into the picture. */
function place(data: Uint8ClampedArray, tile: Tile, out: Uint8Array, width: number): void {
  const row = tile.width * 4;
  for (let y = 0; y < tile.height; y++) {
    out.set(data.subarray(y * row, (y + 1) * row), ((tile.y + y) * width + tile.x) * 4);
  }
}

/** Reads a bitmap's pixels tile by tile: besides bitmap and result there is never more than one tile. */
export function readPixels(bitmap: ImageBitmap, shared: boolean): Pixels {
  const pixels = allocate(bitmap, shared);
  const out = new Uint8Array(pixels);
  let ink: Ink | null = null;
  for (const tile of tilesOf(bitmap)) {
    ink ??= inkOf(tile);
    // Replaces what the tile before left, also where the picture is transparent.
    ink.globalCompositeOperation = 'copy';
    ink.drawImage(bitmap, -tile.x, -tile.y);
    place(ink.getImageData(0, 0, tile.width, tile.height).data, tile, out, bitmap.width);
  }
  return pixels;
}

/** A tile of a picture as `ImageData`, which takes no shared memory: hence a copy, a tile at a time. */
function imageOf(pixels: Pixels, tile: Tile, width: number): ImageData {
  const image = new ImageData(tile.width, tile.height);
  const row = tile.width * 4;
  for (let y = 0; y < tile.height; y++) {
    const from = ((tile.y + y) * width + tile.x) * 4;
    image.data.set(new Uint8Array(pixels, from, row), y * row);
  }
  return image;
}

/** Puts raw pixels on a canvas of their size. */
export function paintPixels(pixels: Pixels, size: Size): OffscreenCanvas {
  const ink = inkOf(size);
  for (const tile of tilesOf(size)) ink.putImageData(imageOf(pixels, tile, size.width), tile.x, tile.y);
  return ink.canvas;
}
