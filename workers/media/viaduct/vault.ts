import { layWall } from './masonry.ts';
import { cutOpenings, DEPTH, groundAt, OPEN, SPRING, VANISH, WALL } from './opening.ts';
import type { View } from './world.ts';

const COURSE = { course: 24, shortest: 20, longest: 34 } as const;

/** The walls under one arch: the vault, and the jamb that shows, in the shade where it looks away from the sun. */
function inside(view: View, x: number): void {
  const { ink } = view;
  const left = x - OPEN;
  const right = x + OPEN;
  const bottom = groundAt(x);
  const away = x < VANISH.x;
  const jamb = Math.abs(VANISH.x - x) * DEPTH + 34;
  ink.fillStyle = 'rgb(70 66 62)';
  ink.fillRect(left, WALL, right - left, bottom - WALL);
  const stone = { ...COURSE, seed: 900 + x, light: away ? 0.5 : 0.68 };
  layWall(view, { ...stone, left, right, top: SPRING - OPEN, bottom: SPRING + 24 });
  const side = away ? { left, right: left + jamb } : { left: right - jamb, right };
  layWall(view, { ...stone, ...side, top: SPRING + 24, bottom });
  const gloom = ink.createLinearGradient(0, SPRING - OPEN, 0, SPRING + 160);
  gloom.addColorStop(0, 'rgb(24 26 34 / 0.75)');
  gloom.addColorStop(1, 'rgb(24 26 34 / 0.1)');
  ink.fillStyle = gloom;
  ink.fillRect(left, WALL, right - left, bottom - WALL);
}

/** What is seen of the stone under the arches, before the front is put over it. */
export function vaults(view: View, arches: readonly number[]): void {
  for (const x of arches) inside(view, x);
  cutOpenings(view.ink, arches, DEPTH);
}
