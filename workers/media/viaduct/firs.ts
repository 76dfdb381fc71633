import type { Ink } from '../raster.ts';
import { blend, css, shade, type Rgb } from './colour.ts';
import { between, seeded, type Random } from './random.ts';
import { shows, type View } from './world.ts';

export interface Fir {
  readonly x: number;
  /** World y of its foot. */
  readonly foot: number;
  readonly height: number;
  readonly seed: number;
  /** Its colour in half shade. */
  readonly tone: Rgb;
}

/** Half the width of a fir at its foot, in terms of its height. */
export const SPREAD = 0.21;
const SUNNY: Rgb = [176, 190, 120];
const NIGHT: Rgb = [10, 30, 34];

interface Tier {
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly drop: number;
}

/** The whorls of branches from the tip down, each wider than the one above. */
function tiers(fir: Fir, random: Random, count: number): readonly Tier[] {
  const made: Tier[] = [];
  for (let n = 1; n <= count; n++) {
    const down = (n / count) ** 1.08;
    const reach = fir.height * SPREAD * down ** 0.85;
    made.push({
      y: fir.foot - fir.height * (1 - down * 0.96),
      left: reach * between(random, 0.72, 1.08),
      right: reach * between(random, 0.72, 1.08),
      drop: (fir.height / count) * between(random, 0.35, 0.75),
    });
  }
  return made;
}

/** The outline: out to the end of each whorl, where the branch hangs, and back in. */
function outline(ink: Ink, fir: Fir, whorls: readonly Tier[]): void {
  ink.beginPath();
  ink.moveTo(fir.x, fir.foot - fir.height);
  for (const { y, right, drop } of whorls) {
    ink.lineTo(fir.x + right * 0.62, y - drop * 0.25);
    ink.lineTo(fir.x + right, y + drop * 0.5);
    ink.lineTo(fir.x + right * 0.45, y + drop * 0.1);
  }
  for (const { y, left, drop } of [...whorls].reverse()) {
    ink.lineTo(fir.x - left * 0.45, y + drop * 0.1);
    ink.lineTo(fir.x - left, y + drop * 0.5);
    ink.lineTo(fir.x - left * 0.62, y - drop * 0.25);
  }
  ink.closePath();
}

/** Branches in one tone on one side of the trunk: each a sickle from the trunk outwards. */
interface Boughs {
  readonly tone: string;
  readonly from: number;
  readonly to: number;
  readonly perTier: number;
}

function boughs(ink: Ink, fir: Fir, whorls: readonly Tier[], { tone, from, to, perTier }: Boughs): void {
  const random = seeded(fir.seed + perTier);
  ink.fillStyle = tone;
  ink.beginPath();
  for (const { y, left, right, drop } of whorls) {
    for (let n = 0; n < perTier; n++) {
      const side = between(random, from, to);
      const reach = side < 0 ? left : right;
      const start = fir.x + side * reach * between(random, 0.2, 0.6);
      const end = fir.x + side * reach * between(random, 0.7, 1);
      const high = y - drop * between(random, 0, 1.1);
      const low = high + drop * between(random, 0.4, 0.95);
      ink.moveTo(start, high);
      ink.quadraticCurveTo((start + end) / 2, high + drop * 0.05, end, low);
      ink.quadraticCurveTo((start + end) / 2, low, start, high + drop * 0.42);
    }
  }
  ink.fill();
}

/** How much of a fir can be seen at this size. */
function detail(pixels: number): { readonly whorls: number; readonly perTier: number } {
  if (pixels < 40) return { whorls: 7, perTier: 0 };
  if (pixels < 120) return { whorls: 10, perTier: 1 };
  if (pixels < 280) return { whorls: 15, perTier: 2 };
  return { whorls: 24, perTier: 6 };
}

/** One fir: a dark body, the side away from the sun darker, the side in the sun with lit boughs. */
export function drawFir(view: View, fir: Fir): void {
  const { ink, scale } = view;
  const wide = fir.height * SPREAD * 1.1;
  if (
    !shows(view, {
      left: fir.x - wide,
      right: fir.x + wide,
      top: fir.foot - fir.height,
      bottom: fir.foot + 20,
    })
  )
    return;
  const { whorls: count, perTier } = detail(fir.height * scale);
  const whorls = tiers(fir, seeded(fir.seed), count);
  outline(ink, fir, whorls);
  ink.fillStyle = css(fir.tone);
  ink.fill();
  if (perTier === 0) return;
  boughs(ink, fir, whorls, { tone: css(blend(fir.tone, NIGHT, 0.45)), from: -0.25, to: 1, perTier });
  boughs(ink, fir, whorls, { tone: css(shade(fir.tone, 1.2)), from: -1, to: 0.55, perTier: perTier + 1 });
  boughs(ink, fir, whorls, {
    tone: css(blend(fir.tone, SUNNY, 0.3)),
    from: -1,
    to: 0.1,
    perTier: Math.ceil(perTier * 0.7),
  });
}
