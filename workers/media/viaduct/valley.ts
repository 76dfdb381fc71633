import type { Ink } from '../raster.ts';
import { seenThrough } from './opening.ts';
import { blend, css, shade, type Rgb } from './colour.ts';
import { drawFir } from './firs.ts';
import { between, seeded, type Random } from './random.ts';
import { shows, WORLD, type View } from './world.ts';

const FAR = 2400;
const GRASS: readonly [Rgb, Rgb] = [
  [172, 190, 112],
  [92, 128, 62],
];

/** A round thing in three layers: how far each is shifted to the light, its size, its brightness. */
const TUFTS = [
  [0, 1, 0.66],
  [0.14, 0.8, 0.95],
  [0.32, 0.46, 1.22],
] as const;

/** How near a world y on the valley floor is: 0 far, 1 at the lower edge. */
function nearness(y: number): number {
  return Math.max(0, Math.min(1, (y - FAR) / (WORLD.height - FAR)));
}

function grassAt(y: number, by: number): Rgb {
  return shade(blend(GRASS[0], GRASS[1], nearness(y) ** 0.8), by);
}

/** The stream's middle and half its width at a world y: it comes out of the woods and swings to the left. */
function streamAt(y: number): { readonly x: number; readonly half: number } {
  const t = nearness(y);
  const swing = 40 * (0.3 + t) * Math.sin(7 * t) - 900 * Math.max(0, t - 0.77) ** 1.5;
  return { x: 2250 + swing, half: 24 + 150 * t ** 1.4 };
}

export function meadow(view: View): void {
  const { ink } = view;
  const ground = ink.createLinearGradient(0, FAR, 0, WORLD.height);
  ground.addColorStop(0, css(grassAt(FAR, 1)));
  ground.addColorStop(0.4, css(grassAt(FAR + 240, 1)));
  ground.addColorStop(1, css(grassAt(WORLD.height, 0.9)));
  ink.fillStyle = ground;
  ink.beginPath();
  ink.moveTo(0, WORLD.height);
  for (let x = 0; x <= WORLD.width; x += 20) ink.lineTo(x, edgeAt(x));
  ink.lineTo(WORLD.width, WORLD.height);
  ink.fill();
  seedlings(view);
  patches(view);
  tufts(view);
}

/** World y where the meadow begins, under the woods. */
function edgeAt(x: number): number {
  return FAR + 38 + Math.sin(x * 0.011) * 9 + Math.sin(x * 0.037) * 4;
}

/** Young firs along the edge of the woods, and the shade under them. */
function seedlings(view: View): void {
  for (let n = 0; n < 360; n++) {
    const random = seeded(2200 + n);
    const x = random() * WORLD.width;
    const height = between(random, 24, 84);
    const foot = edgeAt(x) + between(random, -6, 16);
    if (!seenThrough(x - height / 4, x + height / 4)) continue;
    view.ink.fillStyle = 'rgb(38 66 48 / 0.45)';
    view.ink.beginPath();
    view.ink.ellipse(x + height * 0.12, foot, height * 0.34, height * 0.07, 0, 0, 2 * Math.PI);
    view.ink.fill();
    const tone: Rgb = blend([54, 98, 76], [104, 134, 82], random());
    drawFir(view, { x, foot, height, seed: 2200 + n, tone });
  }
}

/** Where the grass was mown, where it is drier, where a cloud stands. */
function patches({ ink }: View): void {
  const random = seeded(81);
  for (let n = 0; n < 120; n++) {
    const y = between(random, FAR + 40, WORLD.height);
    const wide = between(random, 60, 300) * (0.3 + nearness(y));
    const tone = grassAt(y, between(random, 0.84, 1.16));
    ink.fillStyle = css(tone, 0.4);
    ink.beginPath();
    ink.ellipse(random() * WORLD.width, y, wide, wide * 0.12, 0, 0, 2 * Math.PI);
    ink.fill();
  }
}

/** Blades in bunches, taller towards the front; a flower here and there. */
function tufts(view: View): void {
  const count = view.scale < 0.4 ? 1200 : 3400;
  for (let n = 0; n < count; n++) {
    const random = seeded(9000 + n);
    const y = FAR + 40 + (WORLD.height - FAR) * random() ** 0.7;
    const x = random() * WORLD.width;
    const tall = 6 + 26 * nearness(y);
    if (y < 2600 && !seenThrough(x - tall, x + tall)) continue;
    if (!shows(view, { left: x - tall, right: x + tall, top: y - tall * 1.5, bottom: y })) continue;
    tuft(view.ink, x, y, { tall, random });
  }
}

