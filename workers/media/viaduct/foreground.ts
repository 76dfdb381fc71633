import { groundAt } from './opening.ts';
import { blend, css, shade, type Rgb } from './colour.ts';
import type { Fir } from './firs.ts';
import { between, seeded } from './random.ts';
import { shows, type View } from './world.ts';

const DEEP: Rgb = [18, 48, 48];
const GREEN: Rgb = [44, 88, 70];

interface Stand {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** How far in front of the viaduct's own ground they stand, in world units down the picture. */
  readonly front: readonly [number, number];
  readonly height: readonly [number, number];
  /** 0 in the sun and haze, 1 deep in the foreground. */
  readonly depth: number;
}

/** Groups of firs in front of the viaduct, the further ones first; the stream's valley stays open. */
const STANDS: readonly Stand[] = [
  { seed: 1, from: 40, to: 1560, count: 16, front: [24, 90], height: [330, 560], depth: 0 },
  { seed: 2, from: 2900, to: 3990, count: 13, front: [24, 90], height: [330, 580], depth: 0 },
  { seed: 3, from: -60, to: 1440, count: 13, front: [130, 260], height: [460, 760], depth: 0.45 },
  { seed: 4, from: 3010, to: 4060, count: 10, front: [130, 260], height: [480, 800], depth: 0.45 },
  { seed: 5, from: -80, to: 960, count: 7, front: [330, 460], height: [640, 960], depth: 1 },
  { seed: 6, from: 3420, to: 4090, count: 6, front: [330, 460], height: [680, 1060], depth: 1 },
];

export function plantForeground(): readonly Fir[] {
  return STANDS.flatMap((stand) => {
    const random = seeded(7700 + stand.seed);
    return Array.from({ length: stand.count }, (_, n): Fir => {
      const x = stand.from + ((n + random() * 0.9) / stand.count) * (stand.to - stand.from);
      const tone = shade(blend(GREEN, DEEP, stand.depth), between(random, 0.86, 1.16));
      const foot = groundAt(x) + between(random, ...stand.front);
      return { x, foot, height: between(random, ...stand.height), seed: 50000 + stand.seed * 100 + n, tone };
    });
  });
}

/** Tall grass where the piers meet the ground, so that they stand in the meadow and not on it. */
export function skirts(view: View): void {
  const { ink } = view;
  for (let n = 0; n < 2600; n++) {
    const random = seeded(31000 + n);
    const x = random() * 4000;
    const fromPier = Math.abs(((((x + 487) % 490) + 490) % 490) - 245);
    if (fromPier < 130) continue;
    const y = groundAt(x) + between(random, -4, 26);
    const tall = between(random, 18, 52);
    if (!shows(view, { left: x - 20, right: x + 20, top: y - tall, bottom: y })) continue;
    ink.fillStyle = css(shade([104, 138, 70], between(random, 0.5, 1.3)));
    ink.beginPath();
    ink.moveTo(x - 4, y);
    ink.lineTo(x + between(random, -14, 14), y - tall);
    ink.lineTo(x + 4, y);
    ink.fill();
  }
}
