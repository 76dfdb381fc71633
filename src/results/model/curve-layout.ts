/** Where the marks of a speed-up curve stand: pixels in a drawing of this width. Pure arithmetic. */
import { amdahl, type Curve } from './speedup-curve.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface CurveLayout {
  readonly width: number;
  readonly height: number;
  /** Of the measured points, with the ends of their intervals. */
  readonly points: readonly (Place & {
    readonly workers: number;
    readonly lowY: number;
    readonly highY: number;
  })[];
  /** From one worker to as many as were measured: each worth a whole one. */
  readonly ideal: readonly [Place, Place];
  readonly fit: readonly Place[];
  readonly xTicks: readonly { readonly workers: number; readonly x: number }[];
  readonly yTicks: readonly { readonly speedup: number; readonly y: number }[];
  readonly axis: {
    readonly left: number;
    readonly right: number;
    readonly bottom: number;
    readonly top: number;
  };
}

const LEFT = 44;
const RIGHT = 20;
const TOP = 14;
const BOTTOM = 46;
/** Labels of the axes need so much room. */
const LABEL_PX = 26;
const FIT_STEPS = 48;

export function curveLayout({ points, serialShare }: Curve, width: number, height: number): CurveLayout {
  const axis = { left: LEFT, right: Math.max(LEFT + 1, width - RIGHT), top: TOP, bottom: height - BOTTOM };
  const most = points.at(-1)?.workers ?? 1;
  // Up to the ideal line's end where it isn't far off: the distance to it is what there is to see.
  const highest = Math.max(1, ...points.map(({ speedup }) => speedup.high));
  const top = Math.max(highest * 1.1, Math.min(most, highest * 2));
  const x = (workers: number): number =>
    axis.left + ((workers - 1) / Math.max(1, most - 1)) * (axis.right - axis.left);
  const y = (speedup: number): number => axis.bottom - (speedup / top) * (axis.bottom - axis.top);
  const idealEnd = Math.min(most, top);
  return {
    width,
    height,
    axis,
    points: points.map(({ workers, speedup }) => ({
      workers,
      x: x(workers),
      y: y(speedup.median),
      lowY: y(speedup.low),
      highY: y(speedup.high),
    })),
    ideal: [
      { x: x(1), y: y(1) },
      { x: x(idealEnd), y: y(idealEnd) },
    ],
    fit: Array.from({ length: FIT_STEPS + 1 }, (_, i) => {
      const workers = 1 + ((most - 1) * i) / FIT_STEPS;
      return { x: x(workers), y: y(amdahl(serialShare, workers)) };
    }).filter((place) => place.y >= axis.top),
    xTicks: spaced(points.map(({ workers }) => ({ workers, x: x(workers) }))),
    yTicks: steps(top, (axis.bottom - axis.top) / LABEL_PX).map((speedup) => ({ speedup, y: y(speedup) })),
  };
}

/** Those that leave room for each other; the last one always. */
function spaced<Tick extends { readonly x: number }>(ticks: readonly Tick[]): Tick[] {
  const kept: Tick[] = [];
  for (const tick of [...ticks].reverse()) {
    const next = kept[0];
    if (next === undefined || next.x - tick.x >= LABEL_PX) kept.unshift(tick);
  }
  return kept;
}

/** Round numbers from 0 to `top`, no more of them than fit. */
function steps(top: number, most: number): number[] {
  const step = [0.5, 1, 2, 4, 5, 10].find((size) => top / size <= most) ?? 10;
  return Array.from({ length: Math.floor(top / step) + 1 }, (_, i) => i * step);
}
