/** Where the bars of the lanes lie. Pure arithmetic; nothing here draws. */
import { type Axis, snap, xOf } from './axis.ts';

/** `barrier`: waits for others at the end of a stage. `dropped`: work for nothing. */
export type BarKind = 'compute' | 'handover' | 'merge' | 'message' | 'barrier' | 'dropped';

/** Times in milliseconds from the start of the run. */
export interface Bar {
  readonly start: number;
  readonly end: number;
  readonly kind: BarKind;
}

/** One thread. The first lane is the page's own. */
export interface Lane {
  readonly name: string;
  readonly bars: readonly Bar[];
}

export interface LaneBand {
  readonly top: number;
  readonly height: number;
  /** Empty where a neighbour's label speaks for this lane too. */
  readonly label: string;
  /** Middle of the label. */
  readonly labelY: number;
}

export interface LaneSizes {
  readonly main: number;
  readonly worker: number;
  readonly gap: number;
}

export const LANE_SIZES: LaneSizes = { main: 12, worker: 9, gap: 4 };
export const PHONE_LANE_SIZES: LaneSizes = { main: 12, worker: 11, gap: 3 };

/** From this many workers on they fold into one dense lane: the pool's own pattern, a line a worker. */
const DENSE_FROM = 9;
const DENSE_LINE_PX = 2;
const DENSE_GAP_PX = 1;

export function layoutLanes(lanes: readonly Lane[], sizes: LaneSizes = LANE_SIZES): LaneBand[] {
  const [main, ...workers] = lanes;
  if (main === undefined) return [];
  const first: LaneBand = { top: 0, height: sizes.main, label: main.name, labelY: sizes.main / 2 };
  const top = sizes.main + sizes.gap;
  return [first, ...(workers.length >= DENSE_FROM ? dense(workers, top) : apart(workers, top, sizes))];
}

function apart(workers: readonly Lane[], top: number, { worker, gap }: LaneSizes): LaneBand[] {
  return workers.map(({ name }, at) => {
    const y = top + at * (worker + gap);
    return { top: y, height: worker, label: name, labelY: y + worker / 2 };
  });
}

function dense(workers: readonly Lane[], top: number): LaneBand[] {
  const pitch = DENSE_LINE_PX + DENSE_GAP_PX;
  const middle = top + (workers.length * pitch - DENSE_GAP_PX) / 2;
  const name = `${workers[0]?.name ?? ''}–${workers.at(-1)?.name ?? ''}`;
  return workers.map((_, at) => ({
    top: top + at * pitch,
    height: DENSE_LINE_PX,
    label: at === 0 ? name : '',
    labelY: middle,
  }));
}

export function lanesHeight(bands: readonly LaneBand[]): number {
  const last = bands.at(-1);
  return last === undefined ? 0 : last.top + last.height;
}

export interface PackedBar {
  readonly kind: BarKind;
  readonly x: number;
  readonly width: number;
}

/** Boxes and ticks stay visible however short their time was. */
const LEAST_PX: Readonly<Record<BarKind, number>> = {
  compute: 1,
  handover: 4,
  merge: 4,
  message: 1.5,
  barrier: 1,
  dropped: 2,
};

/**
 * Bars in pixels, 1 px of paper between neighbours. Bars of one kind that lie too close for a gap go together,
 * so that thousands of slices cost no more than the lane has pixels. Expects bars in order of their start.
 */
export function packBars(bars: readonly Bar[], axis: Axis, dpr = 1): PackedBar[] {
  const packed: { kind: BarKind; x: number; end: number }[] = [];
  for (const bar of bars) {
    const x = snap(Math.max(axis.leftPx, xOf(axis, bar.start)), dpr);
    const end = Math.min(axis.rightPx, Math.max(x + LEAST_PX[bar.kind], snap(xOf(axis, bar.end), dpr)));
    const before = packed.at(-1);
    if (before?.kind === bar.kind && isTooClose(before, x, end)) before.end = Math.max(before.end, end);
    else packed.push({ kind: bar.kind, x, end });
  }
  return packed.map(({ kind, x, end }, at) => {
    const next = packed[at + 1];
    const touches = kind === 'compute' && next?.kind === 'compute' && next.x - end < 1;
    const right = touches ? Math.max(x + 1 / dpr, next.x - 1) : end;
    return { kind, x, width: Math.max(1 / dpr, right - x) };
  });
}

function isTooClose(before: { x: number; end: number }, x: number, end: number): boolean {
  const narrow = Math.min(before.end - before.x, end - x) < 2;
  return x - before.end < (narrow ? 0.5 : -1);
}
