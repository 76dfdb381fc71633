/**
 * The blur in WebAssembly, to the same bytes as blur-boxes.ts and blur-fir.ts: both sum whole numbers exactly and round
 * once. Down as well as across it works along rows, where neighbours fit one vector: two pixels at a time, which are
 * eight channels.
 */

/** Boxes work on differences, four numbers of 16 bits a pixel. */
const PIXEL: usize = 8;
/** Columns that are done together lie in a strip of their own, so many bytes to a row: blur-twin.ts says why twenty. */
const STRIP: usize = 20 * PIXEL;

/** Adding this puts a float's whole number, rounded, into its lowest bits. */
const ROUND: f32 = 8388608;
const ROUND_WIDE: f64 = 4503599627370496;
/** Below this weight floats are exact enough: no sum's quotient is nearer to a half than they are off. */
const EXACT_WEIGHT: i32 = 16384;

@inline
function clampRow(row: i32, seen: i32): usize {
  return <usize>max(0, min(seen - 1, row));
}

/** Copies a row of pixels with so many copies of its first and last pixel before and behind it. */
export function padRow(from: usize, to: usize, width: i32, lead: i32, trail: i32): void {
  const first = load<u32>(from);
  const last = load<u32>(from + ((<usize>(width - 1)) << 2));
  const row = to + ((<usize>lead) << 2);
  const end = row + ((<usize>width) << 2);
  for (let at = to; at < row; at += 4) store<u32>(at, first);
  memory.copy(row, from, (<usize>width) << 2);
  for (let i: usize = 0, room = (<usize>trail) << 2; i < room; i += 4) store<u32>(end + i, last);
}

/** Writes what each of so many pixels has more than its `other`, channel by channel. */
@inline
function differ(from: usize, other: usize, to: usize, pixels: i32): void {
  const end = to + <usize>pixels * PIXEL;
  if (ASC_FEATURE_SIMD) {
    for (; to + PIXEL < end; from += 8, other += 8, to += 2 * PIXEL) {
      v128.store(to, i16x8.sub(v128.load8x8_u(from), v128.load8x8_u(other)));
    }
    if (to < end) {
      const pixel = i16x8.extend_low_i8x16_u(v128.load32_zero(from));
      const otherPixel = i16x8.extend_low_i8x16_u(v128.load32_zero(other));
      v128.store64_lane(to, i16x8.sub(pixel, otherPixel), 0);
    }
  } else {
    for (; to < end; from++, other++, to += 2) store<i16>(to, <i16>load<u8>(from) - <i16>load<u8>(other));
  }
}

/**
 * Lays up to twenty columns beneath one another, as differences to the pixels `twice` rows above: walking down the
 * picture itself would miss the cache at each step. Before the seen rows all are like the first: `lead` rows of no
 * difference; behind them like the last, in `trail` more rows.
 */
export function differStrip(
  source: usize,
  stride: usize,
  seen: i32,
  strip: usize,
  wide: i32,
  lead: i32,
  trail: i32,
  twice: i32,
): void {
  memory.fill(strip, 0, <usize>lead * STRIP);
  strip += <usize>lead * STRIP;
  for (let y = 0; y < seen + trail; y++, strip += STRIP) {
    differ(source + clampRow(y, seen) * stride, source + clampRow(y - twice, seen) * stride, strip, wide);
  }
}

/** The same along a row, with `lead` pixels before it and `trail` behind. */
export function differRow(from: usize, to: usize, width: i32, lead: i32, trail: i32, twice: i32): void {
  memory.fill(to, 0, <usize>lead * PIXEL);
  to += <usize>lead * PIXEL;
  const inner = max(0, width - twice);
  for (let x = 0; x < width - inner; x++) differAt(from, to, x, width, twice);
  differ(from + (<usize>twice << 2), from, to + <usize>twice * PIXEL, inner);
  for (let x = width; x < width + trail; x++) differAt(from, to, x, width, twice);
}

