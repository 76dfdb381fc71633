import type { Inspection } from './sniff.ts';

type Size = Inspection['size'];

function big32(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let n = 0; n < 4; n++) value = value * 256 + (bytes[at + n] ?? 0);
  return value;
}

function little32(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let n = 3; n >= 0; n--) value = value * 256 + (bytes[at + n] ?? 0);
  return value;
}

function little24(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256 + (bytes[at + 2] ?? 0) * 65536;
}

function little16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256;
}

function name(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function upright(size: Size, cutOff: boolean, expected: number | null): Inspection {
  return { size, orientation: 1, cutOff, expected };
}

/** Walks the chunks to IEND (PNG, third edition, §5): length, name, data, checksum. */
export function inspectPng(bytes: Uint8Array): Inspection {
  let size: Size = null;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + big32(bytes, at);
    const kind = name(bytes, at + 4);
    if (end > bytes.length) return upright(size, true, null);
    if (kind === 'IHDR') size = { width: big32(bytes, at + 8), height: big32(bytes, at + 12) };
    if (kind === 'IEND') return upright(size, false, end);
    at = end;
  }
  return upright(size, true, null);
}

/** The first chunk tells the size, in one of three ways (RFC 9649 §2.5, §2.6, §2.7). */
function webpSize(bytes: Uint8Array): Size {
  const kind = name(bytes, 12);
  if (kind === 'VP8X') return { width: little24(bytes, 24) + 1, height: little24(bytes, 27) + 1 };
  if (kind === 'VP8 ') {
    return { width: little16(bytes, 26) & 0x3fff, height: little16(bytes, 28) & 0x3fff };
  }
  if (kind !== 'VP8L') return null;
  const packed = little32(bytes, 21);
  return { width: (packed % 16384) + 1, height: (Math.floor(packed / 16384) % 16384) + 1 };
}

/** A RIFF file tells its own length. */
export function inspectWebp(bytes: Uint8Array): Inspection {
  const expected = little32(bytes, 4) + 8;
  return upright(webpSize(bytes), bytes.length < expected, expected);
}

/** Past the sub-blocks that begin at `at`; beyond the file's end where they are cut. */
function afterSubBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  while ((bytes[at] ?? 0) !== 0) at += 1 + (bytes[at] as number);
  return at + 1;
}

function colourTable(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

/** Walks the blocks to the trailer (GIF89a §17–27); a missing trailer alone is forgiven, as browsers do. */
export function inspectGif(bytes: Uint8Array): Inspection {
  const size = { width: little16(bytes, 6), height: little16(bytes, 8) };
  let at = 13 + colourTable(bytes[10] ?? 0);
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === 0x21) at = afterSubBlocks(bytes, at + 2);
    else if (kind === 0x2c) at = afterSubBlocks(bytes, at + 11 + colourTable(bytes[at + 9] ?? 0));
    else return upright(size, false, kind === 0x3b ? at + 1 : null);
  }
  return upright(size, at > bytes.length || at < 14, null);
}

interface Box {
  readonly kind: string;
  readonly start: number;
  /** May lie beyond the file's end. */
  readonly end: number;
}

/** The boxes between two places (ISO/IEC 14496-12 §4.2). */
function boxes(bytes: Uint8Array, from: number, to: number): readonly Box[] {
  const found: Box[] = [];
  let at = from;
  while (at + 8 <= to) {
    const short = big32(bytes, at);
    const wide = short === 1;
    const length = wide ? big32(bytes, at + 8) * 2 ** 32 + big32(bytes, at + 12) : short;
    const end = length === 0 ? to : at + Math.max(8, length);
    found.push({ kind: name(bytes, at + 4), start: at + (wide ? 16 : 8), end });
    at = end;
  }
  return found;
}

/** The largest `ispe` property: tiles and thumbnails have smaller ones. */
function heifSize(bytes: Uint8Array, top: readonly Box[]): Size {
  let level = top.filter((box) => box.kind === 'meta').map((box) => ({ ...box, start: box.start + 4 }));
  for (const kind of ['iprp', 'ipco', 'ispe']) {
    level = level
      .flatMap((box) => boxes(bytes, box.start, Math.min(box.end, bytes.length)))
      .filter((box) => box.kind === kind);
  }
  const sizes = level.map((box) => ({
    width: big32(bytes, box.start + 4),
    height: big32(bytes, box.start + 8),
  }));
  return sizes.sort((a, b) => b.width * b.height - a.width * a.height)[0] ?? null;
}

/** AVIF and HEIC: a row of boxes, each of which tells its length. */
export function inspectBoxes(bytes: Uint8Array): Inspection {
  const top = boxes(bytes, 0, bytes.length);
  const expected = top.at(-1)?.end ?? null;
  const cutOff = expected === null || expected > bytes.length || !top.some((box) => box.kind === 'meta');
  return upright(heifSize(bytes, top), cutOff, expected);
}

/** The header tells the file's length. A height below zero means rows from top to bottom. */
export function inspectBmp(bytes: Uint8Array): Inspection {
  const expected = little32(bytes, 2);
  const size = { width: little32(bytes, 18), height: Math.abs(little32(bytes, 22) | 0) };
  return upright(bytes[14] === 12 ? null : size, bytes.length < expected, expected);
}
