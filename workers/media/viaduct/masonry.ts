import type { Ink } from '../raster.ts';
import { css, shade, type Rgb } from './colour.ts';
import { between, pick, seeded, type Random } from './random.ts';
import { shows, type Box, type View } from './world.ts';

/** Limestone as it comes from the quarry: warm, with a few grey and a few rusty blocks. */
const STONES: readonly [Rgb, ...Rgb[]] = [
  [206, 192, 166],
  [190, 175, 149],
  [171, 158, 136],
  [198, 182, 152],
  [154, 144, 127],
  [214, 202, 179],
  [182, 160, 131],
  [165, 162, 150],
  [141, 132, 117],
];
export const MORTAR = 'rgb(128 117 100)';

export interface Wall extends Box {
  readonly seed: number;
  /** Height of a course, and the range of a block's length, in world units. */
  readonly course: number;
  readonly shortest: number;
  readonly longest: number;
  /** 1 in the sun; less in the shade. */
  readonly light: number;
}

/** Lays courses of blocks, each tinted on its own; joints show what was there before. */
export function layWall(view: View, wall: Wall): void {
  let course = 0;
  for (let y = wall.top; y < wall.bottom; y += wall.course) {
    const box = { left: wall.left, right: wall.right, top: y, bottom: y + wall.course };
    if (shows(view, box)) layCourse(view, wall, y, course);
    course++;
  }
}

function layCourse(view: View, wall: Wall, y: number, course: number): void {
  const random = seeded(wall.seed + course * 131);
  let x = wall.left - random() * wall.shortest * 0.9;
  while (x < wall.right) {
    const length = between(random, wall.shortest, wall.longest);
    const left = Math.max(wall.left, x);
    const right = Math.min(wall.right, x + length);
    if (right - left > 4)
      block(
        view,
        { left, right, top: y, bottom: Math.min(wall.bottom, y + wall.course) },
        random,
        wall.light,
      );
    x += length;
  }
}

/** One block: its tint, a lit upper edge, a shaded lower one, and some pits. */
function block({ ink, scale }: View, box: Box, random: Random, light: number): void {
  const tint = shade(pick(random, STONES), light * between(random, 0.9, 1.08));
  const width = box.right - box.left - 2.2;
  const height = box.bottom - box.top - 2.2;
  ink.fillStyle = css(tint);
  ink.fillRect(box.left + 1.1, box.top + 1.1, width, height);
  if (scale < 0.4) return;
  ink.fillStyle = css(shade(tint, 1.13));
  ink.fillRect(box.left + 1.1, box.top + 1.1, width, 2.2);
  ink.fillStyle = css(shade(tint, 0.76));
  ink.fillRect(box.left + 1.1, box.bottom - 3.6, width, 2.5);
  ink.fillRect(box.right - 2.9, box.top + 1.1, 1.8, height);
  if (scale > 0.55 && light > 0.8) pits(ink, box, random, css(shade(tint, 0.84)));
}

function pits(ink: Ink, box: Box, random: Random, tone: string): void {
  ink.fillStyle = tone;
  for (let n = 0; n < 3; n++) {
    const x = between(random, box.left + 4, box.right - 8);
    const y = between(random, box.top + 4, box.bottom - 7);
    ink.fillRect(x, y, between(random, 2, 7), between(random, 1.2, 2.6));
  }
}

export interface Ring {
  readonly x: number;
  /** World y of the springing line. */
  readonly y: number;
  readonly inner: number;
  readonly outer: number;
  readonly seed: number;
}

const WEDGES = 19;

/** The arch ring: wedges of stone, the keystone taller and lighter. */
export function layRing({ ink }: View, ring: Ring): void {
  const random = seeded(ring.seed);
  for (let n = 0; n < WEDGES; n++) {
    const key = n === (WEDGES - 1) / 2;
    const outer = ring.outer + (key ? 14 : n % 2 === 0 ? 5 : 0);
    const from = Math.PI * (1 + n / WEDGES) + 0.006;
    const to = Math.PI * (1 + (n + 1) / WEDGES) - 0.006;
    const tint = shade(pick(random, STONES), between(random, 0.98, 1.1) * (key ? 1.08 : 1) * (1 - n * 0.006));
    ink.beginPath();
    ink.arc(ring.x, ring.y, ring.inner, from, to);
    ink.arc(ring.x, ring.y, outer, to, from, true);
    ink.closePath();
    ink.fillStyle = css(tint);
    ink.fill();
    ink.beginPath();
    ink.arc(ring.x, ring.y, ring.inner + 2, from, to);
    ink.strokeStyle = css(shade(tint, 0.72));
    ink.lineWidth = 3;
    ink.stroke();
  }
}
