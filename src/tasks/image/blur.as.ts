/**
 * The blur in WebAssembly, to the same bytes as blur-boxes.ts and blur-fir.ts: both sum whole numbers exactly and round
 * once. Down as well as across it works along rows, where neighbours fit one vector: two pixels at a time, which are
 * eight channels.
 */

/** Columns that are done together lie in a strip of their own, so many bytes to a row: one cache line. */
const STRIP: usize = 64;

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

/**
 * Lays the seen rows of up to sixteen columns beneath one another, between so many copies of the first and the last:
 * walking down the picture itself would miss the cache at each step.
 */
export function gatherStrip(
  source: usize,
  stride: usize,
  seen: i32,
  strip: usize,
  wide: i32,
  lead: i32,
  trail: i32,
): void {
  const bytes = (<usize>wide) << 2;
  for (let y = -lead; y < seen + trail; y++, strip += STRIP) {
    const from = source + clampRow(y, seen) * stride;
    if (ASC_FEATURE_SIMD) {
      if (bytes == STRIP) {
        v128.store(strip, v128.load(from));
        v128.store(strip, v128.load(from, 16), 16);
        v128.store(strip, v128.load(from, 32), 32);
        v128.store(strip, v128.load(from, 48), 48);
        continue;
      }
    }
    memory.copy(strip, from, bytes);
  }
}

/**
 * Blurs a strip downwards into the picture at `out`. `row`: the strip's first seen row, with 2·twice + once copies before
 * it; `first`, `rows`: which are wanted.
 */
export function boxesDown(
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
  const taps = STRIP * <usize>twice;
  const tap2 = STRIP * <usize>once;
  const begin = STRIP * <usize>(first + twice - 1 + ((once - 1) >> 1));
  const end = begin + STRIP * <usize>rows;
  const bytes = (<usize>wide) << 2;
  for (let x: usize = 0; x < bytes; x += 8) {
    const at = row + x;
    if (weight < EXACT_WEIGHT) downPair(1, at, out + x, stride, begin, end, bytes - x, taps, tap2, weight);
    else downPair(2, at, out + x, stride, begin, end, bytes - x, taps, tap2, weight);
  }
}

/** Two columns. `mode`: 1 scales by floats, 2 by doubles. */
@inline
function downPair(
  mode: i32,
  row: usize,
  out: usize,
  stride: usize,
  begin: usize,
  end: usize,
  left: usize,
  tap1: usize,
  tap2: usize,
  weight: i32,
): void {
  const tap3 = tap1 + tap1;
  const tap4 = tap1 + tap2;
  const tap5 = tap3 + tap2;
  if (ASC_FEATURE_SIMD) {
    const scale = f32x4.splat(<f32>1 / <f32>weight);
    const scaleWide = f64x2.splat(<f64>1 / <f64>weight);
    const edge = v128.load8x8_u(row);
    // Before the first row all rows are like it: no differences, and the third sum is the pixel's full weight.
    let firstLow = i32x4.splat(0);
    let firstHigh = i32x4.splat(0);
    let secondLow = i32x4.splat(0);
    let secondHigh = i32x4.splat(0);
    let low = i32x4.mul(i32x4.extend_low_i16x8_u(edge), i32x4.splat(weight));
    let high = i32x4.mul(i32x4.extend_high_i16x8_u(edge), i32x4.splat(weight));
    let at = row;
    for (const wanted = row + begin; at < wanted; at += STRIP) {
      const d = difference(at, at - tap1, at - tap2, at - tap3, at - tap4, at - tap5);
      firstLow = i32x4.add(firstLow, i32x4.extend_low_i16x8_s(d));
      firstHigh = i32x4.add(firstHigh, i32x4.extend_high_i16x8_s(d));
      secondLow = i32x4.add(secondLow, firstLow);
      secondHigh = i32x4.add(secondHigh, firstHigh);
      low = i32x4.add(low, secondLow);
      high = i32x4.add(high, secondHigh);
    }
    for (const last = row + end; at < last; at += STRIP, out += stride) {
      const d = difference(at, at - tap1, at - tap2, at - tap3, at - tap4, at - tap5);
      firstLow = i32x4.add(firstLow, i32x4.extend_low_i16x8_s(d));
      firstHigh = i32x4.add(firstHigh, i32x4.extend_high_i16x8_s(d));
      secondLow = i32x4.add(secondLow, firstLow);
      secondHigh = i32x4.add(secondHigh, firstHigh);
      low = i32x4.add(low, secondLow);
      high = i32x4.add(high, secondHigh);
      const bytes = mode == 1 ? scaled(low, high, scale) : scaledWide(low, high, scaleWide);
      if (left >= 8) v128.store64_lane(out, bytes, 0);
      else v128.store32_lane(out, bytes, 0);
    }
  } else {
    const scale = <f64>1 / <f64>weight;
    for (let channel: usize = 0, channels = min(left, 8); channel < channels; channel++) {
      let at = row + channel;
      let to = out + channel;
      const wanted = at + begin;
      let first = 0;
      let second = 0;
      let third = <i32>load<u8>(at) * weight;
      for (const last = at + end; at < last; at += STRIP) {
        first += narrowDifference(at, tap1, tap2, tap3, tap4, tap5);
        second += first;
        third += second;
        if (at < wanted) continue;
        store<u8>(to, <i32>(<f64>third * scale + 0.5));
        to += stride;
      }
    }
  }
}

