import type { Ink } from '../raster.ts';
import { WIRE } from './engine.ts';
import { between, seeded } from './random.ts';
import { RAIL } from './train.ts';
import { shows, WORLD, type View } from './world.ts';

/** World units between two masts. */
const SPAN = 735;
const MASTS: readonly number[] = [-215, 520, 1255, 1990, 2725, 3460, 4195];
const MAST_TOP = 1372;
const STEEL = 'rgb(62 70 72)';

/** The railing along the far edge of the deck. */
export function railing({ ink }: View): void {
  ink.fillStyle = 'rgb(74 84 86)';
  for (let x = 10; x < WORLD.width; x += 49) ink.fillRect(x, RAIL - 62, 5, 66);
  for (const y of [RAIL - 62, RAIL - 40, RAIL - 20]) ink.fillRect(0, y, WORLD.width, 4);
}

/** Ballast, sleepers' ends and the rail. */
export function track({ ink, scale }: View): void {
  ink.fillStyle = 'rgb(104 97 89)';
  ink.fillRect(0, RAIL - 2, WORLD.width, 12);
  const random = seeded(515);
  const stones = scale < 0.4 ? 700 : 2600;
  for (let n = 0; n < stones; n++) {
    const grey = Math.floor(between(random, 70, 168));
    ink.fillStyle = `rgb(${grey} ${grey - 5} ${grey - 12})`;
    ink.fillRect(
      random() * WORLD.width,
      RAIL - 3 + random() * 9,
      between(random, 3, 8),
      between(random, 2, 5),
    );
  }
  ink.fillStyle = 'rgb(66 50 44)';
  ink.fillRect(0, RAIL - 6, WORLD.width, 5);
  ink.fillStyle = 'rgb(196 198 196)';
  ink.fillRect(0, RAIL - 7, WORLD.width, 1.6);
}

function mast(ink: Ink, x: number): void {
  ink.fillStyle = STEEL;
  ink.fillRect(x - 9, MAST_TOP, 5, RAIL - MAST_TOP);
  ink.fillRect(x + 4, MAST_TOP, 5, RAIL - MAST_TOP);
  ink.strokeStyle = STEEL;
  ink.lineWidth = 2.4;
  ink.beginPath();
  for (let y = MAST_TOP + 6; y < RAIL - 20; y += 26) {
    ink.moveTo(x - 6, y);
    ink.lineTo(x + 6, y + 13);
    ink.lineTo(x - 6, y + 26);
  }
  ink.stroke();
  ink.fillStyle = 'rgb(178 184 180)';
  ink.fillRect(x - 9, MAST_TOP, 1.6, RAIL - MAST_TOP);
  bracket(ink, x);
}

/** The arm that holds both wires away from the mast, with its insulators. */
function bracket(ink: Ink, x: number): void {
  ink.strokeStyle = STEEL;
  ink.lineWidth = 6;
  ink.beginPath();
  ink.moveTo(x, MAST_TOP + 20);
  ink.lineTo(x + 132, MAST_TOP + 10);
  ink.moveTo(x, MAST_TOP + 78);
  ink.lineTo(x + 96, MAST_TOP + 14);
  ink.moveTo(x + 40, MAST_TOP + 54);
  ink.lineTo(x + 118, WIRE);
  ink.stroke();
  ink.fillStyle = 'rgb(126 70 52)';
  for (let n = 0; n < 3; n++) {
    ink.fillRect(x + 14 + n * 7, MAST_TOP + 13, 5, 14);
    ink.fillRect(x + 12 + n * 7, MAST_TOP + 62 - n * 4, 5, 14);
  }
}

/** World y of the messenger wire `t` (0…1) of the way from one mast to the next. */
function sag(t: number): number {
  return MAST_TOP + 12 + 4 * 50 * t * (1 - t);
}

function wires(ink: Ink, from: number): void {
  ink.strokeStyle = 'rgb(52 58 62)';
  ink.lineWidth = 3;
  ink.beginPath();
  ink.moveTo(from + 118, WIRE);
  ink.lineTo(from + 118 + SPAN, WIRE);
  ink.moveTo(from + 118, sag(0));
  for (let t = 0.05; t < 1.01; t += 0.05) ink.lineTo(from + 118 + SPAN * t, sag(t));
  ink.stroke();
  ink.lineWidth = 1.6;
  ink.beginPath();
  for (let t = 0.1; t < 0.95; t += 0.1) {
    ink.moveTo(from + 118 + SPAN * t, sag(t));
    ink.lineTo(from + 118 + SPAN * t, WIRE);
  }
  ink.stroke();
}

/** Masts and wires. The masts stand behind the train, the wires hang in front. */
export function masts(view: View): void {
  if (!shows(view, { left: 0, right: WORLD.width, top: MAST_TOP - 10, bottom: RAIL })) return;
  for (const x of MASTS) mast(view.ink, x);
  for (const x of MASTS) wires(view.ink, x);
}
