/**
 * Means of the pixels that a new one covers, to the last bit those of shrink.ts: the same sums of doubles in the same
 * order. Colours side by side in vectors took longer than one by one (measured, V8).
 */

/** Of each new pixel five sums, in doubles: red, green and blue times alpha, alpha, the share covered. */
const PIXEL_SUMS: usize = 40;

/** The share of an old column that lies between two edges: none is NaN, which `min` and `max` would look out for. */
// @ts-ignore: decorator
@inline
function shareOf(column: f64, left: f64, right: f64): f64 {
  const end = select<f64>(right, column + 1, right < column + 1);
  return end - select<f64>(left, column, left > column);
}

/** Writes the sums of an old row alone. A new pixel is `step` old ones wide. */
export function sumRow(row: usize, oldWidth: i32, sums: usize, width: i32, step: f64): void {
  for (let x = 0; x < width; x++, sums += PIXEL_SUMS) {
    const left = <f64>x * step;
    const right = min(<f64>oldWidth, <f64>(x + 1) * step);
    const end = <i32>ceil(right);
    let red: f64 = 0;
    let green: f64 = 0;
    let blue: f64 = 0;
    let alpha: f64 = 0;
    let covered: f64 = 0;
    for (let column = <i32>left; column < end; column++) {
      const weight = shareOf(<f64>column, left, right);
      const at = row + (<usize>column << 2);
      const seen = weight * <f64>load<u8>(at, 3);
      red += seen * <f64>load<u8>(at);
      green += seen * <f64>load<u8>(at, 1);
      blue += seen * <f64>load<u8>(at, 2);
      alpha += seen;
      covered += weight;
    }
    store<f64>(sums, red);
    store<f64>(sums, green, 8);
    store<f64>(sums, blue, 16);
    store<f64>(sums, alpha, 24);
    store<f64>(sums, covered, 32);
  }
}

/** Adds the sums of an old row, of which `share` is covered, to those of a new one; `first`: they begin with it. */
export function addRow(sums: usize, row: usize, width: i32, share: f64, first: bool): void {
  const end = sums + <usize>width * PIXEL_SUMS;
  if (first) memory.fill(sums, 0, end - sums);
  if (ASC_FEATURE_SIMD) {
    const shares = f64x2.splat(share);
    for (; sums + 16 <= end; sums += 16, row += 16) {
      v128.store(sums, f64x2.add(v128.load(sums), f64x2.mul(shares, v128.load(row))));
    }
  }
  for (; sums < end; sums += 8, row += 8) store<f64>(sums, load<f64>(sums) + share * load<f64>(row));
}

/** Writes a new row's pixels from its sums. */
export function writeRow(sums: usize, out: usize, width: i32): void {
  for (let x = 0; x < width; x++, sums += PIXEL_SUMS, out += 4) {
    const alpha = load<f64>(sums, 24);
    for (let c: usize = 0; c < 3; c++) {
      store<u8>(out + c, alpha == 0 ? 0 : <u8>floor(load<f64>(sums + (c << 3)) / alpha + 0.5));
    }
    store<u8>(out, <u8>floor(alpha / load<f64>(sums, 32) + 0.5), 3);
  }
}
