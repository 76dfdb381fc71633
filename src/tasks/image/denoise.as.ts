/**
 * The median filter in WebAssembly, to the same bytes as denoise.ts: the networks of median-3.ts and median-5.ts, on
 * sixteen bytes at a time with SIMD and on eight without. Every channel is filtered; then alpha is put back.
 *
 * A row is first copied to a place of its own, between copies of its ends, so that no window looks beyond it.
 */

/** Bytes that are worked on at once. */
const WIDE: usize = ASC_FEATURE_SIMD ? 16 : 8;
const HIGH: u64 = 0x8080808080808080;
const ALPHA: u32 = 0xff000000;
const ALPHAS: u64 = 0xff000000ff000000;

@inline
function lower<T>(a: T, b: T): T {
  if (isVector<T>()) return i8x16.min_u(a, b);
  const pick = above(<u64>a, <u64>b);
  return <T>((<u64>b & pick) | (<u64>a & ~pick));
}

@inline
function upper<T>(a: T, b: T): T {
  if (isVector<T>()) return i8x16.max_u(a, b);
  const pick = above(<u64>a, <u64>b);
  return <T>((<u64>a & pick) | (<u64>b & ~pick));
}

/** 255 in each byte where a > b: the borrow of b − a, kept inside its byte. */
@inline
function above(a: u64, b: u64): u64 {
  const rest = ((b | HIGH) - (a & ~HIGH)) ^ ((b ^ ~a) & HIGH);
  const borrow = ((~b & a) | (~(b ^ a) & rest)) & HIGH;
  return (borrow >> 7) * 255;
}

/** The pixel before each of these: the last of the ones before comes first. */
@inline
function shiftedRight<T>(before: T, here: T): T {
  if (isVector<T>()) {
    return i8x16.shuffle(before, here, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27);
  }
  return <T>((<u64>before >> 32) | (<u64>here << 32));
}

