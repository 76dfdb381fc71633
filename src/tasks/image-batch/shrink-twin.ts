import type { Steps } from '../contract.ts';
import { BYTES_PER_PIXEL, type ImageShape } from '../image/shape.ts';
import type { Room } from '../twin.ts';

/** Old pixels that a step reads: about half a millisecond. */
const PIXELS_PER_STEP = 1 << 17;
/** Of each new pixel of a row, five doubles. */
const PIXEL_SUMS = 40;

/** What shrink.as.ts exports. */
export interface ShrinkKernel {
  clearSums(sums: number, width: number): void;
  addRow(
    ...args: readonly [
      row: number,
      oldWidth: number,
      sums: number,
      width: number,
      step: number,
      share: number,
    ]
  ): void;
  writeRow(sums: number, out: number, width: number): void;
}

/** Two pictures' addresses and sizes. */
interface Shrinking {
  readonly from: number;
  readonly to: number;
  readonly old: ImageShape;
  readonly size: ImageShape;
}

/** `shrinkRows` of shrink.ts, for all rows. */
export function* shrinkInPlace(kernel: ShrinkKernel, room: Room, shrinking: Shrinking): Steps {
  const { to, old, size } = shrinking;
  const sums = room.scratch(size.width * PIXEL_SUMS);
  const rows = Math.max(1, Math.floor((PIXELS_PER_STEP * size.height) / (old.width * old.height)));
  for (let y = 0; y < size.height; y++) {
    kernel.clearSums(sums, size.width);
    addRows(kernel, shrinking, y, sums);
    kernel.writeRow(sums, to + y * size.width * BYTES_PER_PIXEL, size.width);
    if ((y + 1) % rows === 0) yield;
  }
}

/** The old rows that new row `y` covers. */
function addRows(kernel: ShrinkKernel, { from, old, size }: Shrinking, y: number, sums: number): void {
  const top = (y * old.height) / size.height;
  const bottom = ((y + 1) * old.height) / size.height;
  const step = old.width / size.width;
  for (let row = Math.floor(top); row < bottom; row++) {
    const share = Math.min(row + 1, bottom) - Math.max(row, top);
    const at = from + row * old.width * BYTES_PER_PIXEL;
    kernel.addRow(at, old.width, sums, size.width, step, share);
  }
}
