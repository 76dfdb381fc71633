import type { Refresh } from '../../measure/refresh.ts';
import type { Options } from './options.ts';

/** Of a frame interval, where no slice is set: the rest is for the frame's own work. */
const SLICE_SHARE = 0.7;
/** Of a frame interval: with its frame it still fits into two. */
const LONGEST_SHARE = 1.75;
const USUAL_INTERVAL_MS = 1000 / 60;

/** Where slices begin on most screens, in ms. */
export const USUAL_SLICE_MS = Math.round(USUAL_INTERVAL_MS * SLICE_SHARE);

export interface SliceLengths {
  readonly sliceMs: number;
  readonly longestSliceMs: number;
}

/** How long slices of the chunked strategy are here, in ms: as set, or from 0.7 of a frame up to one and three quarters. */
export function sliceLengths(options: Options, refresh: Refresh | null): SliceLengths {
  if (options.slice !== null) return { sliceMs: options.slice, longestSliceMs: options.slice };
  const interval = refresh?.intervalMs ?? USUAL_INTERVAL_MS;
  return { sliceMs: interval * SLICE_SHARE, longestSliceMs: interval * LONGEST_SHARE };
}

/** "8 ms slices", or "short slices" where their length follows the page. */
export function slicesInWords({ slice }: Pick<Options, 'slice'>): string {
  return slice === null ? 'short slices' : `${String(slice)} ms slices`;
}
