import type { Ink } from '../raster.ts';
import { ENGINE_LEFT as LEFT, RAIL, TRAIN } from './train.ts';
import { shows, type View } from './world.ts';

const LENGTH = 590;
const RIGHT = LEFT + LENGTH;
/** World y of the contact wire, which the pantograph touches. */
export const WIRE = 1448;

/** The side: square at the back, a sloping nose at the front. */
function shell(ink: Ink, top: number): void {
  ink.beginPath();
  ink.moveTo(LEFT, TRAIN.body.bottom);
  ink.lineTo(LEFT, top + 12);
  ink.quadraticCurveTo(LEFT, top, LEFT + 12, top);
  ink.lineTo(RIGHT - 96, top);
  ink.bezierCurveTo(RIGHT - 44, top + 4, RIGHT - 14, top + 66, RIGHT - 2, top + 112);
  ink.quadraticCurveTo(RIGHT + 2, TRAIN.body.bottom - 4, RIGHT - 10, TRAIN.body.bottom);
  ink.closePath();
}

function grilles(ink: Ink): void {
  for (let n = 0; n < 3; n++) {
    const x = LEFT + 46 + n * 122;
    ink.fillStyle = 'rgb(64 16 20)';
    ink.fillRect(x, 1614, 104, 60);
    for (let y = 1617; y < 1672; y += 6) {
      ink.fillStyle = 'rgb(150 40 38)';
      ink.fillRect(x + 3, y, 98, 2.4);
    }
  }
}

function cab(ink: Ink): void {
  ink.fillStyle = 'rgb(30 42 52)';
  ink.beginPath();
  ink.moveTo(RIGHT - 142, 1610);
  ink.lineTo(RIGHT - 78, 1610);
  ink.quadraticCurveTo(RIGHT - 50, 1626, RIGHT - 36, 1668);
  ink.lineTo(RIGHT - 142, 1668);
  ink.closePath();
  ink.fill();
  ink.fillStyle = 'rgb(150 178 190 / 0.75)';
  ink.beginPath();
  ink.moveTo(RIGHT - 136, 1615);
  ink.lineTo(RIGHT - 100, 1615);
  ink.lineTo(RIGHT - 122, 1662);
  ink.lineTo(RIGHT - 136, 1662);
  ink.fill();
  ink.strokeStyle = 'rgb(84 10 14)';
  ink.lineWidth = 3;
  ink.strokeRect(RIGHT - 196, 1596, 42, 132);
  ink.fillStyle = 'rgb(255 222 138)';
  ink.fillRect(RIGHT - 188, 1614, 26, 46);
}

function lamps(ink: Ink): void {
  const glow = ink.createRadialGradient(RIGHT - 20, 1714, 2, RIGHT - 20, 1714, 74);
  glow.addColorStop(0, 'rgb(255 246 206 / 0.95)');
  glow.addColorStop(0.2, 'rgb(255 232 160 / 0.4)');
  glow.addColorStop(1, 'rgb(255 232 160 / 0)');
  ink.fillStyle = glow;
  ink.fillRect(RIGHT - 96, 1638, 152, 152);
  ink.fillStyle = 'rgb(255 250 230)';
  ink.beginPath();
  ink.ellipse(RIGHT - 20, 1714, 8, 10, 0, 0, 2 * Math.PI);
  ink.fill();
  ink.fillStyle = 'rgb(30 32 36)';
  ink.fillRect(RIGHT - 6, 1736, 26, 9);
}

/** The folded arm that takes the current from the wire. */
function pantograph(ink: Ink, x: number): void {
  ink.strokeStyle = 'rgb(54 56 60)';
  ink.lineWidth = 6;
  ink.lineJoin = 'round';
  ink.beginPath();
  ink.moveTo(x - 70, TRAIN.roof - 8);
  ink.lineTo(x + 34, TRAIN.roof - 56);
  ink.lineTo(x - 8, WIRE + 6);
  ink.stroke();
  ink.lineWidth = 3;
  ink.beginPath();
  ink.moveTo(x - 56, TRAIN.roof - 4);
  ink.lineTo(x + 26, TRAIN.roof - 50);
  ink.moveTo(x - 40, WIRE + 5);
  ink.lineTo(x + 26, WIRE + 5);
  ink.stroke();
  ink.fillStyle = 'rgb(120 62 48)';
  for (const foot of [x - 84, x - 62, x + 10]) ink.fillRect(foot, TRAIN.roof - 12, 12, 14);
}

export function engine(view: View): void {
  const { ink } = view;
  if (!shows(view, { left: LEFT, right: RIGHT + 60, top: WIRE, bottom: RAIL + 10 })) return;
  ink.fillStyle = 'rgb(40 42 46)';
  ink.fillRect(LEFT + 20, TRAIN.body.bottom - 6, LENGTH - 50, 18);
  TRAIN.bogie(ink, LEFT + 110);
  TRAIN.bogie(ink, RIGHT - 130);
  ink.fillStyle = TRAIN.roofing(ink);
  ink.beginPath();
  ink.roundRect(LEFT + 6, TRAIN.roof, LENGTH - 150, 60, [18, 46, 0, 0]);
  ink.fill();
  shell(ink, TRAIN.body.top);
  ink.fillStyle = TRAIN.paintwork(ink);
  ink.fill();
  ink.save();
  shell(ink, TRAIN.body.top);
  ink.clip();
  TRAIN.trim(ink, LEFT, LENGTH);
  ink.restore();
  grilles(ink);
  cab(ink);
  lamps(ink);
  pantograph(ink, LEFT + 210);
}