/** One pixel of it, where the row may not reach. */
function differAt(from: usize, to: usize, x: i32, width: i32, twice: i32): void {
  const pixel = from + (clampRow(x, width) << 2);
  differ(pixel, from + (clampRow(x - twice, width) << 2), to + <usize>x * PIXEL, 1);
}

/**
 * Blurs a strip downwards into the picture at `out`. `source`: the columns' first seen pixels, `row`: their
 * differences, with twice + once rows before them; `first`, `rows`: which are wanted.
 */
export function boxesDown(
  source: usize,
  row: usize,
  out: usize,
  stride: usize,
  first: i32,
  rows: i32,
  wide: i32,
  twice: i32,
  once: i32,
): void {
  const weight = twice * twice * once;
  const tap1 = STRIP * <usize>twice;
  const tap2 = STRIP * <usize>once;
  const begin = STRIP * <usize>(first + twice - 1 + ((once - 1) >> 1));
  const end = begin + STRIP * <usize>rows;
  for (let x = 0; x < wide; x += 2, source += 8, row += 2 * PIXEL, out += 8) {
    const two = x + 1 < wide;
    if (weight < EXACT_WEIGHT) downPair(1, source, row, out, stride, begin, end, two, tap1, tap2, weight);
    else downPair(2, source, row, out, stride, begin, end, two, tap1, tap2, weight);
  }
}

/** Two columns, or one. `mode`: 1 scales by floats, 2 by doubles. */
@inline
function downPair(
  mode: i32,
  source: usize,
  row: usize,
  out: usize,
  stride: usize,
  begin: usize,
  end: usize,
  two: bool,
  tap1: usize,
  tap2: usize,
  weight: i32,
): void {
  if (ASC_FEATURE_SIMD) {
    const scale = f32x4.splat(<f32>1 / <f32>weight);
    const round = f32x4.splat(roundFor(weight));
    const scaleWide = f64x2.splat(<f64>1 / <f64>weight);
    // Before the first row all rows are like it: no differences, and the third sum is the pixel's full weight.
    let firstLow = i32x4.splat(0);
    let firstHigh = i32x4.splat(0);
    let secondLow = i32x4.splat(0);
    let secondHigh = i32x4.splat(0);
    let low = weighed(source, weight);
    let high = two ? weighed(source + 4, weight) : low;
    let at = row;
    for (const wanted = row + begin; at < wanted; at += STRIP) {
      const d = difference(at, tap1, tap2);
      firstLow = i32x4.add(firstLow, i32x4.extend_low_i16x8_s(d));
      firstHigh = i32x4.add(firstHigh, i32x4.extend_high_i16x8_s(d));
      secondLow = i32x4.add(secondLow, firstLow);
      secondHigh = i32x4.add(secondHigh, firstHigh);
      low = i32x4.add(low, secondLow);
      high = i32x4.add(high, secondHigh);
    }
    for (const last = row + end; at < last; at += STRIP, out += stride) {
      const d = difference(at, tap1, tap2);
      firstLow = i32x4.add(firstLow, i32x4.extend_low_i16x8_s(d));
      firstHigh = i32x4.add(firstHigh, i32x4.extend_high_i16x8_s(d));
      secondLow = i32x4.add(secondLow, firstLow);
      secondHigh = i32x4.add(secondHigh, firstHigh);
      low = i32x4.add(low, secondLow);
      high = i32x4.add(high, secondHigh);
      const bytes = mode == 1 ? scaled(low, high, scale, round) : scaledWide(low, high, scaleWide);
      if (two) v128.store64_lane(out, bytes, 0);
      else v128.store32_lane(out, bytes, 0);
    }
  } else {
    const scale = <f64>1 / <f64>weight;
    for (let channel: usize = 0, channels: usize = two ? 8 : 4; channel < channels; channel++) {
      let at = row + 2 * channel;
      let to = out + channel;
      const wanted = at + begin;
      let first = 0;
      let second = 0;
      let third = <i32>load<u8>(source + channel) * weight;
      for (const last = at + end; at < last; at += STRIP) {
        first += narrowDifference(at, tap1, tap2);
        second += first;
        third += second;
        if (at < wanted) continue;
        store<u8>(to, <i32>(<f64>third * scale + 0.5));
        to += stride;
      }
    }
  }
}

