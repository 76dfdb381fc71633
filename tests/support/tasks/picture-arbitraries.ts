import fc from 'fast-check';
import type { Picture } from './naive-filters.ts';

/** Small pictures of every awkward shape: single pixels, lines, columns, smaller and larger than a kernel. */
export function pictures(longest = 24): fc.Arbitrary<Picture> {
  return fc
    .tuple(fc.integer({ min: 1, max: longest }), fc.integer({ min: 1, max: longest }))
    .chain(([width, height]) =>
      fc.oneof(
        noise(width, height),
        fc.constantFrom(0, 255).map((value) => flat(width, height, value)),
      ),
    );
}

function noise(width: number, height: number): fc.Arbitrary<Picture> {
  const length = width * height * 4;
  return fc.tuple(fc.integer(), fc.constantFrom(1, 85, 255)).map(([seed, step]) => {
    const next = randomBytes(seed);
    // Few different values make equal neighbours and hard edges; many make everything else.
    const bytes = Uint8Array.from({ length }, () => Math.floor(next() / step) * step);
    return { width, height, bytes };
  });
}

function flat(width: number, height: number, value: number): Picture {
  return { width, height, bytes: new Uint8Array(width * height * 4).fill(value) };
}

/** A xorshift generator: the same bytes for the same seed. */
export function randomBytes(seed: number): () => number {
  let state = seed === 0 ? 0x9e3779b9 : seed | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 8) & 255;
  };
}

/** Something like a photo: smooth light, a few hard edges, a little noise. Opaque. */
export function photo(width: number, height: number): Picture {
  const next = randomBytes(7);
  const bytes = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const roof = x + y > width && x < 0.7 * width ? 70 : 0;
    const light = 90 + 60 * Math.sin(x / 19) * Math.cos(y / 31) + roof;
    for (let channel = 0; channel < 3; channel++) bytes[i * 4 + channel] = light + 8 * channel + (next() & 7);
    bytes[i * 4 + 3] = 255;
  }
  return { width, height, bytes };
}
