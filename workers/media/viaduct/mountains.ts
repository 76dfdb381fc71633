import { relief } from './relief.ts';
import { heightMap, MAP, type HeightMap } from './terrain.ts';
import { WORLD } from './world.ts';

/** World y of the massif's foot, and how much higher on the picture a place stands for each unit that it lies further back. */
const FOOT = 1800;
const TILT = 0.25;
/** The massif's layer holds the world between these two heights, from left edge to right edge. */
export const RANGE = { top: 240, bottom: FOOT } as const;

export interface Layer {
  readonly image: ImageData;
  /** For each column of the layer, the row of its skyline. */
  readonly skyline: Int32Array;
}

interface Column {
  /** World units above the foot. */
  readonly lift: Float32Array;
  /** Three numbers a texel. */
  readonly colours: Float32Array;
}

/** Looks at the map from the front, slightly from above: a column at a time, from near to far, filling upwards. */
export function mountains(columns: number): Layer {
  const perUnit = columns / WORLD.width;
  const rows = Math.round((RANGE.bottom - RANGE.top) * perUnit);
  const image = new ImageData(columns, rows);
  const skyline = new Int32Array(columns);
  const map = heightMap(texelFor(columns));
  const tints = relief(map);
  const lift = new Float32Array(map.height);
  const column: Column = { lift, colours: new Float32Array(map.height * 3) };
  for (let c = 0; c < columns; c++) {
    const x = ((c + 0.5) / perUnit - MAP.left) / map.texel;
    cutHeights(map, lift, x);
    cutColours(map.width, tints, column.colours, x);
    skyline[c] = raise(column, image, c, perUnit);
  }
  return { image, skyline };
}

/** Finer than a column is never seen; finer than 4 would take too long. All three divide the map. */
function texelFor(columns: number): number {
  if (columns > 1500) return 4;
  return columns > 1000 ? 6 : 8;
}

/** How high above the foot each texel of a slice stands on the picture, in world units. */
function cutHeights({ width, height, values, texel }: HeightMap, lift: Float32Array, x: number): void {
  const i = Math.floor(x);
  const t = x - i;
  for (let j = 0; j < height; j++) {
    const at = j * width + i;
    const h = values[at] as number;
    lift[j] = h + ((values[at + 1] as number) - h) * t + j * texel * TILT;
  }
}

function cutColours(width: number, tints: Uint8ClampedArray, colours: Float32Array, x: number): void {
  const i = Math.floor(x);
  const t = x - i;
  for (let n = 0; n < colours.length; n += 3) {
    const at = n * width + i * 3;
    for (let k = 0; k < 3; k++) {
      const here = tints[at + k] as number;
      colours[n + k] = here + ((tints[at + 3 + k] as number) - here) * t;
    }
  }
}

/** Draws one column and returns the row of its skyline. */
function raise({ lift, colours }: Column, image: ImageData, c: number, perUnit: number): number {
  const foot = (FOOT - RANGE.top) * perUnit;
  let open = image.height;
  let before = image.height;
  for (let j = 0; j < lift.length; j++) {
    const y = foot - (lift[j] as number) * perUnit;
    for (const top = Math.max(0, Math.ceil(y)); open > top;) {
      open--;
      const t = Math.min(1, Math.max(0, (before - open) / (before - y)));
      paint(image, (open * image.width + c) * 4, colours, { j, t });
    }
    before = y;
  }
  return open;
}

function paint(
  image: ImageData,
  at: number,
  colours: Float32Array,
  { j, t }: { j: number; t: number },
): void {
  const far = j * 3;
  const near = Math.max(0, far - 3);
  for (let k = 0; k < 3; k++) {
    const from = colours[near + k] as number;
    image.data[at + k] = from + ((colours[far + k] as number) - from) * t;
  }
  image.data[at + 3] = 255;
}