/** (1 − z⁻ᵗ)(1 − z⁻ᵒ) of one channel's differences. */
@inline
function narrowDifference(at: usize, tap1: usize, tap2: usize): i32 {
  const near = <i32>load<i16>(at) - <i32>load<i16>(at - tap1);
  return near - <i32>load<i16>(at - tap2) + <i32>load<i16>(at - tap1 - tap2);
}

/** The same of eight channels: within ±1020. */
@inline
function difference(at: usize, tap1: usize, tap2: usize): v128 {
  const near = i16x8.sub(v128.load(at), v128.load(at - tap1));
  return i16x8.sub(near, i16x8.sub(v128.load(at - tap2), v128.load(at - tap1 - tap2)));
}

/** A pixel's four channels times `weight`. */
@inline
function weighed(pixel: usize, weight: i32): v128 {
  const channels = i16x8.extend_low_i8x16_u(v128.load32_zero(pixel));
  return i32x4.mul(i32x4.extend_low_i16x8_u(channels), i32x4.splat(weight));
}

/** `ROUND`, such that the compiler can't know it: V8 would make the constant anew at each use. */
@inline
function roundFor(weight: i32): f32 {
  return ROUND + <f32>(weight >>> 31);
}

/** Eight sums times `scale`, rounded, as the lowest eight bytes. `round`: `ROUND` in all lanes. */
@inline
function scaled(low: v128, high: v128, scale: v128, round: v128): v128 {
  const a = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(low), scale), round);
  const b = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(high), scale), round);
  const words = i16x8.narrow_i32x4_s(i32x4.sub(a, round), i32x4.sub(b, round));
  return i8x16.narrow_i16x8_u(words, words);
}

@inline
function scaledWide(low: v128, high: v128, scale: v128): v128 {
  const a = twoWide(low, scale);
  const b = twoWide(upper(low), scale);
  const c = twoWide(high, scale);
  const d = twoWide(upper(high), scale);
  const ab = i8x16.shuffle(a, b, 0, 8, 16, 24, 0, 8, 16, 24, 0, 8, 16, 24, 0, 8, 16, 24);
  const cd = i8x16.shuffle(c, d, 0, 8, 16, 24, 0, 8, 16, 24, 0, 8, 16, 24, 0, 8, 16, 24);
  return i8x16.shuffle(ab, cd, 0, 1, 2, 3, 16, 17, 18, 19, 0, 1, 2, 3, 16, 17, 18, 19);
}

@inline
function upper(v: v128): v128 {
  return i8x16.shuffle(v, v, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15);
}

@inline
function twoWide(sums: v128, scale: v128): v128 {
  return f64x2.add(f64x2.mul(f64x2.convert_low_i32x4_s(sums), scale), f64x2.splat(ROUND_WIDE));
}

/**
 * Blurs two rows across at once, in place, so that the processor has something to do while one waits for its sums. `row`
 * and `other` are the rows' differences, with twice + once + 1 before each: one more than the boxes look behind.
 */
export function boxesAcross(
  row: usize,
  other: usize,
  out: usize,
  outOther: usize,
  width: i32,
  twice: i32,
  once: i32,
): void {
  const weight = twice * twice * once;
  const tap1 = PIXEL * <usize>twice;
  const tap2 = PIXEL * <usize>once;
  const ahead = PIXEL * <usize>(twice - 1 + ((once - 1) >> 1));
  const end = ahead + PIXEL * <usize>width;
  if (ASC_FEATURE_SIMD) {
    if (weight < EXACT_WEIGHT) acrossRows(1, row, other, out, outOther, ahead, end, tap1, tap2, weight);
    else acrossRows(2, row, other, out, outOther, ahead, end, tap1, tap2, weight);
  } else {
    acrossNarrow(row, out, ahead, end, tap1, tap2, weight);
    // Of an odd number of rows the last is its own other, and done.
    if (outOther != out) acrossNarrow(other, outOther, ahead, end, tap1, tap2, weight);
  }
}

