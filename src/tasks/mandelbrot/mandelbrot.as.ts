/**
 * The Mandelbrot set in WebAssembly, to the same bytes as draw.ts and palette.ts: the same additions and
 * multiplications of doubles in the same order for each point. Six chains of operations are interleaved, because each
 * operation waits for the one before it; with SIMD each chain is two points.
 *
 * Nobody looks whether a point has escaped until all have done a round of iterations. Then those that have (or have
 * done all their iterations meanwhile) are followed once more from where the round began, to find the very iteration;
 * the others go on.
 */

const BAILOUT: f64 = 65536;
const INSIDE: u32 = 0xff19110b;
/** What a pixel costs beside its iterations, in iterations. */
const PIXEL_OVERHEAD: i32 = 16;
const EMPTY: i32 = -1;
/** Iterations between two looks. */
const ROUND: i32 = 8;
const MOST_ROUNDS: i64 = 1 << 12;

/** Points in a chain, and under way at a time. */
const WIDTH: i32 = ASC_FEATURE_SIMD ? 2 : 1;
const LANES: i32 = 6 * WIDTH;
const ALL: i32 = (1 << LANES) - 1;
/** Where the lanes' numbers stand from the state's start: room for twelve doubles each. Where the points are, … */
const X: usize = 0;
const Y: usize = 96;
/** … where they were when the last round began, … */
const OLD_X: usize = 192;
const OLD_Y: usize = 288;
const RE: usize = 384;
const IM: usize = 480;
/** … when each began, on a clock that counts iterations, and twelve integers. */
const START: usize = 576;
const PIXEL: usize = 672;
/** Of the tile as a whole. */
const CLOCK: usize = 720;
const NEXT: usize = 728;
const LIVE: usize = 732;
const FREE: usize = 736;
const ROW: usize = 740;
const PIXELS: usize = 744;
const ITERATIONS: usize = 748;
/** mandelbrot-twin.ts reserves as much. */
const STATE_BYTES: usize = 752;

