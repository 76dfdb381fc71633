import { PlainError } from './say.mjs';

/**
 * @param {string} text "4032x3024"
 * @returns {{ width: number, height: number }}
 */
export function parsePhotoSize(text) {
  const match = /^(\d{2,5})x(\d{2,5})$/.exec(text);
  if (match === null) throw new PlainError('--photo takes a size in pixels, such as 4032x3024.');
  return { width: Number(match[1]), height: Number(match[2]) };
}

/**
 * A JPEG as large as a camera's: soft noise, so that it packs no better than a photo does.
 *
 * @param {string} path
 * @param {{ width: number, height: number }} size
 */
export async function writePhoto(path, { width, height }) {
  const { default: sharp } = await import('sharp');
  const noise = { type: /** @type {const} */ ('gaussian'), mean: 128, sigma: 40 };
  const create = { width, height, channels: /** @type {const} */ (3), background: 'grey', noise };
  await sharp({ create }).blur(1.5).jpeg({ quality: 92 }).toFile(path);
}
