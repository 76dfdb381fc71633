/** The gaps between frames as a plot and as the table behind it. Pure arithmetic, in ms. */
import type { Strategy } from '../strategy.ts';

export interface FrameSeries {
  readonly strategy: Strategy;
  /** When frames began, since the run did. */
  readonly timesMs: readonly number[];
  readonly wallMs: number;
}

export interface GapRow {
  readonly strategy: Strategy;
  readonly frames: number;
  readonly medianMs: number;
  readonly longestMs: number;
  /** When the longest gap ended, since the run began. */
  readonly longestAtMs: number;
  /** Gaps of more than 50 ms: a person sees them. */
  readonly felt: number;
}

const FELT_MS = 50;

export interface Gaps {
  /** When each gap ended, and how long it was. */
  readonly atMs: number[];
  readonly gapMs: number[];
}

export function gapsOf({ timesMs }: Pick<FrameSeries, 'timesMs'>): Gaps {
  const atMs = timesMs.slice(1);
  return { atMs, gapMs: atMs.map((at, i) => at - (timesMs[i] ?? at)) };
}

/** `null`: no two frames, so no gap. */
export function gapRow(series: FrameSeries): GapRow | null {
  const { atMs, gapMs } = gapsOf(series);
  if (gapMs.length === 0) return null;
  const sorted = [...gapMs].sort((a, b) => a - b);
  const longestMs = sorted.at(-1) ?? 0;
  return {
    strategy: series.strategy,
    frames: atMs.length,
    medianMs: sorted[Math.floor((sorted.length - 1) / 2)] ?? 0,
    longestMs,
    longestAtMs: atMs[gapMs.indexOf(longestMs)] ?? 0,
    felt: gapMs.filter((gap) => gap > FELT_MS).length,
  };
}