/** Empties the state for a tile of so many pixels, `row` to a row. */
export function begin(state: usize, row: i32, pixels: i32, iterations: i32): void {
  memory.fill(state, 0, STATE_BYTES);
  for (let i = 0; i < LANES; i++) rest(state, i);
  store<i32>(state + FREE, ALL);
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
  const iterations = <i64>load<i32>(state + ITERATIONS);
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
    const due = earliest(state) + iterations;
    const rounds = min<i64>((due - clock + ROUND - 1) / ROUND, MOST_ROUNDS);
    const followed = follow(state, <i32>rounds);
    const done = (followed >> LANES) * ROUND;
    const escaped = followed & ALL;
    clock += done;
    spent += live * done;
    free = clock < due ? escaped : escaped | dueLanes(state, clock - iterations);
    for (let left = free; left != 0; left &= left - 1) {
      const i = ctz(left);
      const point = state + ((<usize>i) << 3);
      const before = <i32>(clock - ROUND - load<i64>(point + START));
      // What has not escaped by now was inside at its last iteration: once far out, a point only moves away.
      const colour = ((escaped >> i) & 1) != 0 ? retrace(point, before, <i32>iterations, table) : INSIDE;
      store<u32>(out + ((<usize>load<i32>(state + PIXEL + ((<usize>i) << 2))) << 2), colour);
      rest(state, i);
    }
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

/** The lanes whose points began then or earlier, a bit each. */
function dueLanes(state: usize, start: i64): i32 {
  let lanes = 0;
  for (let i = 0; i < LANES; i++) {
    if (load<i64>(state + START + ((<usize>i) << 3)) <= start) lanes |= 1 << i;
  }
  return lanes;
}

/** The colour of a point that escaped in the last round, before which it had done `count` iterations. */
function retrace(point: usize, count: i32, iterations: i32, table: usize): u32 {
  const re = load<f64>(point + RE);
  const im = load<f64>(point + IM);
  let x = load<f64>(point + OLD_X);
  let y = load<f64>(point + OLD_Y);
  let xx = x * x;
  let yy = y * y;
  for (; xx + yy <= BAILOUT && count < iterations; count++) {
    y = (x + x) * y + im;
    x = xx - yy + re;
    xx = x * x;
    yy = y * y;
  }
  return xx + yy > BAILOUT ? outsideColour(table, count, xx + yy) : INSIDE;
}

const STEPS: i32 = 1280;
const PACE: f64 = 80;

function outsideColour(table: usize, count: i32, norm: f64): u32 {
  const smooth = Math.max(0, <f64>count + 1 - log2(log2(norm) / 16));
  const place = <i32>(Math.sqrt(smooth) * PACE) % STEPS;
  return load<u32>(table + ((<usize>place) << 2));
}

/**
 * palette.ts says how. What it halves until it lies in [1, 2) is taken apart here, which gives the same: halving is
 * exact. For finite numbers from 1 on.
 */
function log2(value: f64): f64 {
  const bits = reinterpret<u64>(value);
  const whole = <f64>(<i32>(bits >> 52) - 1023);
  const rest = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
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

// The same lines follow two points and one: `T` is `v128` or `f64` -----------------------------------------------

// @ts-ignore: decorator
@inline
function place<T>(at: usize, chain: usize): T {
  return load<T>(at + chain * sizeof<T>());
}

// @ts-ignore: decorator
@inline
function keep<T>(at: usize, chain: usize, x: T): void {
  store<T>(at + chain * sizeof<T>(), x);
}

/** The next x: x² − y² + c. */
// @ts-ignore: decorator
@inline
function nextX<T>(x: T, y: T, re: T): T {
  if (isVector<T>()) return f64x2.add(f64x2.sub(f64x2.mul(x, x), f64x2.mul(y, y)), re);
  else return x * x - y * y + re;
}

/** The next y: 2xy + c. */
// @ts-ignore: decorator
@inline
function nextY<T>(x: T, y: T, im: T): T {
  if (isVector<T>()) return f64x2.add(f64x2.mul(f64x2.add(x, x), y), im);
  else return (x + x) * y + im;
}

/** Which points have not escaped, a bit each. What has become infinite, or no number any more, has. */
// @ts-ignore: decorator
@inline
function within<T>(x: T, y: T, chain: i32): i32 {
  if (isVector<T>()) {
    const norm = f64x2.add(f64x2.mul(x, x), f64x2.mul(y, y));
    return i64x2.bitmask(f64x2.le(norm, f64x2.splat(BAILOUT))) << (2 * chain);
  } else return i32(x * x + y * y <= BAILOUT) << chain;
}

/** Follows all lanes for so many rounds, fewer if a point escapes; returns 2^LANES times how many, and who escaped. */
function follow(state: usize, rounds: i32): i32 {
  if (ASC_FEATURE_SIMD) return followAll<v128>(state, rounds);
  else return followAll<f64>(state, rounds);
}

/** The c are loaded each time: there aren't registers enough, and these are read only once (measured, V8). */
// prettier-ignore
function followAll<T>(state: usize, rounds: i32): i32 {
  const re = state + RE, im = state + IM;
  let xA = place<T>(state + X, 0), xB = place<T>(state + X, 1), xC = place<T>(state + X, 2);
  let xD = place<T>(state + X, 3), xE = place<T>(state + X, 4), xF = place<T>(state + X, 5);
  let yA = place<T>(state + Y, 0), yB = place<T>(state + Y, 1), yC = place<T>(state + Y, 2);
  let yD = place<T>(state + Y, 3), yE = place<T>(state + Y, 4), yF = place<T>(state + Y, 5);
  let n = 0;
  let inside = ALL;
  while (n < rounds && inside == ALL) {
    n++;
    keep<T>(state + OLD_X, 0, xA); keep<T>(state + OLD_Y, 0, yA);
    keep<T>(state + OLD_X, 1, xB); keep<T>(state + OLD_Y, 1, yB);
    keep<T>(state + OLD_X, 2, xC); keep<T>(state + OLD_Y, 2, yC);
    keep<T>(state + OLD_X, 3, xD); keep<T>(state + OLD_Y, 3, yD);
    keep<T>(state + OLD_X, 4, xE); keep<T>(state + OLD_Y, 4, yE);
    keep<T>(state + OLD_X, 5, xF); keep<T>(state + OLD_Y, 5, yF);
    for (let i = 0; i < ROUND; i++) {
      const a = xA; xA = nextX<T>(a, yA, place<T>(re, 0)); yA = nextY<T>(a, yA, place<T>(im, 0));
      const b = xB; xB = nextX<T>(b, yB, place<T>(re, 1)); yB = nextY<T>(b, yB, place<T>(im, 1));
      const c = xC; xC = nextX<T>(c, yC, place<T>(re, 2)); yC = nextY<T>(c, yC, place<T>(im, 2));
      const d = xD; xD = nextX<T>(d, yD, place<T>(re, 3)); yD = nextY<T>(d, yD, place<T>(im, 3));
      const e = xE; xE = nextX<T>(e, yE, place<T>(re, 4)); yE = nextY<T>(e, yE, place<T>(im, 4));
      const f = xF; xF = nextX<T>(f, yF, place<T>(re, 5)); yF = nextY<T>(f, yF, place<T>(im, 5));
    }
    inside = within<T>(xA, yA, 0) | within<T>(xB, yB, 1) | within<T>(xC, yC, 2)
      | within<T>(xD, yD, 3) | within<T>(xE, yE, 4) | within<T>(xF, yF, 5);
  }
  keep<T>(state + X, 0, xA); keep<T>(state + Y, 0, yA);
  keep<T>(state + X, 1, xB); keep<T>(state + Y, 1, yB);
  keep<T>(state + X, 2, xC); keep<T>(state + Y, 2, yC);
  keep<T>(state + X, 3, xD); keep<T>(state + Y, 3, yD);
  keep<T>(state + X, 4, xE); keep<T>(state + Y, 4, yE);
  keep<T>(state + X, 5, xF); keep<T>(state + Y, 5, yF);
  return (n << LANES) | (inside ^ ALL);
}