function tuft(ink: Ink, x: number, y: number, { tall, random }: { tall: number; random: Random }): void {
  ink.fillStyle = css(grassAt(y, between(random, 0.66, 1.34)));
  ink.beginPath();
  for (let blade = 0; blade < 5; blade++) {
    const foot = x + between(random, -0.6, 0.6) * tall;
    const tip = foot + between(random, -0.35, 0.45) * tall;
    ink.moveTo(foot - tall * 0.06, y);
    ink.lineTo(tip, y - tall * between(random, 0.6, 1.2));
    ink.lineTo(foot + tall * 0.06, y);
  }
  ink.fill();
  const flower = random();
  if (flower > 0.16) return;
  ink.fillStyle = flower < 0.06 ? 'rgb(250 214 84)' : flower < 0.11 ? 'rgb(248 244 236)' : 'rgb(190 120 176)';
  ink.beginPath();
  ink.arc(x, y - tall, tall * 0.1 + 0.8, 0, 2 * Math.PI);
  ink.fill();
}

function streamPath(ink: Ink, wider: number): void {
  ink.beginPath();
  for (let y = FAR + 40; y <= WORLD.height + 20; y += 20) {
    const { x, half } = streamAt(y);
    ink.lineTo(x - half * wider, y);
  }
  for (let y = WORLD.height + 20; y >= FAR + 40; y -= 20) {
    const { x, half } = streamAt(y);
    ink.lineTo(x + half * wider, y);
  }
  ink.closePath();
}

export function stream(view: View): void {
  const { ink } = view;
  if (!shows(view, { left: 1500, right: 2600, top: FAR, bottom: WORLD.height })) return;
  streamPath(ink, 1.13);
  ink.fillStyle = 'rgb(112 110 84)';
  ink.fill();
  streamPath(ink, 1.04);
  ink.fillStyle = 'rgb(74 92 86)';
  ink.fill();
  const water = ink.createLinearGradient(0, FAR, 0, WORLD.height);
  water.addColorStop(0.06, 'rgb(62 96 88)');
  water.addColorStop(0.16, 'rgb(190 212 210)');
  water.addColorStop(0.4, 'rgb(142 184 196)');
  water.addColorStop(1, 'rgb(82 136 158)');
  ink.save();
  streamPath(ink, 1);
  ink.fillStyle = water;
  ink.fill();
  ink.clip();
  ripples(view);
  ink.restore();
  boulders(view);
}

/** Light on the water: flat slivers, longer towards the front. */
function ripples({ ink, scale }: View): void {
  const random = seeded(404);
  const count = scale < 0.4 ? 420 : 1100;
  const tones = [
    'rgb(240 248 246 / 0.75)',
    'rgb(190 218 224 / 0.6)',
    'rgb(48 96 112 / 0.4)',
    'rgb(64 118 108 / 0.4)',
  ];
  for (let n = 0; n < count; n++) {
    const y = FAR + 40 + (WORLD.height - FAR) * random() ** 0.75;
    const { x, half } = streamAt(y);
    const long = (8 + 74 * nearness(y)) * between(random, 0.3, 1);
    ink.fillStyle = tones[Math.floor(random() * tones.length)] ?? 'white';
    ink.beginPath();
    ink.ellipse(
      x + between(random, -1, 1) * half,
      y,
      long,
      1 + long * 0.055,
      between(random, -0.06, 0.06),
      0,
      2 * Math.PI,
    );
    ink.fill();
  }
}

/** Stones along the banks, and a few in the water. */
function boulders({ ink }: View): void {
  const random = seeded(1212);
  for (let n = 0; n < 150; n++) {
    const y = FAR + 60 + (WORLD.height - FAR) * random() ** 0.8;
    const { x, half } = streamAt(y);
    const size = (4 + 24 * nearness(y)) * between(random, 0.4, 1.1);
    const side =
      n % 9 === 0 ? between(random, -0.7, 0.7) : (random() < 0.5 ? -1 : 1) * between(random, 0.97, 1.14);
    const grey = between(random, 110, 176);
    stone(ink, x + side * half, y, { size, tone: [grey, grey - 5, grey - 14] });
  }
}

function stone(ink: Ink, x: number, y: number, { size, tone }: { size: number; tone: Rgb }): void {
  for (const [lift, part, light] of TUFTS) {
    ink.fillStyle = css(shade(tone, light));
    ink.beginPath();
    ink.ellipse(
      x - lift * size * 0.7,
      y - lift * size * 0.7,
      size * part,
      size * 0.6 * part,
      0,
      0,
      2 * Math.PI,
    );
    ink.fill();
  }
}