@inline
function acrossRows(
  mode: i32,
  row: usize,
  other: usize,
  out: usize,
  outOther: usize,
  ahead: usize,
  end: usize,
  tap1: usize,
  tap2: usize,
  weight: i32,
): void {
  const scale = f32x4.splat(<f32>1 / <f32>weight);
  const round = f32x4.splat(roundFor(weight));
  const scaleWide = f64x2.splat(<f64>1 / <f64>weight);
  let first = i32x4.splat(0);
  let second = first;
  let third = weighed(out, weight);
  let firstOther = first;
  let secondOther = first;
  let thirdOther = weighed(outOther, weight);
  // Pairs begin so that the first wanted pixel begins one; a copy before the row changes no sum.
  const odd = ahead & PIXEL;
  let at = row - odd;
  let there = other - odd;
  for (const wanted = row + ahead; at < wanted; at += 2 * PIXEL, there += 2 * PIXEL) {
    const d = difference(at, tap1, tap2);
    const e = difference(there, tap1, tap2);
    first = i32x4.add(first, i32x4.extend_low_i16x8_s(d));
    firstOther = i32x4.add(firstOther, i32x4.extend_low_i16x8_s(e));
    second = i32x4.add(second, first);
    secondOther = i32x4.add(secondOther, firstOther);
    third = i32x4.add(third, second);
    thirdOther = i32x4.add(thirdOther, secondOther);
    first = i32x4.add(first, i32x4.extend_high_i16x8_s(d));
    firstOther = i32x4.add(firstOther, i32x4.extend_high_i16x8_s(e));
    second = i32x4.add(second, first);
    secondOther = i32x4.add(secondOther, firstOther);
    third = i32x4.add(third, second);
    thirdOther = i32x4.add(thirdOther, secondOther);
  }
  for (
    const last = row + end;
    at < last;
    at += 2 * PIXEL, there += 2 * PIXEL, out += 8, outOther += 8
  ) {
    const d = difference(at, tap1, tap2);
    first = i32x4.add(first, i32x4.extend_low_i16x8_s(d));
    second = i32x4.add(second, first);
    const low = i32x4.add(third, second);
    first = i32x4.add(first, i32x4.extend_high_i16x8_s(d));
    second = i32x4.add(second, first);
    third = i32x4.add(low, second);
    const e = difference(there, tap1, tap2);
    firstOther = i32x4.add(firstOther, i32x4.extend_low_i16x8_s(e));
    secondOther = i32x4.add(secondOther, firstOther);
    const lowOther = i32x4.add(thirdOther, secondOther);
    firstOther = i32x4.add(firstOther, i32x4.extend_high_i16x8_s(e));
    secondOther = i32x4.add(secondOther, firstOther);
    thirdOther = i32x4.add(lowOther, secondOther);
    const bytes = mode == 1 ? scaled(low, third, scale, round) : scaledWide(low, third, scaleWide);
    const bytesOther =
      mode == 1 ? scaled(lowOther, thirdOther, scale, round) : scaledWide(lowOther, thirdOther, scaleWide);
    if (at + PIXEL < last) {
      v128.store64_lane(out, bytes, 0);
      v128.store64_lane(outOther, bytesOther, 0);
    } else {
      v128.store32_lane(out, bytes, 0);
      v128.store32_lane(outOther, bytesOther, 0);
    }
  }
}

function acrossNarrow(
  row: usize,
  out: usize,
  ahead: usize,
  end: usize,
  tap1: usize,
  tap2: usize,
  weight: i32,
): void {
  const scale = <f64>1 / <f64>weight;
  for (let channel: usize = 0; channel < 4; channel++) {
    let first = 0;
    let second = 0;
    let to = out + channel;
    let third = <i32>load<u8>(to) * weight;
    const start = row + 2 * channel;
    for (let x = start, begin = start + ahead, last = start + end; x < last; x += PIXEL) {
      first += narrowDifference(x, tap1, tap2);
      second += first;
      third += second;
      if (x < begin) continue;
      store<u8>(to, <i32>(<f64>third * scale + 0.5));
      to += 4;
    }
  }
}

