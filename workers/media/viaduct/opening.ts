import type { Ink } from '../raster.ts';
import { RAIL } from './train.ts';
import { shows, WORLD, type View } from './world.ts';

/** World units. Arches are half circles of radius `OPEN` that stand on piers, one every `PITCH`. */
export const PITCH = 490;
export const OPEN = 176;
/** World y from which the arches spring, and of the wall's upper edge. */
export const SPRING = 2096;
export const WALL = RAIL + 64;
/** How far the walls under an arch recede towards the eye's vanishing point. */
export const DEPTH = 0.062;
export const VANISH = { x: 2000, y: 2290 } as const;
/** Piers grow wider downwards by this much a side. */
const BATTER = 16;
const FIRST = -242;

/** World x of the arches' and of the piers' middles. */
export const ARCHES: readonly number[] = Array.from({ length: 10 }, (_, i) => FIRST + i * PITCH);
export const PIERS: readonly number[] = Array.from({ length: 11 }, (_, i) => FIRST + (i - 0.5) * PITCH);

/** World y of the ground where a pier stands: the valley is deepest in the middle. */
export function groundAt(x: number): number {
  const t = (x - 2080) / 2000;
  return 2862 - 300 * t * t + Math.sin(x * 0.006) * 14;
}

/** The opening under the arch at `x`, moved and shrunk towards the vanishing point by `depth`. */
export function opening(ink: Ink, x: number, depth: number): void {
  const cx = x + (VANISH.x - x) * depth;
  const spring = SPRING + (VANISH.y - SPRING) * depth;
  const radius = OPEN * (1 - depth);
  ink.moveTo(cx - radius + BATTER, WORLD.height + 10);
  ink.lineTo(cx - radius, spring);
  ink.arc(cx, spring, radius, Math.PI, 0);
  ink.lineTo(cx + radius - BATTER, WORLD.height + 10);
  ink.closePath();
}

/** Cuts the openings out of what was drawn. */
export function cutOpenings(ink: Ink, arches: readonly number[], depth: number): void {
  ink.save();
  ink.globalCompositeOperation = 'destination-out';
  ink.beginPath();
  for (const x of arches) opening(ink, x, depth);
  ink.fillStyle = 'black';
  ink.fill();
  ink.restore();
}

/** Could anything behind the viaduct be seen between these two world x, below the deck? */
export function seenThrough(left: number, right: number): boolean {
  return ARCHES.some((x) => {
    const middle = x + (VANISH.x - x) * DEPTH;
    return right > middle - OPEN && left < middle + OPEN;
  });
}

/** Does the band show anything of the arch or pier at `x`? */
export function near(view: View, x: number): boolean {
  return shows(view, { left: x - OPEN, right: x + OPEN, top: RAIL, bottom: WORLD.height });
}
