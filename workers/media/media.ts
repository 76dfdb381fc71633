import { transfer } from 'comlink';
import type { MediaApi, Pixels, Size } from '../../src/pool/media-api.ts';
import { bitmapOf, PREVIEW_WIDTH } from './preview.ts';
import { allocate } from './raster.ts';
import { guarded } from './refuse.ts';
import { paintViaduct } from './viaduct/paint.ts';

/** Shared memory is shared, not handed over. */
function movable(pixels: Pixels): readonly Transferable[] {
  return pixels instanceof ArrayBuffer ? [pixels] : [];
}

async function sampleOf(size: Size, shared: boolean) {
  const pixels = allocate(size, shared);
  paintViaduct(new Uint8Array(pixels), size.width, size.height);
  const preview = await bitmapOf(pixels, size, PREVIEW_WIDTH);
  return { ok: true as const, ...size, pixels, preview };
}

/** What the page may ask of this worker. A first visit only draws the sample: what reads and writes files comes later. */
export const media: MediaApi = {
  async decode(file, name, { maxPixels }, shared) {
    const { decodeFile } = await import('./decode.ts');
    const unknown = { width: 0, height: 0 };
    const result = await guarded(unknown, () => decodeFile(file, { name, maxPixels, shared }));
    return result.ok ? transfer(result, [...movable(result.pixels), result.preview]) : result;
  },

  async photo(file, name, { maxPixels }) {
    const { decodePhoto } = await import('./photos.ts');
    const result = await guarded({ width: 0, height: 0 }, () => decodePhoto(file, name, maxPixels));
    return result.ok ? transfer(result, [result.preview]) : result;
  },

  async samplePhotos(count) {
    const { SHEET, paintPhotos } = await import('./photos.ts');
    return guarded(SHEET, async () => ({ ok: true as const, photos: await paintPhotos(count) }));
  },

  async sample(width, height, shared) {
    const result = await guarded({ width, height }, () => sampleOf({ width, height }, shared));
    return result.ok ? transfer(result, [...movable(result.pixels), result.preview]) : result;
  },

  async bitmap(pixels, width, height, maxWidth) {
    const size = { width, height };
    const made = await guarded(size, async () => ({
      ok: true as const,
      bitmap: await bitmapOf(pixels, size, maxWidth),
    }));
    const result = { ...made, pixels };
    return transfer(result, made.ok ? [...movable(pixels), made.bitmap] : [...movable(pixels)]);
  },

  async encode(pixels, size, type, quality) {
    const { encodePixels } = await import('./encode.ts');
    const made = await guarded(size, async () => ({
      ok: true as const,
      blob: await encodePixels(pixels, size, { type, quality }),
    }));
    return transfer({ ...made, pixels }, [...movable(pixels)]);
  },
};
