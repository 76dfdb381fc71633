import { describe, expect, it } from 'vitest';
import { noisePixels } from '../support/pictures.ts';
import { decode, good, pixelAt, refusal, sameBytes, startMedia } from '../support/media.ts';

const media = startMedia();
const SIZE = { width: 120, height: 80 };

function shared(bytes: Uint8Array): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

function meanOf(pixels: Uint8Array): number {
  return pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
}

/** Draws a bitmap and reads it. */
function pixelsOf(bitmap: ImageBitmap): Uint8Array<ArrayBuffer> {
  const ink = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (ink === null) throw new Error('no canvas');
  ink.drawImage(bitmap, 0, 0);
  return new Uint8Array(ink.getImageData(0, 0, bitmap.width, bitmap.height).data);
}

describe('encode', () => {
  it.each(['image/png', 'image/jpeg', 'image/webp'] as const)('packs %s, to be read again', async (type) => {
    const pixels = noisePixels(120, 80);
    const packed = good(await media.encode(pixels.slice().buffer, SIZE, type, 0.9));
    expect(packed.blob.type).toBe(type);
    expect(sameBytes(packed.pixels, pixels)).toBe(true);
    expect(good(await decode(media, packed.blob))).toMatchObject({ ...SIZE, type });
  });

  it('keeps every pixel in a PNG, from shared memory too', async () => {
    const pixels = noisePixels(120, 80);
    const memory = shared(pixels);
    const packed = good(await media.encode(memory, SIZE, 'image/png', 1));
    expect(sameBytes(good(await decode(media, packed.blob)).pixels, pixels)).toBe(true);
    expect(packed.pixels instanceof SharedArrayBuffer).toBe(true);
  });

  it('makes a smaller file at a lower quality', async () => {
    const size = async (quality: number) =>
      good(await media.encode(noisePixels(120, 80).buffer, SIZE, 'image/jpeg', quality)).blob.size;
    expect(await size(0.3)).toBeLessThan(await size(0.9));
  });

  it('lays what is transparent on white in a JPEG', async () => {
    const clear = new Uint8Array(SIZE.width * SIZE.height * 4);
    const packed = good(await media.encode(clear.buffer, SIZE, 'image/jpeg', 0.9));
    const { pixels } = good(await decode(media, packed.blob));
    expect(pixelAt(pixels, SIZE.width, 60, 40)).toEqual([255, 255, 255, 255]);
  });

  it('names PNG and JPEG where the browser lacks a format, and gives the pixels back', async () => {
    const missing = 'image/x-none' as 'image/webp';
    const result = await media.encode(noisePixels(120, 80).buffer, SIZE, missing, 1);
    const error = refusal(result);
    expect(error.code).toBe('not-supported');
    expect(error.sentence).toMatch(/PNG.*JPEG/);
    expect(result.pixels.byteLength).toBe(120 * 80 * 4);
  });
});

describe('bitmap', () => {
  it.each([
    ['transferred', (bytes: Uint8Array<ArrayBuffer>) => bytes.buffer],
    ['shared', shared],
  ])('shows small pixels as they are (%s)', async (_how, give) => {
    const pixels = noisePixels(120, 80);
    const { bitmap, pixels: back } = good(await media.bitmap(give(pixels.slice()), 120, 80, 960));
    expect(sameBytes(pixelsOf(bitmap), pixels)).toBe(true);
    expect(sameBytes(back, pixels)).toBe(true);
  });

  it.each([
    [1000, 700, 300],
    [1000, 700, 800],
    [20_000, 3, 960],
    [960, 2000, 96],
  ])('reduces %i × %i to a width of %i', async (width, height, maxWidth) => {
    const pixels = noisePixels(width, height);
    const { bitmap } = good(await media.bitmap(shared(pixels), width, height, maxWidth));
    expect(bitmap.width).toBe(maxWidth);
    expect(bitmap.height).toBe(Math.max(1, Math.round((height * maxWidth) / width)));
    const seen = pixelsOf(bitmap);
    expect(Math.abs(meanOf(seen) - meanOf(pixels))).toBeLessThan(2);
  });
});
