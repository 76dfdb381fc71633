import type { Steps } from '../contract.ts';
import { BYTES_PER_PIXEL, type ImageShape } from '../image/shape.ts';
import type { Room } from '../twin.ts';

/** Old pixels that a step reads: about a third of a millisecond. */
const PIXELS_PER_STEP = 1 << 15;
/** Of each new pixel of a row, five doubles. */
const PIXEL_SUMS = 40;

/** What shrink.as.ts exports. */
export interface ShrinkKernel {
  sumRow(...args: readonly [row: number, oldWidth: number, sums: number, width: number, step: number]): void;
  addRow(...args: readonly [sums: number, row: number, width: number, share: number, first: boolean]): void;
  writeRow(sums: number, out: number, width: number): void;
}

/** Two pictures' addresses and sizes. */
interface Shrinking {
  readonly from: number;
  readonly to: number;
  readonly old: ImageShape;
  readonly size: ImageShape;
}

/**
 * `shrinkRows` of shrink.ts, for all rows. An old row that two new ones share is summed once: that is the same as twice.
 */
export function* shrinkInPlace(kernel: ShrinkKernel, room: Room, { from, to, old, size }: Shrinking): Steps {
  const sums = room.scratch(size.width * PIXEL_SUMS);
  const ofRow = room.scratch(size.width * PIXEL_SUMS);
  const rowsPerStep = Math.max(1, Math.floor((PIXELS_PER_STEP * size.height) / (old.width * old.height)));
  let summed = -1;
  for (let y = 0; y < size.height; y++) {
    const top = (y * old.height) / size.height;
    const bottom = ((y + 1) * old.height) / size.height;
    const first = Math.floor(top);
    for (let row = first; row < bottom; row++) {
      const at = from + row * old.width * BYTES_PER_PIXEL;
      if (row !== summed) kernel.sumRow(at, old.width, ofRow, size.width, old.width / size.width);
      summed = row;
      const share = Math.min(row + 1, bottom) - Math.max(row, top);
      kernel.addRow(sums, ofRow, size.width, share, row === first);
    }
    kernel.writeRow(sums, to + y * size.width * BYTES_PER_PIXEL, size.width);
    if ((y + 1) % rowsPerStep === 0) yield;
  }
}