/**
 * Blurs `wide` columns of the wanted row `y` downwards, tap by tap: the tables say where each tap's rows are. `weights`:
 * two taps' weights of 16 bits each in a number; `count`: of such pairs of taps, each with four addresses.
 */
export function firDown(
  source: usize,
  out: usize,
  stride: usize,
  seen: i32,
  row: i32,
  wide: i32,
  table: usize,
  weights: usize,
  count: i32,
): void {
  for (let i = 0; i < 2 * count; i++) {
    const at = table + ((<usize>i) << 3);
    store<u32>(at, <u32>(source + clampRow(row - i, seen) * stride));
    store<u32>(at + 4, <u32>(source + clampRow(row + i, seen) * stride));
  }
  weigh(out, wide, table, weights, count);
}

/** Blurs one padded row across, tap by tap; `row` is its first own pixel. */
export function firAcross(row: usize, out: usize, width: i32, table: usize, weights: usize, count: i32): void {
  for (let i = 0; i < 2 * count; i++) {
    const at = table + ((<usize>i) << 3);
    store<u32>(at, <u32>(row - ((<usize>i) << 2)));
    store<u32>(at + 4, <u32>(row + ((<usize>i) << 2)));
  }
  weigh(out, width, table, weights, count);
}

function weigh(out: usize, wide: i32, table: usize, weights: usize, count: i32): void {
  const end = (<usize>wide) << 2;
  if (ASC_FEATURE_SIMD) {
    for (let x: usize = 0; x < end; x += 8) {
      let low = i32x4.splat(32768);
      let high = low;
      for (let i: usize = 0, taps = table; i < <usize>count; i++, taps += 16) {
        const near = i16x8.add(
          v128.load8x8_u(<usize>load<u32>(taps) + x),
          v128.load8x8_u(<usize>load<u32>(taps, 4) + x),
        );
        const far = i16x8.add(
          v128.load8x8_u(<usize>load<u32>(taps, 8) + x),
          v128.load8x8_u(<usize>load<u32>(taps, 12) + x),
        );
        const by = v128.load32_splat(weights + (i << 2));
        const left = i8x16.shuffle(near, far, 0, 1, 16, 17, 2, 3, 18, 19, 4, 5, 20, 21, 6, 7, 22, 23);
        const right = i8x16.shuffle(near, far, 8, 9, 24, 25, 10, 11, 26, 27, 12, 13, 28, 29, 14, 15, 30, 31);
        low = i32x4.add(low, i32x4.dot_i16x8_s(left, by));
        high = i32x4.add(high, i32x4.dot_i16x8_s(right, by));
      }
      const bytes = i8x16.shuffle(low, high, 2, 6, 10, 14, 18, 22, 26, 30, 2, 6, 10, 14, 18, 22, 26, 30);
      if (x + 8 <= end) v128.store64_lane(out + x, bytes, 0);
      else v128.store32_lane(out + x, bytes, 0);
    }
  } else {
    for (let x: usize = 0; x < end; x++) {
      let sum = 32768;
      for (let i: usize = 0, taps = table; i < <usize>count; i++, taps += 16) {
        const near = <i32>load<u8>(<usize>load<u32>(taps) + x) + <i32>load<u8>(<usize>load<u32>(taps, 4) + x);
        const far = <i32>load<u8>(<usize>load<u32>(taps, 8) + x) + <i32>load<u8>(<usize>load<u32>(taps, 12) + x);
        const by = load<u32>(weights + (i << 2));
        sum += near * <i32>(by & 0xffff) + far * <i32>(by >> 16);
      }
      store<u8>(out + x, sum >> 16);
    }
  }
}
