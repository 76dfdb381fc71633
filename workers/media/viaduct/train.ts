import type { Ink } from '../raster.ts';
import { between, seeded, type Random } from './random.ts';
import { shows, type View } from './world.ts';

/** World y of the top of the rails. */
export const RAIL = 1768;
const COACH = { length: 646, pitch: 676, first: 150 } as const;
const ROOF = 1556;
const BODY = { top: 1584, bottom: 1734 } as const;
const WINDOW = { top: 1612, height: 62, width: 50, pitch: 67 } as const;

const INK = 'rgb(28 30 34)';
const CREAM = 'rgb(250 238 210)';

function paintwork(ink: Ink): CanvasGradient {
  const paint = ink.createLinearGradient(0, BODY.top, 0, BODY.bottom);
  paint.addColorStop(0, 'rgb(233 82 66)');
  paint.addColorStop(0.1, 'rgb(208 43 36)');
  paint.addColorStop(0.62, 'rgb(180 27 27)');
  paint.addColorStop(1, 'rgb(118 15 20)');
  return paint;
}

function roofing(ink: Ink): CanvasGradient {
  const metal = ink.createLinearGradient(0, ROOF, 0, BODY.top + 6);
  metal.addColorStop(0, 'rgb(232 234 232)');
  metal.addColorStop(0.45, 'rgb(170 176 178)');
  metal.addColorStop(1, 'rgb(96 103 108)');
  return metal;
}

/** Two axles in their frame. */
function bogie(ink: Ink, x: number): void {
  ink.fillStyle = INK;
  ink.fillRect(x - 66, RAIL - 34, 132, 16);
  for (const axle of [x - 38, x + 38]) {
    ink.beginPath();
    ink.arc(axle, RAIL - 22, 22, 0, 2 * Math.PI);
    ink.fillStyle = 'rgb(38 40 44)';
    ink.fill();
    ink.lineWidth = 4;
    ink.strokeStyle = 'rgb(120 122 122)';
    ink.stroke();
    ink.beginPath();
    ink.arc(axle, RAIL - 22, 7, 0, 2 * Math.PI);
    ink.fillStyle = 'rgb(150 146 136)';
    ink.fill();
  }
  ink.fillStyle = 'rgb(84 80 74)';
  ink.fillRect(x - 14, RAIL - 38, 28, 18);
}

function undercarriage(ink: Ink, left: number, random: Random): void {
  ink.fillStyle = INK;
  ink.fillRect(left + 10, BODY.bottom - 4, COACH.length - 20, 14);
  for (let x = left + 190; x < left + COACH.length - 220;) {
    const width = between(random, 30, 84);
    ink.fillStyle = random() < 0.5 ? 'rgb(58 60 62)' : 'rgb(44 46 50)';
    ink.fillRect(x, BODY.bottom + 4, width, between(random, 12, 20));
    x += width + between(random, 6, 18);
  }
  bogie(ink, left + 104);
  bogie(ink, left + COACH.length - 104);
}

/** A traveller by a lit window: head and shoulders. */
function traveller(ink: Ink, x: number, random: Random): void {
  const y = WINDOW.top + WINDOW.height;
  const tones = ['rgb(92 54 44)', 'rgb(60 66 92)', 'rgb(112 74 48)', 'rgb(58 78 70)'];
  ink.fillStyle = tones[Math.floor(random() * 4)] ?? INK;
  ink.beginPath();
  ink.ellipse(x, y, 13, 20, 0, Math.PI, 2 * Math.PI);
  ink.fill();
  ink.fillStyle = 'rgb(196 140 104)';
  ink.beginPath();
  ink.arc(x, y - 26, 7.5, 0, 2 * Math.PI);
  ink.fill();
}

