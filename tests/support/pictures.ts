/** Picture files made for tests, byte by byte, with nothing but arithmetic: they work in Node and in a browser. */

type Bytes = Uint8Array<ArrayBuffer>;

export function join(...pieces: readonly (Uint8Array | readonly number[])[]): Bytes {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

export function ascii(text: string): number[] {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

function big32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function little32(value: number): number[] {
  return big32(value).reverse();
}

/** CRC-32 of each single byte (PNG, annex D). */
const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ ((crc & 1) === 1 ? 0xedb88320 : 0);
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC[(crc ^ byte) & 255] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(kind: string, data: Uint8Array): Bytes {
  const body = join(ascii(kind), data);
  return join(big32(data.length), body, big32(crc32(body)));
}

/** Adler-32, RFC 1950 §8.2. */
function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

/** A zlib stream of stored blocks (RFC 1951 §3.2.4). */
function stored(bytes: Uint8Array): Bytes {
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += 65535) {
    const piece = bytes.subarray(at, at + 65535);
    const last = at + 65535 >= bytes.length ? 1 : 0;
    const low = piece.length & 255;
    const high = piece.length >>> 8;
    blocks.push(join([last, low, high, low ^ 255, high ^ 255], piece));
  }
  return join([0x78, 0x01], ...blocks, big32(adler32(bytes)));
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A PNG of RGBA pixels, its data in pieces of at most 8 kB. */
export function png(width: number, height: number, rgba: Uint8Array): Bytes {
  const rows = Array.from({ length: height }, (_, y) =>
    join([0], rgba.subarray(y * width * 4, (y + 1) * width * 4)),
  );
  const data = stored(join(...rows));
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += 8192) pieces.push(chunk('IDAT', data.subarray(at, at + 8192)));
  const header = chunk('IHDR', join(big32(width), big32(height), [8, 6, 0, 0, 0]));
  return join(PNG_SIGNATURE, header, ...pieces, chunk('IEND', new Uint8Array(0)));
}

/** Opaque pixels without a pattern: `seed` chooses which. */
export function noisePixels(width: number, height: number, seed = 1): Bytes {
  const pixels = new Uint8Array(width * height * 4);
  let state = seed;
  for (let i = 0; i < pixels.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    pixels[i] = i % 4 === 3 ? 255 : state >>> 24;
  }
  return pixels;
}

/** An APP1 segment with nothing but the orientation, little- or big-endian. */
export function exifSegment(orientation: number, little = true): Bytes {
  const entry = little
    ? [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
    : [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  const head = little ? [0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0] : [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1];
  const payload = join(ascii('Exif'), [0, 0], head, entry, [0, 0, 0, 0]);
  return join([0xff, 0xe1, 0, payload.length + 2], payload);
}

/** The same JPEG with an EXIF orientation right after its beginning. */
export function withOrientation(jpeg: Uint8Array, orientation: number): Bytes {
  return join(jpeg.subarray(0, 2), exifSegment(orientation), jpeg.subarray(2));
}

/** A JPEG's skeleton: every kind of segment, two scans with stuffing and restart markers; not decodable. */
export function jpegSkeleton(width: number, height: number): Bytes {
  const frame = [0xff, 0xc2, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0];
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0x00];
  const table = [0xff, 0xc4, 0, 5, 0, 0xff, 0xd9];
  const app0 = join([0xff, 0xe0, 0, 16], ascii('JFIF'), [0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  return join([0xff, 0xd8], app0, frame, table, scan, [0xff, 0xff], table.slice(1), scan, [0xff, 0xd9]);
}

/** A WebP's container around `data` (an extended header tells the size). */
export function webpSkeleton(width: number, height: number): Bytes {
  const less = (value: number) => little32(value - 1).slice(0, 3);
  const extended = join(ascii('VP8X'), little32(10), [0, 0, 0, 0], less(width), less(height));
  const data = join(ascii('VP8L'), little32(6), [0x2f, 0, 0, 0, 0, 0]);
  return join(ascii('RIFF'), little32(4 + extended.length + data.length), ascii('WEBP'), extended, data);
}

/** A GIF's blocks: colour table, comment, one image with two sub-blocks. */
export function gifSkeleton(width: number, height: number): Bytes {
  const size = [width & 255, width >> 8, height & 255, height >> 8];
  const image = [0x2c, 0, 0, 0, 0, ...size, 0, 2, 3, 1, 2, 3, 1, 7, 0];
  return join(
    ascii('GIF89a'),
    size,
    [0x80, 0, 0],
    [0, 0, 0, 255, 255, 255],
    [0x21, 0xfe, 2, 104, 105, 0],
    image,
    [0x3b],
  );
}

function box(kind: string, ...content: readonly (Uint8Array | readonly number[])[]): Bytes {
  const body = join(...content);
  return join(big32(body.length + 8), ascii(kind), body);
}

/** An AVIF's boxes: a tile's size stands before the picture's. */
export function avifSkeleton(width: number, height: number): Bytes {
  const extent = (w: number, h: number) => box('ispe', big32(0), big32(w), big32(h));
  const properties = box('ipco', extent(16, 16), extent(width, height));
  const meta = box('meta', big32(0), box('iprp', properties));
  return join(box('ftyp', ascii('mif1'), big32(0), ascii('mif1avif')), meta, box('mdat', [1, 2, 3, 4]));
}
