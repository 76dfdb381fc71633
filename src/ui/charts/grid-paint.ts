/** Lines on the shared time axis, apart from the strips: a first visit draws the grid alone. */
import { type Axis, axisTicks, xOf } from './axis.ts';
import type { Surface } from './paint.ts';

/** The time grid behind strips, lanes and forecasts: 0 in `rule`, the others in `grat`. */
export function paintGrid({ context, palette }: Surface, axis: Axis, top: number, height: number): void {
  for (const { ms } of axisTicks(axis)) {
    context.fillStyle = ms === 0 ? palette.rule : palette.grat;
    context.fillRect(Math.round(xOf(axis, ms)), top, 1, height);
  }
}
