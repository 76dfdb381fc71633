import { quantile } from './quantile.ts';

/** The screen's own beat. */
export interface Refresh {
  /** Time from one frame to the next, ms. */
  readonly intervalMs: number;
  readonly hz: number;
  /** The screen follows what it is given (adaptive sync): the interval is then what was usual. */
  readonly varies: boolean;
}

/** A steady screen shows a frame after one interval or several; this share of them may be elsewhere. */
const ASTRAY = 0.3;
/** How far from a whole number of intervals is "elsewhere": clocks of 1 ms steps stay inside up to 165 Hz. */
const OFF_BEAT = 0.2;

/** Rates that screens are built for. */
const KNOWN_HZ = [30, 60, 72, 75, 90, 120, 144, 165] as const;
/** How near a rate must be to be taken for a known one (measured: clocks of 1 ms steps stay inside). */
const SNAP = 0.05;
/** The first deltas after a start are odd. */
const DROP = 3;
const MIN_DELTAS = 60;
/** Low, because load only ever makes deltas longer; not the minimum, because a late frame is followed by a short one. */
const LOW = 0.2;
/** Outside this no screen is known: a clock made coarse on purpose gives steps of 0 and 100 ms. */
const MIN_MS = 2;
const MAX_MS = 150;

/** How many consecutive idle frames an estimate needs. */
export const FRAMES_FOR_ESTIMATE = MIN_DELTAS + DROP + 1;

/**
 * Estimates the frame interval from the timestamps (ms) of consecutive frames of an idle page.
 * A low percentile finds the single-interval deltas, their mean gives the beat also where the clock only
 * ticks in whole milliseconds, and a rate within 5 % of a known one is taken to be it.
 * `null`: fewer than 60 usable deltas, or no beat to be seen.
 */
export function estimateInterval(timestamps: ArrayLike<number>): Refresh | null {
  const deltas = deltasOf(timestamps).slice(DROP);
  if (deltas.length < MIN_DELTAS) return null;
  const beat = beatIn(deltas);
  if (beat === null) return null;
  return varies(deltas, beat) ? { ...exact(beat), varies: true } : { ...snapped(beat), varies: false };
}

/** The interval that a few consecutive idle frames show, ms, as it is; `null`: no beat to be seen. */
export function beatOf(timestamps: ArrayLike<number>): number | null {
  return beatIn(deltasOf(timestamps));
}

function beatIn(deltas: readonly number[]): number | null {
  const low = quantile(deltas, LOW);
  if (low === null || low < MIN_MS) return null;
  const beat = meanNear(deltas, meanNear(deltas, low));
  return beat > MAX_MS ? null : beat;
}

function deltasOf(timestamps: ArrayLike<number>): number[] {
  const deltas: number[] = [];
  for (let i = 1; i < timestamps.length; i++) {
    deltas.push((timestamps[i] as number) - (timestamps[i - 1] as number));
  }
  return deltas;
}

/** The mean of the deltas that can be one interval of about `centre`: neither a short catch-up nor two in one. */
function meanNear(deltas: readonly number[], centre: number): number {
  const near = deltas.filter((delta) => delta > centre * 0.6 && delta < centre * 1.5);
  return near.reduce((sum, delta) => sum + delta, 0) / near.length;
}

/** Whether many deltas are no whole number of intervals. */
function varies(deltas: readonly number[], intervalMs: number): boolean {
  const astray = deltas.filter((delta) => {
    const slots = delta / intervalMs;
    return Math.abs(slots - Math.max(1, Math.round(slots))) > OFF_BEAT;
  });
  return astray.length > ASTRAY * deltas.length;
}

type Beat = Omit<Refresh, 'varies'>;

function exact(intervalMs: number): Beat {
  return { intervalMs, hz: Math.round(10_000 / intervalMs) / 10 };
}

function snapped(intervalMs: number): Beat {
  const hz = 1000 / intervalMs;
  const off = (known: number): number => Math.abs(hz / known - 1);
  const nearest = KNOWN_HZ.reduce((best, known) => (off(known) < off(best) ? known : best));
  if (off(nearest) <= SNAP) return { intervalMs: 1000 / nearest, hz: nearest };
  return exact(intervalMs);
}
