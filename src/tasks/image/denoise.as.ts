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

/** Copies a row to `to`, with two copies of its first pixel before it and `trail` of its last behind it. */
export function padRow(from: usize, to: usize, width: i32, lead: i32, trail: i32): void {
  const first = load<u32>(from);
  const last = load<u32>(from + ((<usize>(width - 1)) << 2));
  const row = to + ((<usize>lead) << 2);
  const end = row + ((<usize>width) << 2);
  for (let at = to; at < row; at += 4) store<u32>(at, first);
  memory.copy(row, from, (<usize>width) << 2);
  for (let i: usize = 0, room = (<usize>trail) << 2; i < room; i += 4) store<u32>(end + i, last);
}

/** Puts the source's alpha beside the medians and writes what belongs to the row. */
@inline
function put(medians: v128, source: usize, out: usize, left: usize): void {
  const mixed = v128.bitselect(v128.load(source), medians, i32x4.splat(<i32>ALPHA));
  if (left >= 16) {
    v128.store(out, mixed);
    return;
  }
  if (left & 8) v128.store64_lane(out, mixed, 0);
  if (left & 4) {
    if (left & 8) v128.store32_lane(out + 8, mixed, 2);
    else v128.store32_lane(out, mixed, 0);
  }
}

@inline
function putNarrow(medians: u64, source: usize, out: usize, left: usize): void {
  const mask: u64 = 0xff000000ff000000;
  const mixed = (load<u64>(source) & mask) | (medians & ~mask);
  if (left >= 8) store<u64>(out, mixed);
  else store<u32>(out, <u32>mixed);
}
