import { describe, expect, it } from 'vitest';
import { noisePixels, png, withOrientation } from '../support/pictures.ts';
import { decode, good, pixelAt, sameBytes, startMedia } from '../support/media.ts';

const media = startMedia();

/** A JPEG: left half red, right half blue, so that turning shows. */
async function redBlue(width: number, height: number): Promise<Uint8Array> {
  const surface = new OffscreenCanvas(width, height);
  const ink = surface.getContext('2d');
  if (ink === null) throw new Error('no canvas');
  ink.fillStyle = 'red';
  ink.fillRect(0, 0, width / 2, height);
  ink.fillStyle = 'blue';
  ink.fillRect(width / 2, 0, width / 2, height);
  const blob = await surface.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
  return new Uint8Array(await blob.arrayBuffer());
}

/** Which of red and blue a pixel is nearer to. */
function hue([red = 0, , blue = 0]: readonly number[]): 'red' | 'blue' {
  return red > blue ? 'red' : 'blue';
}

describe('decode', () => {
  it.each([false, true])('gives a PNG’s pixels back exactly (shared: %s)', async (shared) => {
    const source = noisePixels(257, 131);
    const file = new Blob([png(257, 131, source)]);
    const got = good(await media.decode(file, 'noise.png', { maxPixels: 1e6 }, shared));
    expect(got.pixels instanceof SharedArrayBuffer).toBe(shared);
    expect(sameBytes(got.pixels, source)).toBe(true);
    expect(got).toMatchObject({ width: 257, height: 131, scaledFrom: null, note: null, type: 'image/png' });
    expect(got.preview.width).toBe(257);
  });

  it('puts a picture of many tiles together without a seam', async () => {
    const source = noisePixels(2000, 2501);
    const got = good(await decode(media, png(2000, 2501, source)));
    expect(sameBytes(got.pixels, source)).toBe(true);
    expect(got.preview.width).toBe(960);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('turns a JPEG of EXIF orientation %i upright', async (orientation) => {
    const jpeg = withOrientation(await redBlue(64, 32), orientation);
    const { width, height, pixels } = good(await decode(media, jpeg));
    expect([width, height]).toEqual(orientation < 5 ? [64, 32] : [32, 64]);
    const corner = hue(pixelAt(pixels, width, 2, 2));
    // Exif 2.32 §4.6.4: in 2 and 3 the first column is the right edge, in 7 and 8 the lower one.
    expect(corner).toBe([2, 3, 7, 8].includes(orientation) ? 'blue' : 'red');
  });

  it('scales a turned JPEG down to the limit, says so, and keeps it upright', async () => {
    const jpeg = withOrientation(await redBlue(800, 400), 6);
    const got = good(await media.decode(new Blob([jpeg]), 'me.jpg', { maxPixels: 20_000 }, false));
    expect(got).toMatchObject({ width: 100, height: 200, scaledFrom: { width: 400, height: 800 } });
    expect(got.note).toContain('me.jpg');
    expect(hue(pixelAt(got.pixels, 100, 50, 20))).toBe('red');
    expect(hue(pixelAt(got.pixels, 100, 50, 180))).toBe('blue');
  });

  it('scales a PNG down to the limit', async () => {
    const file = new Blob([png(300, 200, noisePixels(300, 200))]);
    const got = good(await media.decode(file, 'big.png', { maxPixels: 15_000 }, false));
    expect(got.width * got.height).toBeLessThanOrEqual(15_000);
    expect(got.width / got.height).toBeCloseTo(1.5, 1);
    expect(got.scaledFrom).toEqual({ width: 300, height: 200 });
    expect(got.pixels.byteLength).toBe(got.width * got.height * 4);
  });

  it.each([
    [1, 1],
    [20_000, 3],
    [3, 20_000],
  ])('reads a picture of %i × %i', async (width, height) => {
    const source = noisePixels(width, height);
    const got = good(await decode(media, png(width, height, source)));
    expect(sameBytes(got.pixels, source)).toBe(true);
    expect(got.preview.width).toBe(Math.min(width, 960));
  });

  it('keeps what is transparent transparent, whatever the tile before held', async () => {
    const width = 2000;
    const source = noisePixels(width, 4100);
    source.fill(0, width * 4 * 2050);
    const got = good(await decode(media, png(width, 4100, source)));
    expect(pixelAt(got.pixels, width, 7, 2040)[3]).toBe(255);
    expect(pixelAt(got.pixels, width, 7, 2060)).toEqual([0, 0, 0, 0]);
    expect(pixelAt(got.pixels, width, 7, 4099)).toEqual([0, 0, 0, 0]);
  });
});
