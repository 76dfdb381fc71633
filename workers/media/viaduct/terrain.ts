import { clouds, field, ridges, sampleField, type Field } from './noise.ts';
import { smooth } from './colour.ts';

/** World x of the map's left edge, and the map's size in world units. */
export const MAP = { left: -40, width: 4080, depth: 1152 } as const;

/** The massif seen from above: texels from left to right, and from the front to the back. */
export interface HeightMap extends Field {
  /** World units across one texel. */
  readonly texel: number;
}

interface Peak {
  /** World x, and depth into the map in world units. */
  readonly x: number;
  readonly z: number;
  readonly height: number;
  readonly radius: number;
  /** How many arêtes run down from it, and which way the first one points. */
  readonly arms: number;
  readonly turn: number;
}

const PEAKS: readonly Peak[] = [
  { x: 1800, z: 640, height: 1120, radius: 1050, arms: 5, turn: 0.5 },
  { x: 2390, z: 700, height: 1130, radius: 1020, arms: 6, turn: 1.9 },
  { x: 3060, z: 600, height: 1250, radius: 1040, arms: 5, turn: 3.4 },
  { x: 1490, z: 560, height: 740, radius: 640, arms: 4, turn: 0.2 },
  { x: 3430, z: 520, height: 660, radius: 640, arms: 5, turn: 1.1 },
  { x: 760, z: 620, height: 640, radius: 760, arms: 5, turn: 2.2 },
  { x: 150, z: 660, height: 420, radius: 620, arms: 4, turn: 1.2 },
  { x: 3900, z: 680, height: 560, radius: 640, arms: 4, turn: 0.7 },
  { x: 2060, z: 330, height: 480, radius: 470, arms: 4, turn: 0.9 },
  { x: 2760, z: 300, height: 500, radius: 480, arms: 5, turn: 2.6 },
  { x: 1180, z: 260, height: 360, radius: 460, arms: 5, turn: 1.6 },
  { x: 3560, z: 240, height: 380, radius: 460, arms: 4, turn: 0.1 },
  { x: 380, z: 250, height: 300, radius: 460, arms: 4, turn: 2.9 },
];

/** Height of one peak at a place: a cone pinched between its arêtes. */
function peakHeight(peak: Peak, x: number, z: number): number {
  const dx = x - peak.x;
  const dz = (z - peak.z) * 1.15;
  const far = Math.hypot(dx, dz) / peak.radius;
  if (far >= 1) return 0;
  const pinch = Math.abs(Math.sin((Math.atan2(dz, dx) * peak.arms) / 2 + peak.turn));
  const reach = 1 - far * (1 + 0.42 * pinch * (1 - far));
  return reach <= 0 ? 0 : peak.height * reach ** 1.12;
}

function massif(x: number, z: number): number {
  let highest = 0;
  let second = 0;
  for (const peak of PEAKS) {
    const height = peakHeight(peak, x, z);
    if (height > highest) {
      second = highest;
      highest = height;
    } else if (height > second) second = height;
  }
  return highest + 0.12 * second;
}

/** World units across a cell of the coarse grid, where the slow arithmetic happens. */
const COARSE = 24;

function massifField(): Field {
  const coarse = field(MAP.width / COARSE + 1, MAP.depth / COARSE + 1);
  for (let j = 0; j < coarse.height; j++) {
    for (let i = 0; i < coarse.width; i++) {
      coarse.values[j * coarse.width + i] = massif(MAP.left + i * COARSE, j * COARSE);
    }
  }
  return coarse;
}

/** Heights in world units, front row first. A coarser texel gives the same mountains with fewer crags. */
export function heightMap(texel: number): HeightMap {
  const width = MAP.width / texel;
  const depth = MAP.depth / texel;
  const base = massifField();
  const count = texel > 6 ? 5 : 7;
  const crags = ridges(width, depth, { seed: 11, across: 10, down: 2.8, count, gain: 0.5 });
  const warp = clouds(340, 96, { seed: 77, across: 24, down: 6.7, count: 3, gain: 0.5 });
  const values = new Float32Array(width * depth);
  const toWarp = texel / 12;
  const toBase = texel / COARSE;
  for (let j = 0; j < depth; j++) {
    const front = smooth(0, 210, j * texel);
    for (let i = 0; i < width; i++) {
      const bend = sampleField(warp, i * toWarp, j * toWarp);
      const bow = sampleField(warp, (width - i) * toWarp, j * toWarp);
      const stem = sampleField(base, i * toBase + bend * 1.7, j * toBase + bow * 1.7);
      const crag = sampleField(crags, i + (bow * 48) / texel, j + (bend * 48) / texel);
      values[j * width + i] = front * (stem + (crag - 0.95) * (60 + stem * 0.13));
    }
  }
  return { width, height: depth, values, texel };
}
