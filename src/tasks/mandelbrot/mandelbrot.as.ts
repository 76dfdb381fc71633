/**
 * The Mandelbrot set in WebAssembly, to the same bytes as draw.ts and palette.ts: the same additions and
 * multiplications of doubles in the same order for each point. With SIMD 6 points are under way at a time, two to a
 * vector: 3 vectors are interleaved, because each operation waits for the one before it.
 */

const BAILOUT: f64 = 65536;
const INSIDE: u32 = 0xff19110b;
/** What a pixel costs beside its iterations, in iterations. */
const PIXEL_OVERHEAD: i32 = 16;
const EMPTY: i32 = -1;

/** Points under way at a time. */
const LANES: i32 = ASC_FEATURE_SIMD ? 6 : 2;
/** Where the lanes' numbers stand from the state's start: room for eight doubles each, then eight integers. */
const X: usize = 0;
const Y: usize = 64;
const RE: usize = 128;
const IM: usize = 192;
/** When each point began, on a clock that counts iterations. */
const START: usize = 256;
const PIXEL: usize = 320;
/** Of the tile as a whole. */
const CLOCK: usize = 352;
const NEXT: usize = 360;
const LIVE: usize = 364;
const FREE: usize = 368;
const ROW: usize = 372;
const PIXELS: usize = 376;
const ITERATIONS: usize = 380;
/** mandelbrot-twin.ts reserves as much. */
const STATE_BYTES: usize = 384;

/** Empties the state for a tile of so many pixels, `row` to a row. */
export function begin(state: usize, row: i32, pixels: i32, iterations: i32): void {
  memory.fill(state, 0, STATE_BYTES);
  for (let i = 0; i < LANES; i++) rest(state, i);
  store<i32>(state + FREE, (1 << LANES) - 1);
  store<i32>(state + ROW, row);
  store<i32>(state + PIXELS, pixels);
  store<i32>(state + ITERATIONS, iterations);
}

/** An empty lane rests at zero, which never escapes. */
function rest(state: usize, i: i32): void {
  const lane = state + ((<usize>i) << 3);
  store<f64>(lane + X, 0);
  store<f64>(lane + Y, 0);
  store<f64>(lane + RE, 0);
  store<f64>(lane + IM, 0);
  store<i64>(lane + START, i64.MAX_VALUE >> 1);
  store<i32>(state + PIXEL + ((<usize>i) << 2), EMPTY);
}

/**
 * Works for about so many iterations; returns whether the tile is done. What is under way stays in the state.
 * `left`, `top`: the tile's place in a picture that is twice `half` wide and twice `halfDown` high.
 */
export function draw(
  state: usize,
  out: usize,
  table: usize,
  budget: i32,
  x: f64,
  y: f64,
  left: f64,
  top: f64,
  half: f64,
  halfDown: f64,
  unit: f64,
): bool {
  const pixels = load<i32>(state + PIXELS);
  const row = load<i32>(state + ROW);
  const iterations = load<i32>(state + ITERATIONS);
  let clock = load<i64>(state + CLOCK);
  let next = load<i32>(state + NEXT);
  let live = load<i32>(state + LIVE);
  let free = load<i32>(state + FREE);
  for (let spent = 0; spent < budget;) {
    for (; free != 0; free &= free - 1) {
      const i = ctz(free);
      if (next == pixels) continue;
      const lane = state + ((<usize>i) << 3);
      const down = next / row;
      const column = next - down * row;
      store<f64>(lane + X, 0);
      store<f64>(lane + Y, 0);
      store<f64>(lane + RE, x + (left + <f64>column + 0.5 - half) * unit);
      store<f64>(lane + IM, y - (top + <f64>down + 0.5 - halfDown) * unit);
      store<i64>(lane + START, clock);
      store<i32>(state + PIXEL + ((<usize>i) << 2), next);
      next++;
      live++;
      spent += PIXEL_OVERHEAD;
    }
    if (live == 0) return true;
    const due = earliest(state) + <i64>iterations;
    const followed = follow(state, <i32>min<i64>(due - clock, 1 << 20));
    const done = followed >> 8;
    clock += <i64>done;
    spent += live * done;
    free = followed & 255;
    if (clock == due) free |= dueLanes(state, clock - <i64>iterations);
    for (let left = free; left != 0; left &= left - 1) settle(state, out, table, ctz(left), clock);
    live -= popcnt(free);
  }
  store<i64>(state + CLOCK, clock);
  store<i32>(state + NEXT, next);
  store<i32>(state + LIVE, live);
  store<i32>(state + FREE, free);
  return false;
}

