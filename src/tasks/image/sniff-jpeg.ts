import type { Inspection } from './sniff.ts';

/** Markers, ITU-T T.81 table B.1. */
const EOI = 0xd9;
const APP1 = 0xe1;
/** Start-of-frame markers are C0…CF but for these three (DHT, JPG, DAC). */
const NOT_A_FRAME = [0xc4, 0xc8, 0xcc];
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
/** TIFF tag of the orientation, Exif 2.32 §4.6.4. */
const ORIENTATION = 0x0112;

function u16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
}

/** Stands alone, without a length: stuffing (00), TEM, RST0…RST7, SOI. */
function alone(marker: number): boolean {
  return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && !NOT_A_FRAME.includes(marker);
}

/** EXIF orientation in an APP1 segment whose payload begins at `start`; 1 where there is none. */
export function exifOrientation(bytes: Uint8Array, start: number, end: number): number {
  if (!EXIF.every((byte, i) => bytes[start + i] === byte)) return 1;
  const tiff = start + EXIF.length;
  const little = bytes[tiff] === 0x49;
  const short = (at: number) => (little ? (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256 : u16(bytes, at));
  const long = (at: number) =>
    little ? short(at) + short(at + 2) * 65536 : short(at) * 65536 + short(at + 2);
  const directory = tiff + long(tiff + 4);
  const entries = Math.min(short(directory), Math.floor((end - directory - 2) / 12));
  for (let n = 0; n < entries; n++) {
    const entry = directory + 2 + n * 12;
    if (short(entry) !== ORIENTATION) continue;
    const value = short(entry + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** What was learnt so far while walking. */
interface Walk {
  size: Inspection['size'];
  orientation: number;
}

function readSegment(bytes: Uint8Array, marker: number, at: number, walk: Walk): void {
  const end = at + u16(bytes, at);
  if (marker === APP1 && walk.orientation === 1) walk.orientation = exifOrientation(bytes, at + 2, end);
  if (isFrame(marker) && walk.size === null) {
    walk.size = { height: u16(bytes, at + 3), width: u16(bytes, at + 5) };
  }
}

/** The first marker at or after `at`: its code, and where its segment begins; `null` at the end of the file. */
function nextMarker(
  bytes: Uint8Array,
  from: number,
): { readonly marker: number; readonly at: number } | null {
  let at = bytes.indexOf(0xff, from);
  if (at === -1) return null;
  while (bytes[at] === 0xff) at++;
  const marker = bytes[at];
  return marker === undefined ? null : { marker, at: at + 1 };
}

/**
 * Walks the segments up to the end-of-image marker. Scans need no special care: inside them FF is followed by
 * 00 or a restart marker, which stand alone. What follows the end is ignored: phones append films and depth maps.
 */
export function inspectJpeg(bytes: Uint8Array): Inspection {
  const walk: Walk = { size: null, orientation: 1 };
  let at = 2;
  for (;;) {
    const next = nextMarker(bytes, at);
    if (next === null) return { ...walk, cutOff: true, expected: null };
    at = next.at;
    if (next.marker === EOI) return { ...walk, cutOff: false, expected: at };
    if (alone(next.marker)) continue;
    const length = u16(bytes, at);
    if (at + Math.max(2, length) > bytes.length) return { ...walk, cutOff: true, expected: null };
    readSegment(bytes, next.marker, at, walk);
    at += Math.max(2, length);
  }
}
