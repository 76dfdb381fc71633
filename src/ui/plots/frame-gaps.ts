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

const MOST_TICKS = 8;

/** Round numbers for a logarithmic axis: 10, 20, 50, 100 …, or whole decades where those are too many. */
export function logTicks(min: number, max: number): number[] {
  const decades = Array.from(
    { length: Math.ceil(Math.log10(max)) - Math.floor(Math.log10(min)) + 1 },
    (_, i) => 10 ** (Math.floor(Math.log10(min)) + i),
  );
  const inside = (steps: readonly number[]): number[] =>
    decades.flatMap((decade) => steps.map((step) => step * decade)).filter((at) => at >= min && at <= max);
  const fine = inside([1, 2, 5]);
  return fine.length <= MOST_TICKS ? fine : inside([1]);
}
