import type { PartJob, Steps, Task } from '../contract.ts';
import { bandOf, linesPerStep, pixelsOf, planBands, type Band } from './bands.ts';
import { edgesInfo, type EdgesParams } from './info.ts';
import type { ImageShape } from './shape.ts';

/** Sobel's 3×3 kernels look one row up and one down. */
const HALO = 1;
/** About 0.2 ms: so short that a step is bearable even before the engine has optimised its loop. */
const PIXELS_PER_STEP = 1 << 15;

/**
 * Sobel edges: how steeply the brightness changes, √(gx² + gy²), rounded and cut off at 255, as opaque grey:
 * bright edges on black. Pixels beyond the picture look like its edge; alpha is not looked at.
 */
export const edges: Task<EdgesParams, ImageShape> = {
  ...edgesInfo,
  nature: () => 'divisible',
  plan: ({ repeat }, shape) => planBands(shape, { halo: HALO, repeat }),
  steps: edgeSteps,
};

/** What a range needs. `luma` has a row for each seen row, and one pixel more on either side of it. */
interface Scene {
  readonly band: Band;
  readonly source: Int32Array;
  readonly out: Int32Array;
  readonly luma: Uint8Array;
}

function* edgeSteps({ params, shape, part, out }: PartJob<EdgesParams, ImageShape>): Steps {
  const source = pixelsOf(yield { start: 0, end: part.input.end - part.input.start });
  const band = bandOf(shape, part);
  const luma = new Uint8Array(band.seen * (band.width + 2));
  const scene: Scene = { band, source, out: pixelsOf(out), luma };
  const rows = linesPerStep(PIXELS_PER_STEP, band.width);
  for (let run = 0; run < params.repeat; run++) {
    for (let y = 0; y < band.seen; y += rows) {
      lumaRows(scene, y, Math.min(band.seen, y + rows));
      yield;
    }
    for (let y = 0; y < band.rows; y += rows) {
      gradientRows(scene, y, Math.min(band.rows, y + rows));
      yield;
    }
  }
}

/** Brightness of the seen rows `from` (included) to `to` (not), by ITU-R BT.601's weights in 256ths. */
function lumaRows({ band, source, luma }: Scene, from: number, to: number): void {
  const { width } = band;
  for (let y = from; y < to; y++) {
    const start = y * (width + 2) + 1;
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const p = source[at] as number;
      luma[start + x] = (77 * (p & 255) + 150 * ((p >>> 8) & 255) + 29 * ((p >>> 16) & 255) + 128) >>> 8;
    }
    luma[start - 1] = luma[start] as number;
    luma[start + width] = luma[start + width - 1] as number;
  }
}

/** The gradient of the band's rows `from` (included) to `to` (not). */
function gradientRows(scene: Scene, from: number, to: number): void {
  const { first, seen, width } = scene.band;
  const pitch = width + 2;
  for (let y = from; y < to; y++) {
    const middle = first + y;
    gradientRow(scene, y * width, {
      above: Math.max(0, middle - 1) * pitch,
      middle: middle * pitch,
      below: Math.min(seen - 1, middle + 1) * pitch,
    });
  }
}

/** Where three rows of luma start. */
interface Rows {
  readonly above: number;
  readonly middle: number;
  readonly below: number;
}

/**
 * One row. Both kernels are separable: a column's weighted sum (1 2 1) is used by the pixels left and right of
 * it, its difference (−1 0 1) by three; so each pixel reads one new column of three.
 */
function gradientRow({ band, luma, out }: Scene, outStart: number, { above, middle, below }: Rows): void {
  let [sumLeft, differenceLeft] = [0, 0];
  let [sumHere, differenceHere] = [0, 0];
  for (let x = -2; x < band.width; x++) {
    const top = luma[above + x + 2] as number;
    const bottom = luma[below + x + 2] as number;
    const sum = top + 2 * (luma[middle + x + 2] as number) + bottom;
    const difference = bottom - top;
    if (x >= 0) {
      const gx = sum - sumLeft;
      const gy = differenceLeft + 2 * differenceHere + difference;
      const steepness = (Math.sqrt(gx * gx + gy * gy) + 0.5) | 0;
      out[outStart + x] = ((steepness > 255 ? 255 : steepness) * 0x010101) | 0xff000000;
    }
    sumLeft = sumHere;
    sumHere = sum;
    differenceLeft = differenceHere;
    differenceHere = difference;
  }
}
