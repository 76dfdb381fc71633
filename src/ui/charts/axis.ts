/**
 * The time axis that strips, lanes and forecasts share. All lengths are CSS pixels, all times milliseconds from
 * the start of the run. The living row before a run is the lead: it lies left of 0.
 */
export interface Axis {
  /** Where 0 ms lies. */
  readonly originPx: number;
  readonly pxPerMs: number;
  readonly startMs: number;
  readonly endMs: number;
  /** Where drawing starts: the gutter left of it belongs to labels. */
  readonly leftPx: number;
  readonly rightPx: number;
}

export interface AxisOptions {
  readonly widthPx: number;
  readonly axisMs: number;
  readonly gutterPx?: number;
  readonly leadMs?: number;
}

/** Six frames at 60 Hz. */
export const LEAD_MS = 100;

export function makeAxis({ widthPx, axisMs, gutterPx = 0, leadMs = LEAD_MS }: AxisOptions): Axis {
  const room = Math.max(1, widthPx - gutterPx);
  const endMs = Math.max(1, axisMs);
  const pxPerMs = room / (endMs + leadMs);
  return {
    originPx: gutterPx + leadMs * pxPerMs,
    pxPerMs,
    startMs: -leadMs,
    endMs,
    leftPx: gutterPx,
    rightPx: gutterPx + room,
  };
}

export function xOf(axis: Axis, ms: number): number {
  return axis.originPx + ms * axis.pxPerMs;
}

/** To the nearest device pixel, so that cells and gaps stay crisp. */
export function snap(px: number, dpr: number): number {
  return Math.round(px * dpr) / dpr;
}

/** Widest cell a strip may have; LOOK: laptop 5. */
const WIDEST_CELL_PX = 5;

/** "12.04 s", right of the end of the run. */
const WALL_LABEL_PX = 50;

export interface FitOptions {
  readonly gutterPx?: number;
  readonly leadMs?: number;
  /** Room kept free after the slowest run; 0 where no wall time is written. */
  readonly labelPx?: number;
}

/**
 * The length of the axis that holds the slowest run, leaves room for its wall time, and makes every frame slot a
 * multiple of half a pixel wide, so that cells are equal.
 */
export function fitAxisMs(
  widthPx: number,
  slowestMs: number,
  intervalMs: number,
  { gutterPx = 0, leadMs = LEAD_MS, labelPx = WALL_LABEL_PX }: FitOptions = {},
): number {
  const room = Math.max(2 * labelPx + 1, widthPx - gutterPx);
  const forLabelMs = (slowestMs * room + labelPx * leadMs) / (room - labelPx);
  const needMs = Math.max(forLabelMs, 12 * intervalMs);
  const exactPitch = (room * intervalMs) / (needMs + leadMs);
  const halves = Math.floor(exactPitch * 2) / 2;
  if (halves < 2) return needMs;
  return (room * intervalMs) / Math.min(WIDEST_CELL_PX, halves) - leadMs;
}

export interface Tick {
  readonly ms: number;
  readonly label: string;
}

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 30_000, 60_000];

/** Round times from 0 to the end, at least `leastPx` apart. */
export function axisTicks(axis: Axis, leastPx = 72): Tick[] {
  const leastMs = leastPx / axis.pxPerMs;
  const step = STEPS.find((candidate) => candidate >= leastMs) ?? 60_000 * Math.ceil(leastMs / 60_000);
  const ticks: Tick[] = [];
  for (let ms = 0; ms <= axis.endMs; ms += step) ticks.push({ ms, label: tickLabel(ms, step) });
  return ticks;
}

function tickLabel(ms: number, step: number): string {
  if (ms === 0) return '0';
  if (step % 1000 === 0) return `${String(ms / 1000)} s`;
  return step >= 100 ? `${(ms / 1000).toFixed(1)} s` : `${String(ms)} ms`;
}
