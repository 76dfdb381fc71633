import { blend, clamp01, css, smooth, type Rgb } from './colour.ts';
import { clouds, sampleField } from './noise.ts';
import { WORLD, type View } from './world.ts';

const ZENITH: Rgb = [116, 163, 190];
const MIDDLE: Rgb = [168, 199, 208];
const HORIZON: Rgb = [236, 224, 200];
const CLOUD: Rgb = [250, 246, 238];

/** Size of the clouds' picture, drawn far larger than it is. */
const WISPS = { width: 400, height: 152 } as const;

/** The sky ends behind the mountains. */
export const SKY_BOTTOM = 1500;

/** Fair-weather wisps: noise drawn out sideways and bent by slower noise. A small picture: clouds are soft. */
export function wisps(): ImageData {
  const image = new ImageData(WISPS.width, WISPS.height);
  const fine = clouds(WISPS.width, WISPS.height, { seed: 46, across: 5, down: 8, count: 5, gain: 0.55 });
  const slow = clouds(WISPS.width / 4, WISPS.height / 4, {
    seed: 8,
    across: 3,
    down: 3,
    count: 2,
    gain: 0.5,
  });
  for (let y = 0; y < WISPS.height; y++) {
    const thin = 0.25 + 0.75 * clamp01(1.3 - y / WISPS.height);
    for (let x = 0; x < WISPS.width; x++) {
      const bend = sampleField(slow, x / 4, y / 4);
      const veil = sampleField(fine, x + bend * 84, y + bend * 18 + x * 0.05);
      const at = (y * WISPS.width + x) * 4;
      image.data[at] = CLOUD[0];
      image.data[at + 1] = CLOUD[1];
      image.data[at + 2] = CLOUD[2];
      image.data[at + 3] = smooth(-0.05, 0.8, veil + bend * 0.5) * thin * 205;
    }
  }
  return image;
}

export function sky({ ink }: View): void {
  const fall = ink.createLinearGradient(0, 0, 0, SKY_BOTTOM);
  fall.addColorStop(0, css(ZENITH));
  fall.addColorStop(0.45, css(MIDDLE));
  fall.addColorStop(0.75, css(blend(MIDDLE, HORIZON, 0.6)));
  fall.addColorStop(1, css(HORIZON));
  ink.fillStyle = fall;
  ink.fillRect(0, 0, WORLD.width, SKY_BOTTOM + 400);
}

/** Mist that fills the valley at the mountains' foot, and parts the train from them. */
export function mist({ ink }: View): void {
  const rise = ink.createLinearGradient(0, 1180, 0, 1760);
  rise.addColorStop(0, 'rgb(226 233 230 / 0)');
  rise.addColorStop(0.6, 'rgb(226 233 230 / 0.42)');
  rise.addColorStop(1, 'rgb(230 234 226 / 0.78)');
  ink.fillStyle = rise;
  ink.fillRect(0, 1180, WORLD.width, 620);
}