@inline
function shiftedLeft<T>(here: T, after: T): T {
  if (isVector<T>()) {
    return i8x16.shuffle(here, after, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
  }
  return <T>((<u64>here >> 32) | (<u64>after << 32));
}

/** Puts the source's alpha beside the medians and writes what belongs to the row: `left` bytes at most. */
@inline
function put<T>(medians: T, source: usize, out: usize, left: usize): void {
  if (isVector<T>()) {
    const mixed = v128.bitselect(v128.load(source), medians, i32x4.splat(<i32>ALPHA));
    if (left >= 16) {
      v128.store(out, mixed);
      return;
    }
    if (left & 8) v128.store64_lane(out, mixed, 0);
    if ((left & 12) == 12) v128.store32_lane(out + 8, mixed, 2);
    else if (left & 4) v128.store32_lane(out, mixed, 0);
  } else {
    const mixed = (load<u64>(source) & ALPHAS) | (<u64>medians & ~ALPHAS);
    if (left >= 8) store<u64>(out, mixed);
    else store<u32>(out, <u32>mixed);
  }
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

/** Medians of 3×3 for one row, of three padded ones: four copies before each row and eight behind. */
export function medianRow3(top: usize, middle: usize, bottom: usize, out: usize, width: i32): void {
  if (ASC_FEATURE_SIMD) row3<v128>(top, middle, bottom, out, (<usize>width) << 2);
  else row3<u64>(top, middle, bottom, out, (<usize>width) << 2);
}

@inline
function row3<T>(top: usize, middle: usize, bottom: usize, out: usize, bytes: usize): void {
  // The columns before and at the first place; each turn sorts those of the next one.
  let at: usize = 0 - WIDE;
  let a = load<T>(top + at);
  let b = load<T>(middle + at);
  let c = load<T>(bottom + at);
  let low0 = lower<T>(lower<T>(a, b), c);
  let mid0 = lower<T>(upper<T>(a, b), upper<T>(lower<T>(a, b), c));
  let high0 = upper<T>(upper<T>(a, b), c);
  a = load<T>(top);
  b = load<T>(middle);
  c = load<T>(bottom);
  let low1 = lower<T>(lower<T>(a, b), c);
  let mid1 = lower<T>(upper<T>(a, b), upper<T>(lower<T>(a, b), c));
  let high1 = upper<T>(upper<T>(a, b), c);
  for (let x: usize = 0; x < bytes; x += WIDE) {
    a = load<T>(top + x + WIDE);
    b = load<T>(middle + x + WIDE);
    c = load<T>(bottom + x + WIDE);
    const less = lower<T>(a, b);
    const more = upper<T>(a, b);
    const rest = upper<T>(less, c);
    const low2 = lower<T>(less, c);
    const mid2 = lower<T>(more, rest);
    const high2 = upper<T>(more, rest);
    const low = upper<T>(upper<T>(shiftedRight<T>(low0, low1), low1), shiftedLeft<T>(low1, low2));
    const high = lower<T>(lower<T>(shiftedRight<T>(high0, high1), high1), shiftedLeft<T>(high1, high2));
    const mid = median<T>(shiftedRight<T>(mid0, mid1), mid1, shiftedLeft<T>(mid1, mid2));
    put<T>(median<T>(low, mid, high), middle + x, out + x, bytes - x);
    low0 = low1;
    mid0 = mid1;
    high0 = high1;
    low1 = low2;
    mid1 = mid2;
    high1 = high2;
  }
}

@inline
function median<T>(a: T, b: T, c: T): T {
  return upper<T>(lower<T>(a, b), lower<T>(upper<T>(a, b), c));
}

/**
 * Takes a row's even and odd pixels apart, each between copies of the row's ends: four pixels before and eight behind.
 * `odd` is where the odd ones go; both are the address of the first own pixel.
 */
export function splitRow(from: usize, even: usize, odd: usize, width: i32): void {
  const bytes = (<usize>width) << 2;
  let x: usize = 0;
  let to: usize = 0;
  if (ASC_FEATURE_SIMD) {
    for (; x + 32 <= bytes; x += 32, to += 16) {
      const a = v128.load(from + x);
      const b = v128.load(from + x, 16);
      v128.store(even + to, i8x16.shuffle(a, b, 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27));
      v128.store(odd + to, i8x16.shuffle(a, b, 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31));
    }
  }
  const last = load<u32>(from + bytes - 4);
  for (const end = bytes + 64; x < end; x += 8, to += 4) {
    store<u32>(even + to, x < bytes ? load<u32>(from + x) : last);
    store<u32>(odd + to, x + 4 < bytes ? load<u32>(from + x + 4) : last);
  }
  const first = load<u32>(from);
  for (let i: usize = 4; i <= 16; i += 4) {
    store<u32>(even - i, first);
    store<u32>(odd - i, first);
  }
}

/** Bytes of each plane that are worked on before what is between is thrown away: twenty such lines fit the first cache. */
const TILE: usize = 512;
/** From line to line: a tile with a place before and behind it. */
const PITCH: usize = 544;

/** Bytes of the lines between: five of even columns, five of odd ones, ten of merged pairs. */
export function scratchBytes5(): usize {
  return 20 * PITCH;
}

/**
 * Medians of 5×5 for one row. `rows` holds five addresses of even pixels; the odd ones lie `odd` bytes further.
 * `source`: the row itself, with at least 32 readable bytes behind it; only its alpha is used.
 */
export function medianRow5(rows: usize, odd: usize, source: usize, out: usize, width: i32, lines: usize): void {
  const planes = ((<usize>width + 1) >> 1) << 2;
  for (let x: usize = 0; x < planes; x += TILE) {
    const wide = min(TILE, planes - x);
    const left = ((<usize>width) << 2) - (x << 1);
    if (ASC_FEATURE_SIMD) tile5<v128>(rows, odd, source + (x << 1), out + (x << 1), x, wide, left, lines);
    else tile5<u64>(rows, odd, source + (x << 1), out + (x << 1), x, wide, left, lines);
  }
}

@inline
function tile5<T>(
  rows: usize,
  odd: usize,
  source: usize,
  out: usize,
  x: usize,
  wide: usize,
  left: usize,
  lines: usize,
): void {
  const evens = lines + 16;
  const odds = evens + 5 * PITCH;
  const pairs = odds + 5 * PITCH;
  // One place more on either side: windows reach two columns beyond their pixel.
  sortColumns<T>(rows, x - WIDE, evens - WIDE, wide + 2 * WIDE, 0);
  sortColumns<T>(rows, x - WIDE, odds - WIDE, wide + 2 * WIDE, odd);
  for (let i: usize = 0; i <= wide; i += WIDE) merge<T>(odds + i - 4, evens + i, pairs + i);
  for (let i: usize = 0; i < wide; i += WIDE) {
    select<T>(pairs + i, evens + i - 4, odds + i + 4, source + (i << 1), out + (i << 1), left - (i << 1));
  }
}

/** Sorts each column of five with nine comparators, the fewest there are. */
function sortColumns<T>(rows: usize, from: usize, to: usize, bytes: usize, plane: usize): void {
  const row0 = <usize>load<u32>(rows) + from + plane;
  const row1 = <usize>load<u32>(rows, 4) + from + plane;
  const row2 = <usize>load<u32>(rows, 8) + from + plane;
  const row3 = <usize>load<u32>(rows, 12) + from + plane;
  const row4 = <usize>load<u32>(rows, 16) + from + plane;
  for (let x: usize = 0; x < bytes; x += WIDE, to += WIDE) {
    const r0 = load<T>(row0 + x);
    const r1 = load<T>(row1 + x);
    const r2 = load<T>(row2 + x);
    const r3 = load<T>(row3 + x);
    const r4 = load<T>(row4 + x);
    const a1 = lower<T>(r0, r3);
    const d1 = upper<T>(r0, r3);
    const b1 = lower<T>(r1, r4);
    const e1 = upper<T>(r1, r4);
    const a2 = lower<T>(a1, r2);
    const c2 = upper<T>(a1, r2);
    const b2 = lower<T>(b1, d1);
    const d2 = upper<T>(b1, d1);
    const b3 = upper<T>(a2, b2);
    const c3 = lower<T>(c2, e1);
    const e3 = upper<T>(c2, e1);
    const c4 = upper<T>(b3, c3);
    const d4 = lower<T>(d2, e3);
    store<T>(to, lower<T>(a2, b2));
    store<T>(to, lower<T>(b3, c3), PITCH);
    store<T>(to, lower<T>(c4, d4), 2 * PITCH);
    store<T>(to, upper<T>(c4, d4), 3 * PITCH);
    store<T>(to, upper<T>(d2, e3), 4 * PITCH);
  }
}

/** Two columns' five values each, to ten in order: even and odd places merged, then woven together. */
@inline
function merge<T>(a: usize, b: usize, to: usize): void {
  const a0 = load<T>(a);
  const a2 = load<T>(a, 2 * PITCH);
  const a4 = load<T>(a, 4 * PITCH);
  const b0 = load<T>(b);
  const b2 = load<T>(b, 2 * PITCH);
  const b4 = load<T>(b, 4 * PITCH);
  const highs = lower<T>(a4, b4);
  const lows = upper<T>(a0, b0);
  const below = lower<T>(highs, lows);
  const beyond = upper<T>(highs, lows);
  const less = lower<T>(a2, b2);
  const more = upper<T>(a2, b2);
  const even1 = lower<T>(less, below);
  const even2 = upper<T>(less, below);
  const even3 = lower<T>(more, beyond);
  const even4 = upper<T>(more, beyond);
  store<T>(to, lower<T>(a0, b0));
  store<T>(to, upper<T>(a4, b4), 9 * PITCH);
  const a1 = load<T>(a, PITCH);
  const a3 = load<T>(a, 3 * PITCH);
  const b1 = load<T>(b, PITCH);
  const b3 = load<T>(b, 3 * PITCH);
  const odd0 = lower<T>(a1, b1);
  const inner = upper<T>(a1, b1);
  const outer = lower<T>(a3, b3);
  const odd3 = upper<T>(a3, b3);
  const odd1 = lower<T>(outer, inner);
  const odd2 = upper<T>(outer, inner);
  store<T>(to, lower<T>(odd0, even1), PITCH);
  store<T>(to, upper<T>(odd0, even1), 2 * PITCH);
  store<T>(to, lower<T>(odd1, even2), 3 * PITCH);
  store<T>(to, upper<T>(odd1, even2), 4 * PITCH);
  store<T>(to, lower<T>(odd2, even3), 5 * PITCH);
  store<T>(to, upper<T>(odd2, even3), 6 * PITCH);
  store<T>(to, lower<T>(odd3, even4), 7 * PITCH);
  store<T>(to, upper<T>(odd3, even4), 8 * PITCH);
}

/**
 * Two neighbours' windows share four columns, two merged pairs. Of those twenty only the six in the middle can be the
 * median; each window adds the column of its own.
 */
@inline
function select<T>(pairs: usize, before: usize, after: usize, source: usize, out: usize, left: usize): void {
  const next = pairs + 4;
  // Of every second value of the two tens, the places 3 to 6.
  const low0 = upper<T>(load<T>(pairs), load<T>(next));
  const high0 = lower<T>(load<T>(pairs, 8 * PITCH), load<T>(next, 8 * PITCH));
  const a0 = load<T>(pairs, 4 * PITCH);
  const b0 = load<T>(next, 4 * PITCH);
  const even2 = upper<T>(lower<T>(a0, b0), lower<T>(high0, low0));
  const even3 = lower<T>(upper<T>(a0, b0), upper<T>(high0, low0));
  const low1 = upper<T>(load<T>(pairs, 2 * PITCH), load<T>(next, 2 * PITCH));
  const high1 = lower<T>(load<T>(pairs, 6 * PITCH), load<T>(next, 6 * PITCH));
  const odd1 = lower<T>(high1, low1);
  const odd2 = upper<T>(high1, low1);
  const even4 = upper<T>(odd1, even2);
  const even5 = lower<T>(odd2, even3);
  const even6 = upper<T>(odd2, even3);
  const low2 = upper<T>(load<T>(pairs, PITCH), load<T>(next, PITCH));
  const high2 = lower<T>(load<T>(pairs, 9 * PITCH), load<T>(next, 9 * PITCH));
  const a1 = load<T>(pairs, 5 * PITCH);
  const b1 = load<T>(next, 5 * PITCH);
  const even7 = upper<T>(lower<T>(a1, b1), lower<T>(high2, low2));
  const even8 = lower<T>(upper<T>(a1, b1), upper<T>(high2, low2));
  const low3 = upper<T>(load<T>(pairs, 3 * PITCH), load<T>(next, 3 * PITCH));
  const high3 = lower<T>(load<T>(pairs, 7 * PITCH), load<T>(next, 7 * PITCH));
  const odd3 = lower<T>(high3, low3);
  const odd4 = upper<T>(high3, low3);
  const odd5 = lower<T>(odd3, even7);
  const odd6 = upper<T>(odd3, even7);
  const odd7 = lower<T>(odd4, even8);
  const six0 = lower<T>(odd5, even4);
  const six1 = upper<T>(odd5, even4);
  const six2 = lower<T>(odd6, even5);
  const six3 = upper<T>(odd6, even5);
  const six4 = lower<T>(odd7, even6);
  const six5 = upper<T>(odd7, even6);
  const even = withColumn<T>(six0, six1, six2, six3, six4, six5, before);
  const odd = withColumn<T>(six0, six1, six2, six3, six4, six5, after);
  putBoth<T>(even, odd, source, out, left);
}

/** The sixth of eleven: six in order and a column in order. */
@inline
function withColumn<T>(six0: T, six1: T, six2: T, six3: T, six4: T, six5: T, column: usize): T {
  const one = upper<T>(six0, load<T>(column, 4 * PITCH));
  const two = upper<T>(six1, load<T>(column, 3 * PITCH));
  const three = upper<T>(six2, load<T>(column, 2 * PITCH));
  const four = upper<T>(six3, load<T>(column, PITCH));
  const five = upper<T>(six4, load<T>(column));
  return lower<T>(lower<T>(lower<T>(one, two), lower<T>(three, four)), lower<T>(five, six5));
}

/** Even and odd pixels back beside each other. */
@inline
function putBoth<T>(even: T, odd: T, source: usize, out: usize, left: usize): void {
  if (isVector<T>()) {
    put<T>(i8x16.shuffle(even, odd, 0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23), source, out, left);
    if (left <= 16) return;
    const second = i8x16.shuffle(even, odd, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31);
    put<T>(second, source + 16, out + 16, left - 16);
  } else {
    put<T>(<T>((<u64>even & 0xffffffff) | (<u64>odd << 32)), source, out, left);
    if (left <= 8) return;
    put<T>(<T>((<u64>even >> 32) | (<u64>odd & ~(<u64>0xffffffff))), source + 8, out + 8, left - 8);
  }
}