/** When the oldest point began. */
@inline
function earliest(state: usize): i64 {
  let least = load<i64>(state + START);
  for (let i = 1; i < LANES; i++) least = min(least, load<i64>(state + START + ((<usize>i) << 3)));
  return least;
}

/** The lanes whose points began then, a bit each. */
function dueLanes(state: usize, start: i64): i32 {
  let lanes = 0;
  for (let i = 0; i < LANES; i++) {
    if (load<i64>(state + START + ((<usize>i) << 3)) == start) lanes |= 1 << i;
  }
  return lanes;
}

/** Colours the pixel of a point that is done and empties its lane. */
function settle(state: usize, out: usize, table: usize, i: i32, clock: i64): void {
  const lane = state + ((<usize>i) << 3);
  const pixel = load<i32>(state + PIXEL + ((<usize>i) << 2));
  const x = load<f64>(lane + X);
  const y = load<f64>(lane + Y);
  const norm = x * x + y * y;
  const count = <i32>(clock - load<i64>(lane + START));
  const colour = norm > BAILOUT ? outsideColour(table, count, norm) : INSIDE;
  store<u32>(out + ((<usize>pixel) << 2), colour);
  rest(state, i);
}

const STEPS: i32 = 1280;
const PACE: f64 = 80;

function outsideColour(table: usize, count: i32, norm: f64): u32 {
  const smooth = Math.max(0, <f64>count + 1 - log2(log2(norm) / 16));
  const place = <i32>(Math.sqrt(smooth) * PACE) % STEPS;
  return load<u32>(table + ((<usize>place) << 2));
}

/** palette.ts says how. */
function log2(value: f64): f64 {
  let whole: f64 = 0;
  let rest = value;
  for (; rest >= 65536; whole += 16) rest /= 65536;
  for (; rest >= 2; whole++) rest /= 2;
  const s = (rest - 1) / (rest + 1);
  const t = s * s;
  const series: f64 =
    1 +
    t *
      (<f64>1 / 3 +
        t *
          (<f64>1 / 5 +
            t * (<f64>1 / 7 + t * (<f64>1 / 9 + t * (<f64>1 / 11 + t * (<f64>1 / 13 + t / 15))))));
  return whole + 2 * Math.LOG2E * s * series;
}

/** Follows all lanes until a point escapes, at most `room` iterations; returns 256 times how many, and who escaped. */
function follow(state: usize, room: i32): i32 {
  if (ASC_FEATURE_SIMD) return followVectors(state, room);
  return followTwo(state, room);
}

