import { MAX_WORKERS } from './options.ts';

/** Runs of each count: fewer say nothing about what is a difference and what is chance. */
export const CURVE_RUNS = 3;
/** A device that reports few cores may have more, and what more workers cost is worth seeing too. */
const LEAST = 4;
/** Beyond these the steps grow: a class doesn't wait for sixteen counts. */
const COUNTS = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16];

/** The numbers of workers that a speed-up curve measures here. More than there are parts can't all work. */
export function curveCounts(cores: number | undefined, parts: number): readonly number[] {
  const most = Math.min(MAX_WORKERS, Math.max(LEAST, cores ?? LEAST), parts);
  const counts = COUNTS.filter((count) => count <= most);
  return counts.at(-1) === most || most < 1 ? counts : [...counts, most];
}
