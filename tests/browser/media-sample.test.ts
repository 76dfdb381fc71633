import { describe, expect, it } from 'vitest';
import type { Pixels } from '../../src/pool/media-api.ts';
import { good, sameBytes, startMedia } from '../support/media.ts';

const media = startMedia();

async function paint(width: number, height: number, shared = false) {
  return good(await media.sample(width, height, shared));
}

/** Colours of a grid of cells, each the mean of its pixels. */
function cells(pixels: Pixels, width: number, height: number): number[] {
  const bytes = new Uint8Array(pixels);
  const grid = 8;
  const sums = new Array<number>(grid * grid * 3).fill(0);
  for (let i = 0; i < bytes.length; i += 4) {
    const x = (i / 4) % width;
    const y = Math.floor(i / 4 / width);
    const cell = Math.floor((y * grid) / height) * grid + Math.floor((x * grid) / width);
    for (let k = 0; k < 3; k++) sums[cell * 3 + k] = (sums[cell * 3 + k] ?? 0) + (bytes[i + k] ?? 0);
  }
  return sums.map((sum) => sum / ((width * height) / (grid * grid)));
}

/** Share of the 8 × 8 blocks in which the brightness varies by more than film grain does. */
function lively(pixels: Pixels, width: number, height: number): number {
  const bytes = new Uint8Array(pixels);
  let busy = 0;
  let all = 0;
  for (let y = 0; y + 8 <= height; y += 8) {
    for (let x = 0; x + 8 <= width; x += 8) {
      let low = 255;
      let high = 0;
      for (let n = 0; n < 64; n++) {
        const green = bytes[((y + (n >> 3)) * width + x + (n & 7)) * 4 + 1] ?? 0;
        low = Math.min(low, green);
        high = Math.max(high, green);
      }
      all++;
      if (high - low > 24) busy++;
    }
  }
  return busy / all;
}

describe('the sample picture', () => {
  it.each([false, true])(
    'is the same, byte for byte, each time it is painted (shared: %s)',
    async (shared) => {
      const first = await paint(640, 480, shared);
      const second = await paint(640, 480, !shared);
      expect(first.pixels instanceof SharedArrayBuffer).toBe(shared);
      expect(sameBytes(first.pixels, second.pixels)).toBe(true);
    },
  );

  it('is opaque, many-coloured and rich in detail', async () => {
    const { pixels, width, height } = await paint(1232, 816);
    const words = new Uint32Array(pixels);
    expect(words.every((word) => word >>> 24 === 255)).toBe(true);
    expect(new Set(words).size).toBeGreaterThan(50_000);
    expect(lively(pixels, width, height)).toBeGreaterThan(0.6);
  });

  it('is the same picture at every size', async () => {
    const small = await paint(480, 360);
    const large = await paint(1440, 1080);
    const other = cells(large.pixels, 1440, 1080);
    const apart = cells(small.pixels, 480, 360).map((value, i) => Math.abs(value - (other[i] ?? 0)));
    expect(Math.max(...apart)).toBeLessThan(24);
  });

  it.each([
    [1, 1],
    [500, 3],
    [300, 700],
    [1600, 500],
  ])('covers %i × %i', async (width, height) => {
    const sample = await paint(width, height);
    expect(sample).toMatchObject({ width, height });
    expect(new Uint32Array(sample.pixels).every((word) => word >>> 24 === 255)).toBe(true);
    expect(sample.preview.width).toBe(Math.min(width, 960));
  });
});
