import type { ImageShape } from '../image/shape.ts';

/** A photo being made smaller: each new pixel is the mean of the old ones that it covers, by the share it covers. */
export interface Shrinking {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  readonly old: ImageShape;
  readonly size: ImageShape;
  /** Sums for one new row: red, green and blue times alpha, alpha, and the share covered. */
  readonly sums: Float64Array;
}

const LANES = 5;

export function makeShrinking(
  from: Uint8Array,
  to: Uint8Array,
  old: ImageShape,
  size: ImageShape,
): Shrinking {
  return { from, to, old, size, sums: new Float64Array(size.width * LANES) };
}

/** The new rows `first` (included) to `last` (not). */
export function shrinkRows(shrinking: Shrinking, first: number, last: number): void {
  const { old, size, sums } = shrinking;
  for (let y = first; y < last; y++) {
    sums.fill(0);
    const top = (y * old.height) / size.height;
    const bottom = ((y + 1) * old.height) / size.height;
    for (let row = Math.floor(top); row < bottom; row++) {
      addRow(shrinking, row, Math.min(row + 1, bottom) - Math.max(row, top));
    }
    writeRow(shrinking, y);
  }
}

/** Adds an old row, of which `share` is covered. */
function addRow({ from, old, size, sums }: Shrinking, row: number, share: number): void {
  const step = old.width / size.width;
  const start = row * old.width;
  for (let x = 0; x < size.width; x++) {
    const left = x * step;
    const right = Math.min(old.width, (x + 1) * step);
    const end = Math.ceil(right);
    let [red, green, blue, alpha, covered] = [0, 0, 0, 0, 0];
    for (let column = Math.floor(left); column < end; column++) {
      const weight = Math.min(column + 1, right) - Math.max(column, left);
      const at = (start + column) * 4;
      const seen = weight * (from[at + 3] as number);
      red += seen * (from[at] as number);
      green += seen * (from[at + 1] as number);
      blue += seen * (from[at + 2] as number);
      alpha += seen;
      covered += weight;
    }
    const to = x * LANES;
    sums[to] = (sums[to] as number) + share * red;
    sums[to + 1] = (sums[to + 1] as number) + share * green;
    sums[to + 2] = (sums[to + 2] as number) + share * blue;
    sums[to + 3] = (sums[to + 3] as number) + share * alpha;
    sums[to + 4] = (sums[to + 4] as number) + share * covered;
  }
}

function writeRow({ to, size, sums }: Shrinking, y: number): void {
  let out = y * size.width * 4;
  for (let x = 0, at = 0; x < size.width; x++, at += LANES, out += 4) {
    const alpha = sums[at + 3] as number;
    for (let c = 0; c < 3; c++)
      to[out + c] = alpha === 0 ? 0 : Math.floor((sums[at + c] as number) / alpha + 0.5);
    to[out + 3] = Math.floor(alpha / (sums[at + 4] as number) + 0.5);
  }
}
