import type { Decoded, Outcome, Size } from '../../src/pool/media-api.ts';
import { sniff, sniffType, type Sniffed } from '../../src/tasks/image/sniff.ts';
import { fit, PREVIEW_WIDTH, scaled } from './preview.ts';
import { readPixels } from './raster.ts';
import { Refused } from './refuse.ts';
import {
  cutOff,
  empty,
  fileTooLarge,
  notAPicture,
  scaledNote,
  tooLarge,
  undecodable,
  unreadable,
} from './sentences.ts';

/** Bytes that tell what kind of file it is. */
const HEAD = 256;
/** Beyond these no browser decodes, or a small file would ask for gigabytes. */
const MOST_BYTES = 512 * 1024 * 1024;
const MOST_PIXELS = 16_384 * 16_384;
const LONGEST_SIDE = 65_535;
/** From here on a decoder that fails has probably run out of memory. */
const VAST_PIXELS = 100e6;

export interface Wish {
  readonly name: string;
  readonly maxPixels: number;
  readonly shared: boolean;
}

async function bytesOf(file: Blob, name: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Refused(unreadable(name));
  }
}

/** Reads the whole file once, and only if its first bytes promise a picture: a film of 4 GB is refused at once. */
async function readFile(file: Blob, name: string): Promise<{ readonly blob: Blob; readonly seen: Sniffed }> {
  const head = await bytesOf(file.slice(0, HEAD), name);
  if (file.size === 0) throw new Refused(empty(name));
  if (sniffType(head) === null) throw new Refused(notAPicture(name));
  if (file.size > MOST_BYTES) throw new Refused(fileTooLarge(name, file.size));
  const bytes = await bytesOf(file, name);
  const seen = sniff(bytes);
  if (seen === null) throw new Refused(notAPicture(name));
  if (seen.cutOff) throw new Refused(cutOff(name, bytes.length, seen.expected));
  return { blob: new Blob([bytes], { type: seen.type }), seen };
}

/** The size a picture is reduced to so that it has at most `maxPixels`; the same where it already has. */
export function within({ width, height }: Size, maxPixels: number): Size {
  if (width * height <= maxPixels) return { width, height };
  const by = Math.sqrt(maxPixels / (width * height));
  const shorter = Math.max(1, Math.floor(Math.min(width, height) * by));
  const longer = Math.min(Math.floor(Math.max(width, height) * by), Math.floor(maxPixels / shorter));
  return width < height ? { width: shorter, height: longer } : { width: longer, height: shorter };
}

/** The size as it will be seen; `null` where the bytes don't tell, or only the decoder knows whether it is turned. */
function seenSize({ type, size, orientation }: Sniffed): Size | null {
  if (type !== 'image/jpeg' || size === null || size.width * size.height === 0) return null;
  return orientation < 5 ? size : { width: size.height, height: size.width };
}

function checkSize(name: string, size: Size | null): void {
  if (size === null) return;
  const side = Math.max(size.width, size.height);
  if (side > LONGEST_SIDE || size.width * size.height > MOST_PIXELS) throw new Refused(tooLarge(name, size));
}

interface Opened {
  readonly bitmap: ImageBitmap;
  /** The picture's own size, upright. */
  readonly full: Size;
}

/** Decodes upright, and straight to the smaller size where the file itself tells the larger one. */
async function openPicture(blob: Blob, seen: Sniffed, maxPixels: number): Promise<Opened> {
  const known = seenSize(seen);
  const turned: ImageBitmapOptions = { imageOrientation: 'from-image' };
  if (known !== null && known.width * known.height > maxPixels) {
    const { width, height } = within(known, maxPixels);
    const small = { ...turned, resizeWidth: width, resizeHeight: height, resizeQuality: 'high' } as const;
    return { bitmap: await createImageBitmap(blob, small), full: known };
  }
  const bitmap = await createImageBitmap(blob, turned);
  const full = { width: bitmap.width, height: bitmap.height };
  if (full.width * full.height <= maxPixels) return { bitmap, full };
  const smaller = await scaled(bitmap, within(full, maxPixels));
  bitmap.close();
  return { bitmap: smaller, full };
}

/** A failed decoder names no reason: a very large picture most likely found no memory. */
function failed(name: string, { type, size }: Sniffed): Refused {
  const vast = size !== null && size.width * size.height > VAST_PIXELS;
  return new Refused(vast ? tooLarge(name, size) : undecodable(name, type));
}

/** Thumbnail and pixels; the bitmap is let go whatever happens. */
async function unpack(bitmap: ImageBitmap, shared: boolean) {
  try {
    const preview = await scaled(bitmap, fit(bitmap, PREVIEW_WIDTH));
    return { width: bitmap.width, height: bitmap.height, pixels: readPixels(bitmap, shared), preview };
  } finally {
    bitmap.close();
  }
}

export async function decodeFile(file: Blob, { name, maxPixels, shared }: Wish): Promise<Outcome<Decoded>> {
  const { blob, seen } = await readFile(file, name);
  checkSize(name, seen.size);
  const { bitmap, full } = await openPicture(blob, seen, maxPixels).catch(() => {
    throw failed(name, seen);
  });
  const picture = await unpack(bitmap, shared).catch(() => {
    throw new Refused(tooLarge(name, full));
  });
  const whole = full.width === picture.width && full.height === picture.height;
  const scaledFrom = whole ? null : full;
  return {
    ok: true,
    ...picture,
    scaledFrom,
    note: whole ? null : scaledNote(name, full, picture),
    type: seen.type,
  };
}
