import { quantile } from './quantile.ts';

/** The run's span, and the frame interval it was measured against; ms, the timestamps' own origin. */
export interface RunSpan {
  readonly startMs: number;
  readonly endMs: number;
  readonly intervalMs: number;
}

/** What the screen got during a run. `expected = presented + dropped`. */
export interface FrameStats {
  readonly expected: number;
  readonly presented: number;
  readonly dropped: number;
  /** The largest gap between two frames, ms: the longest freeze. */
  readonly longestMs: number;
  readonly p95Ms: number;
  readonly intervalMs: number;
}

/** `late` is the frame that came after lost slots; `idle` is a frame outside the run. */
export type FrameKind = 'idle' | 'onTime' | 'late' | 'lost';

/** One slot of the frame strip. */
export interface FrameCell {
  readonly kind: FrameKind;
  /** ms from the run's start; negative before it. */
  readonly atMs: number;
}

/**
 * Statistics of the gaps that overlap the run. The timestamps must reach from before its start to after its
 * end: a gap counts whole, also the one in which the run began or ended, because a person waits for all of it.
 * `null`: no such gap, so nothing is known.
 */
export function frameStats(timestamps: ArrayLike<number>, span: RunSpan): FrameStats | null {
  const gaps: number[] = [];
  let dropped = 0;
  let longestMs = 0;
  for (let i = 1; i < timestamps.length; i++) {
    if (!inRun(timestamps, i, span)) continue;
    const gap = gapBefore(timestamps, i);
    gaps.push(gap);
    dropped += lostSlots(gap, span.intervalMs);
    longestMs = Math.max(longestMs, gap);
  }
  const p95Ms = quantile(gaps, 0.95);
  if (p95Ms === null) return null;
  const presented = gaps.length;
  return { expected: presented + dropped, presented, dropped, longestMs, p95Ms, intervalMs: span.intervalMs };
}

/**
 * The frame strip's cells, in order of time. As many are `lost` as `frameStats` calls dropped; a hiccup
 * outside the run leaves a hole between idle cells.
 */
export function frameCells(timestamps: ArrayLike<number>, span: RunSpan): FrameCell[] {
  const cells: FrameCell[] = [];
  for (let i = 0; i < timestamps.length; i++) {
    const atMs = (timestamps[i] as number) - span.startMs;
    if (i === 0 || !inRun(timestamps, i, span)) {
      cells.push({ kind: 'idle', atMs });
      continue;
    }
    const gap = gapBefore(timestamps, i);
    const lost = lostSlots(gap, span.intervalMs);
    const slotMs = gap / (lost + 1);
    for (let k = 1; k <= lost; k++) cells.push({ kind: 'lost', atMs: atMs - gap + k * slotMs });
    cells.push({ kind: lost === 0 ? 'onTime' : 'late', atMs });
  }
  return cells;
}

/** Slots that passed without a frame in a gap: `max(0, round(gap / interval) − 1)`. */
export function lostSlots(gapMs: number, intervalMs: number): number {
  return Math.max(0, Math.round(gapMs / intervalMs) - 1);
}

function gapBefore(timestamps: ArrayLike<number>, i: number): number {
  return (timestamps[i] as number) - (timestamps[i - 1] as number);
}

/** Whether the gap before frame `i` overlaps the run. Strictly: a frame just at its start or end bounds it. */
function inRun(timestamps: ArrayLike<number>, i: number, { startMs, endMs }: RunSpan): boolean {
  return (timestamps[i] as number) > startMs && (timestamps[i - 1] as number) < endMs;
}
