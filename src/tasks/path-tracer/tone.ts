/** From counted light to a picture. */
import { QUANTA } from './path.ts';

/** Entries of the table; the brightest light that still makes a difference. */
const ENTRIES = 1 << 16;
const WHITE = 8;

/** Light from 0 to `WHITE` as a byte of the picture. */
const BYTES = Uint8Array.from({ length: ENTRIES }, (_, i) =>
  Math.floor(encoded(filmic(((i + 0.5) / ENTRIES) * WHITE)) * 255 + 0.5),
);

/**
 * As film answers light: the dark a little darker, the bright bent towards white, which it reaches slowly
 * (Narkowicz's fit of the ACES curve).
 */
function filmic(light: number): number {
  const x = light * 0.8;
  return Math.min(1, (x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14));
}

/** sRGB's curve (IEC 61966-2-1), by + − × ÷ √ alone: the same byte everywhere. */
function encoded(light: number): number {
  if (light <= 0.0031308) return 12.92 * light;
  return 1.055 * power5of12(light) - 0.055;
}

/** x^(5/12) for 0 < x ≤ 1: the third root of the fourth root of x⁵, the third root by Newton's method. */
function power5of12(x: number): number {
  const a = Math.sqrt(Math.sqrt(x * x * x * x * x));
  let root = 1;
  for (let i = 0; i < 30; i++) root -= (root * root * root - a) / (3 * root * root);
  return root;
}

/** Turns `count` pixels' sums of `samples` samples into opaque RGBA. */
export function tone(sums: Uint32Array, samples: number, count: number, out: Uint8Array): void {
  const scale = ENTRIES / (QUANTA * WHITE * samples);
  for (let i = 0, from = 0, to = 0; i < count; i++, from += 3, to += 4) {
    out[to] = byteOf((sums[from] as number) * scale);
    out[to + 1] = byteOf((sums[from + 1] as number) * scale);
    out[to + 2] = byteOf((sums[from + 2] as number) * scale);
    out[to + 3] = 255;
  }
}

function byteOf(place: number): number {
  return BYTES[place < ENTRIES ? place | 0 : ENTRIES - 1] as number;
}
