import { BAILOUT, INSIDE, outsideColour } from './palette.ts';
import type { TilePart } from './tiles.ts';
import type { MandelbrotParams } from './view.ts';

/**
 * How much work a step does: so many iterations, each about 2 ns. Steps are cut by iterations, not by rows: a
 * row inside the set may cost a thousand times one outside.
 */
const ITERATIONS_PER_STEP = 250_000;
/** What a pixel costs beside its iterations, in iterations. */
const PIXEL_OVERHEAD = 16;

/** Two points are under way at a time, each in a lane: six numbers of `lanes`. */
const X = 0;
const Y = 1;
const RE = 2;
const IM = 3;
const COUNT = 4;
const PIXEL = 5;
const LANE = 6;
/** Marks a lane without a point, in place of its pixel. */
const EMPTY = -1;

/** A tile being drawn. */
export interface Drawing {
  readonly params: MandelbrotParams;
  readonly part: TilePart;
  readonly out: Int32Array;
  readonly lanes: Float64Array;
}

export function makeDrawing(params: MandelbrotParams, part: TilePart, out: Int32Array): Drawing {
  return { params, part, out, lanes: new Float64Array(2 * LANE) };
}

/**
 * Draws the tile's pixels from number `next` on until they end or a step's work is done; returns the next
 * pixel to draw. The lanes are empty before and after, so a step depends on nothing but `next`.
 *
 * There is no shortcut for the inside (cardioid and bulb tests, cycle detection): it would make the work,
 * which is this task's purpose, go away.
 */
export function drawPixels(drawing: Drawing, next: number): number {
  const { lanes, params, part } = drawing;
  const count = part.width * part.height;
  let following = next;
  let spent = 0;
  lanes[PIXEL] = lanes[LANE + PIXEL] = EMPTY;
  for (;;) {
    for (let lane = 0; lane <= LANE && following < count && spent < ITERATIONS_PER_STEP; lane += LANE) {
      if (lanes[lane + PIXEL] !== EMPTY) continue;
      start(drawing, lane, following++);
      spent += PIXEL_OVERHEAD;
    }
    const done = follow(lanes, params.iterations);
    if (done === 0) return following;
    spent += done;
    settle(drawing, 0);
    settle(drawing, LANE);
  }
}

/** Follows what is under way until a point is done; returns how many iterations that took, 0 if all is empty. */
function follow(lanes: Float64Array, iterations: number): number {
  const emptyA = lanes[PIXEL] === EMPTY;
  const emptyB = lanes[LANE + PIXEL] === EMPTY;
  if (emptyA && emptyB) return 0;
  if (emptyA || emptyB) return followOne(lanes, emptyA ? LANE : 0, iterations);
  return followTwo(lanes, iterations);
}

/** Puts a pixel's point into a lane. The same expression as `complexAt`, for the pixel's middle. */
function start({ params, part, lanes }: Drawing, lane: number, pixel: number): void {
  const unit = params.scale / params.width;
  const row = Math.floor(pixel / part.width);
  const column = pixel - row * part.width;
  lanes[lane + X] = 0;
  lanes[lane + Y] = 0;
  lanes[lane + RE] = params.x + (part.left + column + 0.5 - params.width / 2) * unit;
  lanes[lane + IM] = params.y - (part.top + row + 0.5 - params.height / 2) * unit;
  lanes[lane + COUNT] = 0;
  lanes[lane + PIXEL] = pixel;
}

/** Colours a lane's pixel and empties the lane, if its point has escaped or used up its iterations. */
function settle({ params, out, lanes }: Drawing, lane: number): void {
  const pixel = lanes[lane + PIXEL] as number;
  if (pixel === EMPTY) return;
  const x = lanes[lane + X] as number;
  const y = lanes[lane + Y] as number;
  const count = lanes[lane + COUNT] as number;
  const norm = x * x + y * y;
  if (norm <= BAILOUT && count < params.iterations) return;
  out[pixel] = norm > BAILOUT ? outsideColour(count, norm) : INSIDE;
  lanes[lane + PIXEL] = EMPTY;
}

/**
 * Follows both points until the first of them is done; returns how many iterations they did. Every operation
 * of one point waits for the one before it, so the processor computes the other point meanwhile: half the
 * time (measured).
 */
function followTwo(lanes: Float64Array, iterations: number): number {
  let xA = lanes[X] as number;
  let yA = lanes[Y] as number;
  let xB = lanes[LANE + X] as number;
  let yB = lanes[LANE + Y] as number;
  const reA = lanes[RE] as number;
  const imA = lanes[IM] as number;
  const reB = lanes[LANE + RE] as number;
  const imB = lanes[LANE + IM] as number;
  // `| 0` tells the compiler that this is a small integer: a quarter faster (measured).
  const room = (iterations - Math.max(lanes[COUNT] as number, lanes[LANE + COUNT] as number)) | 0;
  let n = 0;
  for (; n < room; n++) {
    const xxA = xA * xA;
    const yyA = yA * yA;
    const xxB = xB * xB;
    const yyB = yB * yB;
    if (xxA + yyA > BAILOUT || xxB + yyB > BAILOUT) break;
    yA = 2 * xA * yA + imA;
    yB = 2 * xB * yB + imB;
    xA = xxA - yyA + reA;
    xB = xxB - yyB + reB;
  }
  lanes[X] = xA;
  lanes[Y] = yA;
  lanes[LANE + X] = xB;
  lanes[LANE + Y] = yB;
  lanes[COUNT] = (lanes[COUNT] as number) + n;
  lanes[LANE + COUNT] = (lanes[LANE + COUNT] as number) + n;
  return 2 * n;
}

/** Follows a last point that has no companion left, to its end; returns how many iterations that took. */
function followOne(lanes: Float64Array, lane: number, iterations: number): number {
  let x = lanes[lane + X] as number;
  let y = lanes[lane + Y] as number;
  const re = lanes[lane + RE] as number;
  const im = lanes[lane + IM] as number;
  const room = (iterations - (lanes[lane + COUNT] as number)) | 0;
  let n = 0;
  for (; n < room; n++) {
    const xx = x * x;
    const yy = y * y;
    if (xx + yy > BAILOUT) break;
    y = 2 * x * y + im;
    x = xx - yy + re;
  }
  lanes[lane + X] = x;
  lanes[lane + Y] = y;
  lanes[lane + COUNT] = (lanes[lane + COUNT] as number) + n;
  return n;
}
