import type { Palette } from '../../ui/charts/palette.ts';

/** Nobody has worked on it yet. */
export const NO_THREAD = 255;

/** Neighbouring numbers lie far apart on the circle of hues: the golden angle, in degrees. */
const TURN = 137.508;

/** The colour of a thread's bars, on light and on dark: ink for the page, a hue of its own for each worker. */
export function threadColour(thread: number, palette: Pick<Palette, 'ink-3'>): string {
  return thread === 0 ? palette['ink-3'] : workerColour(thread);
}

export function workerColour(worker: number): string {
  return `oklch(64% 0.13 ${String(((worker - 1) * TURN + 225) % 360)})`;
}

export interface Share {
  readonly thread: number;
  readonly name: string;
  /** Of the work, in percent. */
  readonly percent: number;
}

/** Who did how much of the work so far. */
export function sharesOf(threads: Uint8Array): Share[] {
  const bins = new Map<number, number>();
  for (const thread of threads) {
    if (thread !== NO_THREAD) bins.set(thread, (bins.get(thread) ?? 0) + 1);
  }
  return [...bins]
    .sort(([a], [b]) => a - b)
    .map(([thread, count]) => ({
      thread,
      name: thread === 0 ? 'page' : `worker ${String(thread)}`,
      percent: Math.round((100 * count) / threads.length),
    }));
}
