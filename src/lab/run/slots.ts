import type { FrameCell } from '../../measure/frames.ts';
import type { Slot } from '../../ui/charts/strip-layout.ts';

/** A meter's cells as the frame strip draws them: each frame closes the slot before it. */
export function slotsOf(cells: readonly FrameCell[], intervalMs: number): Slot[] {
  return cells.map(({ kind, atMs }, i) => {
    const before = cells[i - 1]?.atMs ?? atMs - intervalMs;
    const startMs = Math.max(before, kind === 'idle' ? atMs - intervalMs : before);
    return { state: kind, startMs, endMs: atMs };
  });
}
