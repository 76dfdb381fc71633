import { createHash } from 'node:crypto';
import { HEIGHT, picturePixels, SIGMA, WIDTH } from './picture.mjs';

/** @template T @param {() => T} make @returns {() => T} */
function once(make) {
  /** @type {{ value: T } | null} */
  let made = null;
  return () => (made ??= { value: make() }).value;
}

const pixels = once(() => Buffer.from(picturePixels().buffer));
const huge = once(() => Buffer.alloc(1 << 30, 'unblocked'));

/** @param {() => unknown} work @returns {Promise<number>} ms */
async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * @param {number} threads 0: as many as sharp takes by itself
 * @param {(image: import('sharp').Sharp) => import('sharp').Sharp} filter
 */
async function bySharp(threads, filter) {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(threads);
  sharp.cache(false);
  const raw = { width: WIDTH, height: HEIGHT, channels: /** @type {const} */ (4) };
  const source = pixels();
  return timed(() => filter(sharp(source, { raw })).raw().toBuffer());
}

/** @typedef {{ blur(radius: number): unknown, convolute(kernel: number[][]): unknown }} JimpImage as far as we need it */

/** @param {(image: JimpImage) => unknown} filter */
async function byJimp(filter) {
  const image = await jimpImage();
  return timed(() => filter(image));
}

async function jimpImage() {
  const { Jimp } = await import('jimp');
  const made = Jimp.fromBitmap({ data: Buffer.from(pixels()), width: WIDTH, height: HEIGHT });
  /** @type {JimpImage} */
  const image = /** @type {JimpImage} */ (/** @type {unknown} */ (made));
  return image;
}

const SOBEL = [-1, 0, 1, -2, 0, 2, -1, 0, 1];

/** @type {Readonly<Record<string, () => Promise<number>>>} */
export const nodePeers = {
  'node sharp blur, 1 thread': () => bySharp(1, (image) => image.blur(SIGMA)),
  'node sharp blur, all threads': () => bySharp(0, (image) => image.blur(SIGMA)),
  'node jimp blur': () => byJimp((image) => image.blur(SIGMA)),
  'node sharp median 3': () => bySharp(1, (image) => image.median(3)),
  'node sharp median 5': () => bySharp(1, (image) => image.median(5)),
  'node sharp convolve': () =>
    bySharp(1, (image) => image.convolve({ width: 3, height: 3, kernel: SOBEL, scale: 1, offset: 0 })),
  'node jimp convolute': () =>
    byJimp((image) => image.convolute([SOBEL.slice(0, 3), SOBEL.slice(3, 6), SOBEL.slice(6)])),
  'node OpenSSL SHA-256, huge': () => {
    const bytes = huge();
    return timed(() => createHash('sha256').update(bytes).digest());
  },
};
