import type { Refresh } from '../../measure/refresh.ts';
import type { Options } from './options.ts';

/** Of a frame interval, where no slice is set: the rest is for the frame's own work. */
const SLICE_SHARE = 0.5;
const USUAL_INTERVAL_MS = 1000 / 60;

/** How long a slice of the chunked strategy is here, in ms. */
export function sliceMs(options: Options, refresh: Refresh | null): number {
  return options.slice ?? (refresh?.intervalMs ?? USUAL_INTERVAL_MS) * SLICE_SHARE;
}