@inline
function narrowDifference(at: usize, tap1: usize, tap2: usize, tap3: usize, tap4: usize, tap5: usize): i32 {
  return (
    <i32>load<u8>(at) -
    (<i32>load<u8>(at - tap1) << 1) -
    <i32>load<u8>(at - tap2) +
    <i32>load<u8>(at - tap3) +
    (<i32>load<u8>(at - tap4) << 1) -
    <i32>load<u8>(at - tap5)
  );
}

/** x0 − 2·x1 − x2 + x3 + 2·x4 − x5 of eight channels: within ±1020. */
@inline
function difference(x0: usize, x1: usize, x2: usize, x3: usize, x4: usize, x5: usize): v128 {
  const ends = i16x8.sub(v128.load8x8_u(x0), v128.load8x8_u(x5));
  const doubled = i16x8.sub(v128.load8x8_u(x4), v128.load8x8_u(x1));
  const single = i16x8.sub(v128.load8x8_u(x3), v128.load8x8_u(x2));
  return i16x8.add(i16x8.add(ends, single), i16x8.add(doubled, doubled));
}

/** Eight sums times `scale`, rounded, as the lowest eight bytes. */
@inline
function scaled(low: v128, high: v128, scale: v128): v128 {
  const round = f32x4.splat(ROUND);
  const a = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(low), scale), round);
  const b = f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(high), scale), round);
  return i8x16.shuffle(a, b, 0, 4, 8, 12, 16, 20, 24, 28, 0, 4, 8, 12, 16, 20, 24, 28);
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
 * Blurs two rows across at once, so that the processor has something to do while one waits for its sums. `row` and
 * `other` are the padded rows' first own pixels: 2·twice + once + 1 copies stand before each, as many as the blur looks
 * ahead and one more behind it.
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
  const tap1 = (<usize>twice) << 2;
  const tap2 = (<usize>once) << 2;
  const ahead = (<usize>(twice - 1 + ((once - 1) >> 1))) << 2;
  const end = ahead + ((<usize>width) << 2);
  if (ASC_FEATURE_SIMD) {
    if (weight < EXACT_WEIGHT) acrossRows(1, row, other, out, outOther, ahead, end, tap1, tap2, weight);
    else acrossRows(2, row, other, out, outOther, ahead, end, tap1, tap2, weight);
  } else {
    acrossNarrow(row, out, ahead, end, tap1, tap2, weight);
    acrossNarrow(other, outOther, ahead, end, tap1, tap2, weight);
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
  const tap3 = tap1 + tap1;
  const tap4 = tap1 + tap2;
  const tap5 = tap3 + tap2;
  const scale = f32x4.splat(<f32>1 / <f32>weight);
  const scaleWide = f64x2.splat(<f64>1 / <f64>weight);
  const full = i32x4.splat(weight);
  let first = i32x4.splat(0);
  let second = first;
  let third = i32x4.mul(i32x4.extend_low_i16x8_u(v128.load8x8_u(row)), full);
  let firstOther = first;
  let secondOther = first;
  let thirdOther = i32x4.mul(i32x4.extend_low_i16x8_u(v128.load8x8_u(other)), full);
  // Pairs begin so that the first wanted pixel begins one; a copy before the row changes no sum.
  const odd = ahead & 4;
  let at = row - odd;
  let there = other - odd;
  for (const wanted = row + ahead; at < wanted; at += 8, there += 8) {
    const d = difference(at, at - tap1, at - tap2, at - tap3, at - tap4, at - tap5);
    const e = difference(there, there - tap1, there - tap2, there - tap3, there - tap4, there - tap5);
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
  for (const last = row + end; at < last; at += 8, there += 8, out += 8, outOther += 8) {
    const d = difference(at, at - tap1, at - tap2, at - tap3, at - tap4, at - tap5);
    first = i32x4.add(first, i32x4.extend_low_i16x8_s(d));
    second = i32x4.add(second, first);
    const low = i32x4.add(third, second);
    first = i32x4.add(first, i32x4.extend_high_i16x8_s(d));
    second = i32x4.add(second, first);
    third = i32x4.add(low, second);
    const e = difference(there, there - tap1, there - tap2, there - tap3, there - tap4, there - tap5);
    firstOther = i32x4.add(firstOther, i32x4.extend_low_i16x8_s(e));
    secondOther = i32x4.add(secondOther, firstOther);
    const lowOther = i32x4.add(thirdOther, secondOther);
    firstOther = i32x4.add(firstOther, i32x4.extend_high_i16x8_s(e));
    secondOther = i32x4.add(secondOther, firstOther);
    thirdOther = i32x4.add(lowOther, secondOther);
    const bytes = mode == 1 ? scaled(low, third, scale) : scaledWide(low, third, scaleWide);
    const bytesOther =
      mode == 1 ? scaled(lowOther, thirdOther, scale) : scaledWide(lowOther, thirdOther, scaleWide);
    if (at + 8 <= last) {
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
  const tap3 = tap1 + tap1;
  const tap4 = tap1 + tap2;
  const tap5 = tap3 + tap2;
  const scale = <f64>1 / <f64>weight;
  for (let channel: usize = 0; channel < 4; channel++) {
    let first = 0;
    let second = 0;
    let third = <i32>load<u8>(row + channel) * weight;
    let to = out + channel;
    for (let x = row + channel, begin = x + ahead, last = x + end; x < last; x += 4) {
      first += narrowDifference(x, tap1, tap2, tap3, tap4, tap5);
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
