import { blend, smooth, type Rgb } from './colour.ts';
import { clouds, sampleField } from './noise.ts';
import type { HeightMap } from './terrain.ts';

/** Sunlight comes from the left, from the front and from above. */
const SUN = { x: -0.66, y: 0.6, z: -0.45 } as const;
/** How far the sun's rays sink for every world unit that they cross the map. */
const RAY_SINK = 0.62;

const SNOW_LIT: Rgb = [255, 252, 244];
const SNOW_SHADE: Rgb = [154, 177, 206];
const ROCK_LIT: Rgb = [176, 166, 154];
const ROCK_SHADE: Rgb = [72, 84, 108];
const MIST: Rgb = [204, 218, 221];

/** The map's light: 0 in shadow, 1 in full sun, for every texel. */
function sunlight({ width, height, values, texel }: HeightMap): Float32Array {
  const light = new Float32Array(values.length);
  const run = 2 * texel;
  for (let j = 0; j < height; j++) {
    const ahead = Math.min(j + 1, height - 1) * width;
    const behind = Math.max(j - 1, 0) * width;
    let ray = -1e9;
    for (let i = 1; i < width - 1; i++) {
      const at = j * width + i;
      const h = values[at] as number;
      const slopeX = ((values[at + 1] as number) - (values[at - 1] as number)) / run;
      const slopeZ = ((values[ahead + i] as number) - (values[behind + i] as number)) / run;
      const facing = SUN.y - slopeX * SUN.x - slopeZ * SUN.z;
      const straight = facing / Math.sqrt(1 + slopeX * slopeX + slopeZ * slopeZ);
      ray = Math.max(ray - RAY_SINK * texel, h);
      light[at] = Math.max(0, straight) * (1 - smooth(0, 46, ray - h) * 0.72);
    }
  }
  return light;
}

/** Shades of light and of snow that are told apart. */
const LIGHTS = 128;
const SNOWS = 32;

/** The colour for each light and each cover of snow, three bytes each: the blending happens once, not per texel. */
function palette(): Uint8ClampedArray {
  const colours = new Uint8ClampedArray(LIGHTS * SNOWS * 3);
  for (let l = 0; l < LIGHTS; l++) {
    const sun = smooth(0.02, 0.9, l / (LIGHTS - 1));
    const rock = blend(ROCK_SHADE, ROCK_LIT, sun);
    const white = blend(SNOW_SHADE, SNOW_LIT, sun);
    for (let s = 0; s < SNOWS; s++) {
      colours.set(blend(rock, white, s / (SNOWS - 1)), (l * SNOWS + s) * 3);
    }
  }
  return colours;
}

/** How steep the ground is: rise over run. */
function steepness({ width, values, texel }: HeightMap, at: number): number {
  const dx = (values[at + 1] as number) - (values[at - 1] as number);
  const dz = (values[at + width] as number) - (values[at - width] as number);
  return Math.sqrt(dx * dx + dz * dz) / (2 * texel);
}

/** Colour of every texel, three bytes each: sun, shadow, snow where it can lie, mist in the valleys. */
export function relief(map: HeightMap): Uint8ClampedArray {
  const { width, values, texel } = map;
  const light = sunlight(map);
  const shades = palette();
  const colours = new Uint8ClampedArray(values.length * 3);
  const patches = clouds(340, 96, { seed: 5, across: 60, down: 17, count: 3, gain: 0.6 });
  for (let at = width; at < values.length - width; at++) {
    const j = (at / width) | 0;
    const h = values[at] as number;
    const patch = sampleField(patches, ((at - j * width) * texel) / 12, (j * texel) / 12);
    // Beds of rock: snow lies on every ledge.
    const ledge = Math.sin(h * 0.09 + patch * 9) * 0.3;
    const bare = smooth(1.85, 2.75, steepness(map, at) + patch * 1.2 + ledge - h * 0.0004);
    const snow = (1 - bare) * smooth(60, 260, h + patch * 160);
    const mist = (1 - smooth(40, 520, h + (j * texel) / 6)) * 0.62;
    const shade =
      (Math.min(LIGHTS - 1, ((light[at] as number) * (1 + bare * (ledge + patch) * 0.5) * LIGHTS) | 0) *
        SNOWS +
        ((snow * (SNOWS - 1)) | 0)) *
      3;
    for (let k = 0; k < 3; k++) {
      const clear = shades[shade + k] as number;
      colours[at * 3 + k] = clear + ((MIST[k] as number) - clear) * mist;
    }
  }
  return colours;
}
