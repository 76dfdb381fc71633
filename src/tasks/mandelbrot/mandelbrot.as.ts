/**
 * The Mandelbrot set in WebAssembly, to the same bytes as draw.ts and palette.ts: the same additions and
 * multiplications of doubles in the same order for each point. With SIMD four points are under way at a time, two
 * to a vector, in two vectors that are interleaved because each operation waits for the one before it.
 */

const BAILOUT: f64 = 65536;
const INSIDE: u32 = 0xff19110b;
const PIXEL_OVERHEAD: i32 = 16;
const EMPTY: i32 = -1;

/** Points under way at a time. */
const LANES: i32 = ASC_FEATURE_SIMD ? 4 : 2;
/** Where the lanes' numbers stand from the state's start: four doubles each, then four integers each. */
const X: usize = 0;
const Y: usize = 32;
const RE: usize = 64;
const IM: usize = 96;
const COUNT: usize = 128;
const PIXEL: usize = 144;
/** The next pixel to begin. */
const NEXT: usize = 160;
/** What the tile is like; written by `begin`. */
const ROW: usize = 164;
const PIXELS: usize = 168;
const ITERATIONS: usize = 172;
/** mandelbrot-twin.ts reserves as much. */
const STATE_BYTES: usize = 176;

/** Empties the state for a tile of so many pixels, `row` to a row. */
export function begin(state: usize, row: i32, pixels: i32, iterations: i32): void {
  for (let i: usize = 0; i < STATE_BYTES; i += 4) store<i32>(state + i, 0);
  for (let i = 0; i < 4; i++) store<i32>(state + PIXEL + ((<usize>i) << 2), EMPTY);
  store<i32>(state + ROW, row);
  store<i32>(state + PIXELS, pixels);
  store<i32>(state + ITERATIONS, iterations);
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
  let next = load<i32>(state + NEXT);
  let spent = 0;
  while (spent < budget) {
    let live = 0;
    let most = 0;
    for (let i = 0; i < LANES; i++) {
      const lane = state + ((<usize>i) << 3);
      const small = state + ((<usize>i) << 2);
      if (load<i32>(small + PIXEL) == EMPTY) {
        if (next == pixels) continue;
        const down = next / row;
        const column = next - down * row;
        store<f64>(lane + X, 0);
        store<f64>(lane + Y, 0);
        store<f64>(lane + RE, x + (left + <f64>column + 0.5 - half) * unit);
        store<f64>(lane + IM, y - (top + <f64>down + 0.5 - halfDown) * unit);
        store<i32>(small + COUNT, 0);
        store<i32>(small + PIXEL, next);
        next++;
        spent += PIXEL_OVERHEAD;
      }
      live++;
      most = max(most, load<i32>(small + COUNT));
    }
    if (live == 0) return true;
    const done = ASC_FEATURE_SIMD
      ? followFour(state, iterations - most)
      : followTwo(state, iterations - most);
    spent += live * done;
    settle(state, out, table, done, iterations);
  }
  store<i32>(state + NEXT, next);
  return false;
}

/** Colours the pixels of the points that are done and empties their lanes. */
function settle(state: usize, out: usize, table: usize, done: i32, iterations: i32): void {
  for (let i = 0; i < LANES; i++) {
    const lane = state + ((<usize>i) << 3);
    const small = state + ((<usize>i) << 2);
    const pixel = load<i32>(small + PIXEL);
    if (pixel == EMPTY) continue;
    const x = load<f64>(lane + X);
    const y = load<f64>(lane + Y);
    const norm = x * x + y * y;
    const count = load<i32>(small + COUNT) + done;
    store<i32>(small + COUNT, count);
    if (norm <= BAILOUT && count < iterations) continue;
    const colour = norm > BAILOUT ? outsideColour(table, count, norm) : INSIDE;
    store<u32>(out + ((<usize>pixel) << 2), colour);
    store<i32>(small + PIXEL, EMPTY);
    // An empty lane rests at zero, which never escapes.
    store<f64>(lane + X, 0);
    store<f64>(lane + Y, 0);
    store<f64>(lane + RE, 0);
    store<f64>(lane + IM, 0);
  }
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

/** Follows all lanes until a point is done, at most `room` iterations; returns how many. */
function followFour(state: usize, room: i32): i32 {
  const limit = f64x2.splat(BAILOUT);
  let xA = v128.load(state + X);
  let xB = v128.load(state + X, 16);
  let yA = v128.load(state + Y);
  let yB = v128.load(state + Y, 16);
  const reA = v128.load(state + RE);
  const reB = v128.load(state + RE, 16);
  const imA = v128.load(state + IM);
  const imB = v128.load(state + IM, 16);
  let n = 0;
  // Four at a time without looking; a point that escaped meanwhile has grown on (to 2^256 at most), so that it is
  // seen at the end, and the four are done again one by one.
  for (; n + 4 <= room; n += 4) {
    const x0 = xA;
    const x1 = xB;
    const y0 = yA;
    const y1 = yB;
    for (let i = 0; i < 4; i++) {
      const xxA = f64x2.mul(xA, xA);
      const xxB = f64x2.mul(xB, xB);
      const yyA = f64x2.mul(yA, yA);
      const yyB = f64x2.mul(yB, yB);
      yA = f64x2.add(f64x2.mul(f64x2.add(xA, xA), yA), imA);
      yB = f64x2.add(f64x2.mul(f64x2.add(xB, xB), yB), imB);
      xA = f64x2.add(f64x2.sub(xxA, yyA), reA);
      xB = f64x2.add(f64x2.sub(xxB, yyB), reB);
    }
    const farA = f64x2.gt(f64x2.add(f64x2.mul(xA, xA), f64x2.mul(yA, yA)), limit);
    const farB = f64x2.gt(f64x2.add(f64x2.mul(xB, xB), f64x2.mul(yB, yB)), limit);
    if (v128.any_true(v128.or(farA, farB))) {
      xA = x0;
      xB = x1;
      yA = y0;
      yB = y1;
      break;
    }
  }
  for (; n < room; n++) {
    const xxA = f64x2.mul(xA, xA);
    const xxB = f64x2.mul(xB, xB);
    const yyA = f64x2.mul(yA, yA);
    const yyB = f64x2.mul(yB, yB);
    const farA = f64x2.gt(f64x2.add(xxA, yyA), limit);
    const farB = f64x2.gt(f64x2.add(xxB, yyB), limit);
    if (v128.any_true(v128.or(farA, farB))) break;
    yA = f64x2.add(f64x2.mul(f64x2.add(xA, xA), yA), imA);
    yB = f64x2.add(f64x2.mul(f64x2.add(xB, xB), yB), imB);
    xA = f64x2.add(f64x2.sub(xxA, yyA), reA);
    xB = f64x2.add(f64x2.sub(xxB, yyB), reB);
  }
  v128.store(state + X, xA);
  v128.store(state + X, xB, 16);
  v128.store(state + Y, yA);
  v128.store(state + Y, yB, 16);
  return n;
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
  for (; n < room; n++) {
    const xxA = xA * xA;
    const xxB = xB * xB;
    const yyA = yA * yA;
    const yyB = yB * yB;
    if (max(xxA + yyA, xxB + yyB) > BAILOUT) break;
    yA = (xA + xA) * yA + imA;
    yB = (xB + xB) * yB + imB;
    xA = xxA - yyA + reA;
    xB = xxB - yyB + reB;
  }
  store<f64>(state + X, xA);
  store<f64>(state + X, xB, 8);
  store<f64>(state + Y, yA);
  store<f64>(state + Y, yB, 8);
  return n;
}