function followVectors(state: usize, room: i32): i32 {
  const limit = f64x2.splat(BAILOUT);
  let xA = v128.load(state + X, 0);
  let xB = v128.load(state + X, 16);
  let xC = v128.load(state + X, 32);
  let yA = v128.load(state + Y, 0);
  let yB = v128.load(state + Y, 16);
  let yC = v128.load(state + Y, 32);
  const reA = v128.load(state + RE, 0);
  const reB = v128.load(state + RE, 16);
  const reC = v128.load(state + RE, 32);
  const imA = v128.load(state + IM, 0);
  const imB = v128.load(state + IM, 16);
  const imC = v128.load(state + IM, 32);
  let n = 0;
  // 4 at a time without looking; a point that escaped meanwhile has grown on, so that it is seen at the end (not to
  // infinity: four squares of 256 are 2^128). Then they are done again one by one.
  for (; n + 4 <= room; n += 4) {
    v128.store(state + X, xA, 0);
    v128.store(state + X, xB, 16);
    v128.store(state + X, xC, 32);
    v128.store(state + Y, yA, 0);
    v128.store(state + Y, yB, 16);
    v128.store(state + Y, yC, 32);
    for (let i = 0; i < 4; i++) {
      const xxA = f64x2.mul(xA, xA);
      const xxB = f64x2.mul(xB, xB);
      const xxC = f64x2.mul(xC, xC);
      const yyA = f64x2.mul(yA, yA);
      const yyB = f64x2.mul(yB, yB);
      const yyC = f64x2.mul(yC, yC);
      yA = f64x2.add(f64x2.mul(f64x2.add(xA, xA), yA), imA);
      yB = f64x2.add(f64x2.mul(f64x2.add(xB, xB), yB), imB);
      yC = f64x2.add(f64x2.mul(f64x2.add(xC, xC), yC), imC);
      xA = f64x2.add(f64x2.sub(xxA, yyA), reA);
      xB = f64x2.add(f64x2.sub(xxB, yyB), reB);
      xC = f64x2.add(f64x2.sub(xxC, yyC), reC);
    }
    const farA = f64x2.gt(f64x2.add(f64x2.mul(xA, xA), f64x2.mul(yA, yA)), limit);
    const farB = f64x2.gt(f64x2.add(f64x2.mul(xB, xB), f64x2.mul(yB, yB)), limit);
    const farC = f64x2.gt(f64x2.add(f64x2.mul(xC, xC), f64x2.mul(yC, yC)), limit);
    if (v128.any_true(v128.or(v128.or(farA, farB), farC))) {
      xA = v128.load(state + X, 0);
      xB = v128.load(state + X, 16);
      xC = v128.load(state + X, 32);
      yA = v128.load(state + Y, 0);
      yB = v128.load(state + Y, 16);
      yC = v128.load(state + Y, 32);
      break;
    }
  }
  let escaped = 0;
  for (;;) {
    const xxA = f64x2.mul(xA, xA);
    const xxB = f64x2.mul(xB, xB);
    const xxC = f64x2.mul(xC, xC);
    const yyA = f64x2.mul(yA, yA);
    const yyB = f64x2.mul(yB, yB);
    const yyC = f64x2.mul(yC, yC);
    const farA = f64x2.gt(f64x2.add(xxA, yyA), limit);
    const farB = f64x2.gt(f64x2.add(xxB, yyB), limit);
    const farC = f64x2.gt(f64x2.add(xxC, yyC), limit);
    if (v128.any_true(v128.or(v128.or(farA, farB), farC))) {
      escaped = i64x2.bitmask(farA) | (i64x2.bitmask(farB) << 2) | (i64x2.bitmask(farC) << 4);
      break;
    }
    if (n == room) break;
    n++;
    yA = f64x2.add(f64x2.mul(f64x2.add(xA, xA), yA), imA);
    yB = f64x2.add(f64x2.mul(f64x2.add(xB, xB), yB), imB);
    yC = f64x2.add(f64x2.mul(f64x2.add(xC, xC), yC), imC);
    xA = f64x2.add(f64x2.sub(xxA, yyA), reA);
    xB = f64x2.add(f64x2.sub(xxB, yyB), reB);
    xC = f64x2.add(f64x2.sub(xxC, yyC), reC);
  }
  v128.store(state + X, xA, 0);
  v128.store(state + X, xB, 16);
  v128.store(state + X, xC, 32);
  v128.store(state + Y, yA, 0);
  v128.store(state + Y, yB, 16);
  v128.store(state + Y, yC, 32);
  return (n << 8) | escaped;
}

/** The same without SIMD. */
function followTwo(state: usize, room: i32): i32 {
  let xA = load<f64>(state + X);
  let xB = load<f64>(state + X, 8);
  let yA = load<f64>(state + Y);
  let yB = load<f64>(state + Y, 8);
  const reA = load<f64>(state + RE);
  const reB = load<f64>(state + RE, 8);
  const imA = load<f64>(state + IM);
  const imB = load<f64>(state + IM, 8);
  let n = 0;
  let escaped = 0;
  for (;;) {
    const xxA = xA * xA;
    const xxB = xB * xB;
    const yyA = yA * yA;
    const yyB = yB * yB;
    escaped = i32(xxA + yyA > BAILOUT) | (i32(xxB + yyB > BAILOUT) << 1);
    if (escaped != 0 || n == room) break;
    n++;
    yA = (xA + xA) * yA + imA;
    yB = (xB + xB) * yB + imB;
    xA = xxA - yyA + reA;
    xB = xxB - yyB + reB;
  }
  store<f64>(state + X, xA);
  store<f64>(state + X, xB, 8);
  store<f64>(state + Y, yA);
  store<f64>(state + Y, yB, 8);
  return (n << 8) | escaped;
}
