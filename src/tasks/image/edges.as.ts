/** Sobel edges in WebAssembly, to the same bytes as edges.ts: whole numbers, and one square root. */

/** Adding this puts a float's whole number, rounded, into its lowest bits. */
const ROUND: f32 = 8388608;
const OPAQUE: u32 = 0xff000000;

/** Brightness of a row of pixels as 16-bit numbers at `to`, with one copy of its ends on either side. */
export function lumaRow(from: usize, to: usize, width: i32): void {
  const count = <usize>width;
  let x: usize = 0;
  if (ASC_FEATURE_SIMD) {
    for (; x + 8 <= count; x += 8) {
      const at = from + (x << 2);
      const bytes = i16x8.narrow_i32x4_u(fourLumas(v128.load(at)), fourLumas(v128.load(at, 16)));
      v128.store(to + 2 + (x << 1), bytes);
    }
  }
  for (; x < count; x++) {
    const p = load<u32>(from + (x << 2));
    const luma = (77 * (p & 255) + 150 * ((p >>> 8) & 255) + 29 * ((p >>> 16) & 255) + 128) >>> 8;
    store<u16>(to + 2 + (x << 1), <u16>luma);
  }
  store<u16>(to, load<u16>(to + 2));
  store<u16>(to + 2 + (count << 1), load<u16>(to + (count << 1)));
}

/** Red and blue are each pixel's lower bytes of 16 bits, green and alpha the upper ones. */
@inline
function fourLumas(pixels: v128): v128 {
  const redBlue = v128.and(pixels, i32x4.splat(0x00ff00ff));
  const greenAlpha = i16x8.shr_u(pixels, 8);
  const sum = i32x4.add(
    i32x4.dot_i16x8_s(redBlue, i32x4.splat((29 << 16) | 77)),
    i32x4.dot_i16x8_s(greenAlpha, i32x4.splat(150)),
  );
  return i32x4.shr_u(i32x4.add(sum, i32x4.splat(128)), 8);
}

/** The gradient of one row, as opaque grey; the three rows of luma begin at their copies. */
export function gradientRow(above: usize, middle: usize, below: usize, out: usize, width: i32): void {
  const count = <usize>width;
  let x: usize = 0;
  if (ASC_FEATURE_SIMD) {
    for (; x + 8 <= count; x += 8) {
      const at = x << 1;
      const topLeft = v128.load(above + at);
      const top = v128.load(above + at, 2);
      const topRight = v128.load(above + at, 4);
      const left = v128.load(middle + at);
      const right = v128.load(middle + at, 4);
      const bottomLeft = v128.load(below + at);
      const bottom = v128.load(below + at, 2);
      const bottomRight = v128.load(below + at, 4);
      const across = i16x8.sub(right, left);
      const down = i16x8.sub(bottom, top);
      const diagonal = i16x8.sub(bottomRight, topLeft);
      const other = i16x8.sub(bottomLeft, topRight);
      const gx = i16x8.add(i16x8.add(across, across), i16x8.sub(diagonal, other));
      const gy = i16x8.add(i16x8.add(down, down), i16x8.add(diagonal, other));
      const low = steepness(i8x16.shuffle(gx, gy, 0, 1, 16, 17, 2, 3, 18, 19, 4, 5, 20, 21, 6, 7, 22, 23));
      const high = steepness(i8x16.shuffle(gx, gy, 8, 9, 24, 25, 10, 11, 26, 27, 12, 13, 28, 29, 14, 15, 30, 31));
      v128.store(out + (x << 2), grey(low));
      v128.store(out + (x << 2), grey(high), 16);
    }
  }
  for (; x < count; x++) {
    const at = x << 1;
    const diagonal = <i32>load<u16>(below + at, 4) - <i32>load<u16>(above + at);
    const other = <i32>load<u16>(below + at) - <i32>load<u16>(above + at, 4);
    const gx = 2 * (<i32>load<u16>(middle + at, 4) - <i32>load<u16>(middle + at)) + diagonal - other;
    const gy = 2 * (<i32>load<u16>(below + at, 2) - <i32>load<u16>(above + at, 2)) + diagonal + other;
    const steep = <i32>(sqrt<f32>(<f32>(gx * gx + gy * gy)) + 0.5);
    store<u32>(out + (x << 2), (<u32>min(steep, 255) * 0x010101) | OPAQUE);
  }
}

/** √(gx² + gy²), rounded, of four pairs. A float's root is exact enough: a square is never that near to (n + ½)². */
@inline
function steepness(pairs: v128): v128 {
  const squares = f32x4.convert_i32x4_s(i32x4.dot_i16x8_s(pairs, pairs));
  const rounded = f32x4.add(f32x4.sqrt(squares), f32x4.splat(ROUND));
  return i32x4.min_u(rounded, i32x4.splat(0x4b0000ff));
}

@inline
function grey(steep: v128): v128 {
  return v128.or(
    i8x16.shuffle(steep, steep, 0, 0, 0, 0, 4, 4, 4, 4, 8, 8, 8, 8, 12, 12, 12, 12),
    i32x4.splat(<i32>OPAQUE),
  );
}
