import { inspectJpeg } from './sniff-jpeg.ts';
import { inspectBmp, inspectBoxes, inspectGif, inspectPng, inspectWebp } from './sniff-chunks.ts';

/** Picture formats that a browser may read. */
export type SniffedType =
  'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif' | 'image/avif' | 'image/heic' | 'image/bmp';

/** What the bytes of a picture file say about it, before anything is decoded. */
export interface Inspection {
  /** Size as stored, before any turning; `null` where the bytes don't say. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** EXIF orientation, 1…8; 1 is upright. From 5 on width and height change places. */
  readonly orientation: number;
  /** The file ends before its picture does. */
  readonly cutOff: boolean;
  /** Length of the whole file in bytes where its format tells it, else `null`. */
  readonly expected: number | null;
}

export interface Sniffed extends Inspection {
  readonly type: SniffedType;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
/** Header sizes of the BMP versions: two letters alone would take many a text for a picture. */
const BMP_HEADERS = [12, 40, 52, 56, 64, 108, 124];
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1'];

/** Do the bytes begin with these, or are they themselves but the beginning of them? */
function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  const length = Math.min(bytes.length, signature.length);
  return length > 0 && signature.slice(0, length).every((byte, i) => bytes[i] === byte);
}

function text(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

/** AVIF and HEIC are both HEIF: which one, the brands in the first box tell (ISO/IEC 23008-12, AVIF §6). */
function heif(bytes: Uint8Array): SniffedType | null {
  if (text(bytes, 4, 8) !== 'ftyp') return null;
  const end = Math.min(bytes.length, (bytes[3] ?? 0) + (bytes[2] ?? 0) * 256, 256);
  const brands: string[] = [];
  for (let at = 8; at + 4 <= end; at += 4) brands.push(text(bytes, at, at + 4));
  if (brands.includes('avif') || brands.includes('avis')) return 'image/avif';
  return brands.some((brand) => HEIC_BRANDS.includes(brand)) ? 'image/heic' : null;
}

/** Which picture format a file is, by its first bytes (256 are enough); `null` if it is none. */
export function sniffType(head: Uint8Array): SniffedType | null {
  if (begins(head, PNG)) return 'image/png';
  if (begins(head, JPEG)) return 'image/jpeg';
  if (text(head, 0, 4) === 'RIFF' && text(head, 8, 12) === 'WEBP') return 'image/webp';
  if (/^GIF8[79]a$/.test(text(head, 0, 6))) return 'image/gif';
  if (text(head, 0, 2) === 'BM' && BMP_HEADERS.includes(head[14] ?? 0)) return 'image/bmp';
  return heif(head);
}

const INSPECT: Readonly<Record<SniffedType, (bytes: Uint8Array) => Inspection>> = {
  'image/jpeg': inspectJpeg,
  'image/png': inspectPng,
  'image/webp': inspectWebp,
  'image/gif': inspectGif,
  'image/avif': inspectBoxes,
  'image/heic': inspectBoxes,
  'image/bmp': inspectBmp,
};

/** Walks a whole file's structure (not its pixels). Never throws; `null` if it is no picture. */
export function sniff(bytes: Uint8Array): Sniffed | null {
  const type = sniffType(bytes);
  return type === null ? null : { type, ...INSPECT[type](bytes) };
}
