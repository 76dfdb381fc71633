/** What a picture file is and how large, told by its header alone: independent of the page. */
export interface PictureSize {
  readonly format: 'png' | 'jpeg' | 'webp' | 'unknown';
  readonly width: number;
  readonly height: number;
}

const PNG = '89504e470d0a1a0a';

export function pictureSize(file: Buffer): PictureSize {
  if (file.subarray(0, 8).toString('hex') === PNG) {
    return { format: 'png', width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
  }
  if (file.readUInt16BE(0) === 0xffd8) return { format: 'jpeg', ...jpegSize(file) };
  const container = file.subarray(0, 4).toString() + file.subarray(8, 12).toString();
  if (container === 'RIFFWEBP') return { format: 'webp', ...webpSize(file) };
  return { format: 'unknown', width: 0, height: 0 };
}

/** The frame header SOF0 to SOF2 (ITU-T T.81, B.2.2). */
function jpegSize(file: Buffer): { width: number; height: number } {
  let at = 2;
  while (at + 9 < file.length) {
    const marker = file.readUInt8(at + 1);
    if (marker >= 0xc0 && marker <= 0xc2) {
      return { width: file.readUInt16BE(at + 7), height: file.readUInt16BE(at + 5) };
    }
    at += 2 + file.readUInt16BE(at + 2);
  }
  return { width: 0, height: 0 };
}

/** RFC 9649: §2.5 (lossy), §2.7 (extended). */
function webpSize(file: Buffer): { width: number; height: number } {
  const kind = file.subarray(12, 16).toString();
  if (kind === 'VP8 ')
    return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff };
  return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 };
}
