import type { Ink } from '../raster.ts';
import { seenThrough } from './opening.ts';
import { blend, css, shade, type Rgb } from './colour.ts';
import { drawFir, SPREAD, type Fir } from './firs.ts';
import { between, seeded } from './random.ts';
import { RAIL } from './train.ts';
import { WORLD, type View } from './world.ts';

/** A wooded slope: firs stand along a rolling line, row before row, down to its foot. */
interface Slope {
  readonly seed: number;
  /** World y of the wood's upper edge at the left, in the middle and at the right. */
  readonly crest: readonly [number, number, number];
  readonly foot: number;
  readonly rows: number;
  readonly perRow: number;
  readonly height: number;
  readonly tone: Rgb;
  readonly footTone: Rgb;
}

/** From the far side of the valley to the near one: haze leaves the greens. */
const SLOPES: readonly Slope[] = [
  {
    seed: 100,
    crest: [1590, 1728, 1612],
    foot: 1980,
    rows: 3,
    perRow: 160,
    height: 74,
    tone: [120, 151, 155],
    footTone: [146, 172, 170],
  },
  {
    seed: 200,
    crest: [1760, 1905, 1812],
    foot: 2260,
    rows: 5,
    perRow: 116,
    height: 132,
    tone: [74, 112, 106],
    footTone: [110, 145, 132],
  },
  {
    seed: 300,
    crest: [1960, 2130, 2010],
    foot: 2470,
    rows: 6,
    perRow: 76,
    height: 210,
    tone: [48, 90, 76],
    footTone: [82, 122, 92],
  },
];

function crestAt([left, middle, right]: Slope['crest'], x: number): number {
  const t = (x / WORLD.width) * 2 - 1;
  const side = t < 0 ? left : right;
  return middle + (side - middle) * t * t + Math.sin(x * 0.0041 + left) * 26;
}

/** Stands the fir wholly behind stone? Most do: they needn't be drawn. */
function hidden(x: number, foot: number, height: number): boolean {
  const wide = height * SPREAD;
  return foot - height > RAIL && !seenThrough(x - wide, x + wide);
}

/** All firs of a slope, the far rows first. */
function plant(slope: Slope): readonly Fir[] {
  const random = seeded(slope.seed);
  const firs: Fir[] = [];
  for (let row = 0; row < slope.rows; row++) {
    const t = row / Math.max(1, slope.rows - 1);
    for (let n = 0; n < slope.perRow; n++) {
      const x = ((n + random()) / slope.perRow) * (WORLD.width + 200) - 100;
      const crest = crestAt(slope.crest, x);
      const height = slope.height * between(random, 0.6, 1.15) * (1 + t * 0.25);
      const foot = crest + (slope.foot - crest) * t + slope.height * 0.6 + between(random, -14, 14);
      const tone = shade(
        blend(slope.tone, slope.footTone, t * 0.25 + random() * 0.4),
        between(random, 0.82, 1.14),
      );
      if (hidden(x, foot, height)) continue;
      firs.push({ x, foot, height, seed: slope.seed + row * 1000 + n, tone });
    }
  }
  return firs;
}

export interface Forest {
  readonly slope: Slope;
  readonly firs: readonly Fir[];
}

export function plantForests(): readonly Forest[] {
  return SLOPES.map((slope) => ({ slope, firs: plant(slope) }));
}

/** The wood seen as one: its upper edge is a row of far tops, so that no gap between firs shows a line. */
function bed(ink: Ink, slope: Slope): void {
  const random = seeded(slope.seed + 7);
  const step = slope.height * 0.1;
  ink.beginPath();
  ink.moveTo(0, slope.foot + 200);
  for (let x = 0; x <= WORLD.width + step; x += step * 2) {
    const edge = crestAt(slope.crest, x) + slope.height * 0.5;
    ink.lineTo(x, edge - slope.height * between(random, 0.2, 0.75));
    ink.lineTo(x + step, edge);
  }
  ink.lineTo(WORLD.width, slope.foot + 200);
  const fall = ink.createLinearGradient(0, slope.crest[0], 0, slope.foot);
  fall.addColorStop(0, css(slope.tone));
  fall.addColorStop(0.45, css(shade(slope.tone, 0.88)));
  fall.addColorStop(1, css(shade(slope.footTone, 0.8)));
  ink.fillStyle = fall;
  ink.fill();
}

export function drawForest(view: View, { slope, firs }: Forest): void {
  bed(view.ink, slope);
  for (const fir of firs) drawFir(view, fir);
}
