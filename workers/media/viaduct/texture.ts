import { smooth } from './colour.ts';
import { clouds } from './noise.ts';
import { mix } from './random.ts';
import type { Frame } from './world.ts';

/** A tile of noise without seams: 512 world units, one sample each, about −1…1. */
export const TILE = 512;

/** Fine noise that is added to rock, so that it stays rough at every size. */
export function roughTile(): Float32Array {
  return clouds(TILE, TILE, { seed: 23, across: 32, down: 32, count: 4, gain: 0.8, period: 32 }).values;
}

/** The same noise as light and dark films, to be laid over stone as a pattern (plain blending is the quick one). */
export function roughImage(rough: Float32Array): ImageData {
  const image = new ImageData(TILE, TILE);
  const words = new Uint32Array(image.data.buffer);
  for (let i = 0; i < words.length; i++) {
    const noise = rough[i] as number;
    const film = noise < 0 ? (-noise * 84) | 0 : (noise * 58) | 0;
    words[i] = (film << 24) | (noise < 0 ? 0x141820 : 0xe8f4ff);
  }
  return image;
}

/** A band of the picture as pixels: its first row, in rows of the whole picture. */
export interface Band {
  readonly pixels: Uint8ClampedArray;
  readonly width: number;
  readonly first: number;
}

/** Breaks up everything below the skyline with fissures (drawn out downwards) and grain; dark rock more than snow. */
export function roughen(band: Band, frame: Frame, rough: Float32Array, skyline: Int32Array): void {
  const rows = band.pixels.length / 4 / band.width;
  const step = 1 / frame.scale;
  const size = Math.min(1, 0.35 + frame.scale);
  for (let y = 0; y < rows; y++) {
    const row = band.first + y;
    const worldY = row * step + frame.top;
    const loud = size * (1 - 0.85 * smooth(1000, 1640, worldY));
    const fine = ((worldY | 0) & (TILE - 1)) * TILE;
    const long = (((worldY * 0.31) | 0) & (TILE - 1)) * TILE;
    for (let x = 0; x < band.width; x++) {
      if ((skyline[x] as number) > row) continue;
      const column = (x * step + frame.left) | 0;
      const crack = rough[long + ((column + worldY * 0.12) & (TILE - 1))] as number;
      const grain = rough[fine + ((column * 3) & (TILE - 1))] as number;
      weather(band.pixels, (y * band.width + x) * 4, (crack * 0.7 + grain * 0.55) * loud);
    }
  }
}

function weather(pixels: Uint8ClampedArray, at: number, noise: number): void {
  const red = pixels[at] as number;
  const by = 1 + noise * (0.06 + (255 - red) * 0.0028);
  pixels[at] = red * by;
  pixels[at + 1] = (pixels[at + 1] as number) * by;
  pixels[at + 2] = (pixels[at + 2] as number) * by;
}

/** Film grain: each pixel a little lighter or darker, by its own place only. */
export function grain({ pixels, width, first }: Band): void {
  const count = pixels.length / 4;
  let state = mix(first * width + 1) | 1;
  for (let i = 0; i < count; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const by = (((state & 7) + ((state >>> 8) & 7) - 7) * 3) >> 2;
    const at = i * 4;
    pixels[at] = (pixels[at] as number) + by;
    pixels[at + 1] = (pixels[at + 1] as number) + by;
    pixels[at + 2] = (pixels[at + 2] as number) + by;
  }
}
