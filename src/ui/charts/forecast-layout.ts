/** Boxes of a forecast in its line's pattern: one block, slices, or parallel tracks. Pure arithmetic. */
import type { Strategy } from '../strategy.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ForecastShape {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  /** Tracks of the pool; as many are shown as can be told apart. */
  readonly workers: number;
}

const LEAST_TRACK_PX = 4;

export function forecastBoxes(strategy: Strategy, shape: ForecastShape): Box[] {
  if (strategy === 'chunked') return slices(shape);
  if (strategy === 'pool') return tracks(shape);
  return [{ x: shape.x, y: shape.top, width: shape.width, height: shape.height }];
}

/** Cut across; slices and gaps grow with the bar's height, and divide its length evenly. */
function slices({ x, width, top, height }: ForecastShape): Box[] {
  const wish = height >= 24 ? 21 : 12;
  const gap = height >= 24 ? 4 : 3;
  const count = Math.max(1, Math.round((width + gap) / wish));
  const pitch = (width + gap) / count;
  return Array.from({ length: count }, (_, at) => ({
    x: x + at * pitch,
    y: top,
    width: pitch - gap,
    height,
  }));
}

/** Split along: one track a worker. */
function tracks({ x, width, top, height, workers }: ForecastShape): Box[] {
  const count = Math.max(1, Math.min(workers, Math.floor((height + 1) / (LEAST_TRACK_PX + 1))));
  const pitch = (height + 1) / count;
  return Array.from({ length: count }, (_, at) => ({ x, y: top + at * pitch, width, height: pitch - 1 }));
}