function pane(ink: Ink, x: number, random: Random): void {
  const lit = random() < 0.55;
  const glass = ink.createLinearGradient(x, WINDOW.top, x + 24, WINDOW.top + WINDOW.height);
  glass.addColorStop(0, lit ? 'rgb(255 240 186)' : 'rgb(112 142 158)');
  glass.addColorStop(0.5, lit ? 'rgb(255 222 138)' : 'rgb(44 60 74)');
  glass.addColorStop(1, lit ? 'rgb(244 186 92)' : 'rgb(26 36 46)');
  ink.fillStyle = 'rgb(94 14 18)';
  ink.beginPath();
  ink.roundRect(x - 3, WINDOW.top - 3, WINDOW.width + 6, WINDOW.height + 6, 9);
  ink.fill();
  ink.fillStyle = glass;
  ink.beginPath();
  ink.roundRect(x, WINDOW.top, WINDOW.width, WINDOW.height, 7);
  ink.fill();
  if (lit && random() < 0.6) traveller(ink, x + between(random, 14, 36), random);
  ink.fillStyle = lit ? 'rgb(120 70 30 / 0.5)' : 'rgb(220 232 236 / 0.25)';
  ink.fillRect(x, WINDOW.top + 16, WINDOW.width, 2.4);
  ink.fillStyle = 'rgb(255 255 255 / 0.3)';
  ink.fillRect(x + 3, WINDOW.top + 2, WINDOW.width - 6, 2);
}

function door(ink: Ink, x: number): void {
  ink.strokeStyle = 'rgb(84 10 14)';
  ink.lineWidth = 3;
  ink.strokeRect(x, BODY.top + 12, 46, BODY.bottom - BODY.top - 16);
  ink.fillStyle = 'rgb(32 44 54)';
  ink.beginPath();
  ink.roundRect(x + 9, WINDOW.top, 28, 70, 6);
  ink.fill();
  ink.fillStyle = 'rgb(132 158 170 / 0.7)';
  ink.fillRect(x + 12, WINDOW.top + 4, 8, 34);
  ink.fillStyle = 'rgb(244 204 92)';
  ink.fillRect(x - 6, BODY.top + 52, 3, 58);
  ink.fillRect(x + 49, BODY.top + 52, 3, 58);
}

/** Stripe, shine along the shoulder, seams and shadow: what all bodies have. */
function trim(ink: Ink, left: number, length: number): void {
  ink.fillStyle = CREAM;
  ink.fillRect(left, 1692, length, 11);
  ink.fillRect(left, 1708, length, 3);
  ink.fillStyle = 'rgb(255 210 190 / 0.75)';
  ink.fillRect(left + 8, BODY.top + 6, length - 16, 3);
  ink.fillStyle = 'rgb(60 6 10 / 0.4)';
  for (let x = left + 80; x < left + length - 60; x += 118) ink.fillRect(x, BODY.top + 10, 1.4, 138);
}

function roof(ink: Ink, left: number, random: Random): void {
  ink.fillStyle = roofing(ink);
  ink.beginPath();
  ink.roundRect(left + 4, ROOF, COACH.length - 8, BODY.top - ROOF + 10, [22, 22, 0, 0]);
  ink.fill();
  ink.fillStyle = 'rgb(70 76 82 / 0.5)';
  for (let x = left + 26; x < left + COACH.length - 20; x += 27) ink.fillRect(x, ROOF + 3, 2, 28);
  for (const x of [left + between(random, 90, 160), left + between(random, 400, 470)]) {
    ink.fillStyle = 'rgb(140 146 148)';
    ink.fillRect(x, ROOF - 9, 92, 12);
    ink.fillStyle = 'rgb(210 214 212)';
    ink.fillRect(x, ROOF - 9, 92, 3);
  }
}

function coach(ink: Ink, left: number, seed: number): void {
  const random = seeded(seed);
  ink.fillStyle = 'rgb(36 36 40)';
  ink.fillRect(left + COACH.length - 4, BODY.top + 8, COACH.pitch - COACH.length + 8, 140);
  undercarriage(ink, left, random);
  roof(ink, left, random);
  ink.fillStyle = paintwork(ink);
  ink.beginPath();
  ink.roundRect(left, BODY.top, COACH.length, BODY.bottom - BODY.top, [10, 10, 6, 6]);
  ink.fill();
  trim(ink, left, COACH.length);
  door(ink, left + 16);
  door(ink, left + COACH.length - 62);
  for (let n = 0; n < 7; n++) pane(ink, left + 91 + n * WINDOW.pitch, random);
}

/** The coaches from left to right; the engine is drawn by `engine.ts`. */
export function coaches(view: View): void {
  if (!shows(view, { left: 0, right: 4000, top: ROOF - 20, bottom: RAIL + 10 })) return;
  for (let n = 0; n < 4; n++) coach(view.ink, COACH.first + n * COACH.pitch, 700 + n);
}

export const ENGINE_LEFT = COACH.first + 4 * COACH.pitch;
export const TRAIN = { roof: ROOF, body: BODY, paintwork, roofing, bogie, trim } as const;
