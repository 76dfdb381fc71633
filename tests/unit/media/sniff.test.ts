import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sniff, sniffType } from '../../../src/tasks/image/sniff.ts';
import {
  ascii,
  avifSkeleton,
  exifSegment,
  gifSkeleton,
  join,
  jpegSkeleton,
  noisePixels,
  png,
  webpSkeleton,
  withOrientation,
} from '../../support/pictures.ts';

const WHOLE = [
  ['image/png', png(37, 21, noisePixels(37, 21))],
  ['image/jpeg', jpegSkeleton(640, 480)],
  ['image/webp', webpSkeleton(300, 200)],
  ['image/gif', gifSkeleton(300, 200)],
  ['image/avif', avifSkeleton(300, 200)],
] as const;

describe('sniff', () => {
  it.each(WHOLE)('knows a whole %s', (type, bytes) => {
    expect(sniffType(bytes.subarray(0, 256))).toBe(type);
    expect(sniff(bytes)).toMatchObject({ type, cutOff: false });
  });

  it.each([
    ['PNG', png(37, 21, noisePixels(37, 21)), { width: 37, height: 21 }],
    ['JPEG', jpegSkeleton(4032, 3024), { width: 4032, height: 3024 }],
    ['WebP', webpSkeleton(16000, 3), { width: 16000, height: 3 }],
    ['GIF', gifSkeleton(300, 200), { width: 300, height: 200 }],
    ['AVIF', avifSkeleton(8192, 4096), { width: 8192, height: 4096 }],
  ])('reads the size of a %s', (_name, bytes, size) => {
    expect(sniff(bytes)?.size).toEqual(size);
  });

  it.each(['', 'GIF is a format', 'BMW is a make', 'RIFF….WAVEfmt', '%PDF-1.7', '<svg xmlns="…"/>'])(
    'takes %j for no picture',
    (text) => {
      expect(sniff(Uint8Array.from(ascii(text)))).toBeNull();
    },
  );

  it('never throws, whatever the bytes', () => {
    const heads = WHOLE.map(([, bytes]) => bytes.subarray(0, 24));
    const bytes = fc
      .tuple(fc.constantFrom(new Uint8Array(0), ...heads), fc.uint8Array({ maxLength: 400 }))
      .map((pieces) => join(...pieces));
    fc.assert(
      fc.property(bytes, (file) => {
        const seen = sniff(file);
        expect(seen === null || typeof seen.cutOff === 'boolean').toBe(true);
      }),
    );
  });

  it.each([WHOLE[0], WHOLE[1]])('says of a %s that ends at any byte that it is cut off', (type, bytes) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: bytes.length - 1 }), (length) => {
        expect(sniff(bytes.subarray(0, length))).toMatchObject({ type, cutOff: true });
      }),
    );
  });

  it.each(WHOLE)('says of a %s without its last two bytes that it is cut off', (_type, bytes) => {
    expect(sniff(bytes.subarray(0, -2))?.cutOff).toBe(true);
  });

  it('tells how long a WebP should be', () => {
    const bytes = webpSkeleton(10, 10);
    expect(sniff(bytes.subarray(0, 40))).toMatchObject({ cutOff: true, expected: bytes.length });
  });

  it.each(WHOLE)('forgives what is appended to a %s', (type, bytes) => {
    if (type === 'image/avif') return;
    const film = noisePixels(20, 20);
    expect(sniff(join(bytes, film))).toMatchObject({ type, cutOff: false });
  });

  it('does not take the end of an embedded thumbnail for the end of a JPEG', () => {
    const jpeg = jpegSkeleton(640, 480);
    const thumbnail = jpegSkeleton(16, 12);
    const app = join([0xff, 0xe2, 0, thumbnail.length + 2], thumbnail);
    const cut = join(jpeg.subarray(0, 2), app, jpeg.subarray(2, -2));
    expect(sniff(cut)).toMatchObject({ cutOff: true, size: { width: 640, height: 480 } });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('reads EXIF orientation %i', (orientation) => {
    expect(sniff(withOrientation(jpegSkeleton(4, 3), orientation))?.orientation).toBe(orientation);
  });

  it('reads a big-endian EXIF orientation, and none as upright', () => {
    const jpeg = jpegSkeleton(4, 3);
    const turned = join(jpeg.subarray(0, 2), exifSegment(6, false), jpeg.subarray(2));
    expect(sniff(turned)?.orientation).toBe(6);
    expect(sniff(jpeg)?.orientation).toBe(1);
    expect(sniff(withOrientation(jpeg, 77))?.orientation).toBe(1);
  });
});
