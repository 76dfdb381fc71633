/** What every filter works on: as many pixels as a small photo has, smooth in places, with edges and grain in others. */
export const WIDTH = 2464;
export const HEIGHT = 1632;
export const SIGMA = 8;

/**
 * A number from 0 to `most`, the same for the same `seed`.
 *
 * @param {number} seed
 * @param {number} most
 */
function grain(seed, most) {
  return ((Math.imul(seed, 0x9e3779b1) >>> 16) * most) >>> 16;
}

/** Its opaque RGBA pixels, row by row. */
export function picturePixels() {
  const bytes = new Uint8Array(WIDTH * HEIGHT * 4);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const at = (y * WIDTH + x) * 4;
      const tile = ((x >> 7) ^ (y >> 7)) & 1;
      bytes[at] = 40 + (x * 120) / WIDTH + tile * 60 + grain(at, 32);
      bytes[at + 1] = 30 + (y * 150) / HEIGHT + grain(at + 1, 48);
      bytes[at + 2] = 60 + ((x + y) & 63) + tile * 90 + grain(at + 2, 24);
      bytes[at + 3] = 255;
    }
  }
  return bytes;
}
