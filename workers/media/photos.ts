import type { Outcome, Photo, Size } from '../../src/pool/media-api.ts';
import { decodeFile } from './decode.ts';
import { fit, scaled } from './preview.ts';
import { inkOf, paintPixels, type Ink } from './raster.ts';
import { paintViaduct } from './viaduct/paint.ts';
import { between, pick, seeded } from './viaduct/random.ts';

/** Width of a small picture of one of many photos, in pixels. */
const SMALL_WIDTH = 192;

/** The sample picture that photos are cut from, and their own size. */
export const SHEET: Size = { width: 2464, height: 1632 };
const PHOTO: Size = { width: 1232, height: 816 };
const QUALITY = 0.9;

/** The light of an hour, laid over a photo. */
const HOURS = ['#ffb27a', '#7aa0ff', '#ffe6a8', '#c58cff', '#9fd8c8', '#ff9a8a'] as const;

export async function decodePhoto(file: Blob, name: string, maxPixels: number): Promise<Outcome<Photo>> {
  const decoded = await decodeFile(file, { name, maxPixels, shared: false });
  if (!decoded.ok) return decoded;
  const { width, height, pixels, preview: large } = decoded;
  const preview = await scaled(large, fit(large, SMALL_WIDTH));
  large.close();
  return { ok: true, width, height, pixels: new Blob([pixels as ArrayBuffer]), preview };
}

/** Sections of the sample picture, each at its own hour: the same ones every time. */
export async function paintPhotos(count: number): Promise<Blob[]> {
  const pixels = new ArrayBuffer(SHEET.width * SHEET.height * 4);
  paintViaduct(new Uint8Array(pixels), SHEET.width, SHEET.height);
  const sheet = paintPixels(pixels, SHEET);
  const photos: Blob[] = [];
  for (let n = 0; n < count; n++) {
    const ink = inkOf(PHOTO);
    paintPhoto(ink, sheet, n);
    photos.push(await ink.canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY }));
  }
  return photos;
}

function paintPhoto(ink: Ink, sheet: OffscreenCanvas, n: number): void {
  const random = seeded(9100 + n);
  const share = n === 0 ? 1 : between(random, 0.42, 0.95);
  const [width, height] = [SHEET.width * share, SHEET.height * share];
  const left = (SHEET.width - width) * random();
  const top = (SHEET.height - height) * random();
  if (n % 2 === 1) ink.setTransform(-1, 0, 0, 1, PHOTO.width, 0);
  ink.drawImage(
    sheet,
    ...([left, top, width, height] as const),
    ...([0, 0, PHOTO.width, PHOTO.height] as const),
  );
  if (n === 0) return;
  ink.globalCompositeOperation = 'soft-light';
  ink.globalAlpha = between(random, 0.35, 0.8);
  ink.fillStyle = pick(random, HOURS);
  ink.fillRect(0, 0, PHOTO.width, PHOTO.height);
}
