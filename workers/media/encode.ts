import type { Pixels, SaveType, Size } from '../../src/pool/media-api.ts';
import { paintPixels } from './raster.ts';
import { Refused } from './refuse.ts';
import { cannotSave } from './sentences.ts';

export interface Packing {
  readonly type: SaveType;
  /** 0…1. */
  readonly quality: number;
}

/** JPEG knows no transparency: lay the picture on white, not on the black that browsers take. */
function onWhite(surface: OffscreenCanvas): void {
  const ink = surface.getContext('2d');
  if (ink === null) return;
  ink.globalCompositeOperation = 'destination-over';
  ink.fillStyle = 'white';
  ink.fillRect(0, 0, surface.width, surface.height);
}

/** Packs pixels into a file. A browser that lacks the format gives PNG instead, silently (HTML, "serialising bitmaps"). */
export async function encodePixels(pixels: Pixels, size: Size, { type, quality }: Packing): Promise<Blob> {
  const surface = paintPixels(pixels, size);
  if (type === 'image/jpeg') onWhite(surface);
  const blob = await surface.convertToBlob({ type, quality });
  if (blob.type !== type) throw new Refused(cannotSave(type));
  return blob;
}
