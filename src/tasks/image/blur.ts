import type { PartJob, Steps, Task } from '../contract.ts';
import { bandOf, linesPerStep, pixelsOf, planBands, type Band } from './bands.ts';
import { boxBlur, boxesFor, boxesHalo } from './blur-boxes.ts';
import { firBlur, firHalo } from './blur-fir.ts';
import { emptyLine, padLine, type Line, type LineBlur } from './blur-line.ts';
import { blurInfo, type BlurParams } from './info.ts';
import type { ImageShape } from './shape.ts';

/** From here on three boxes look like a Gaussian; below, they are off by up to 9 of 255 (measured). */
export const BOXES_FROM = 3;
/** Columns gathered at once: sixteen pixels are one 64-byte cache line. */
const STRIP = 16;

/**
 * Gaussian blur of RGBA, first down, then across; pixels beyond the picture look like its edge. Alpha is
 * blurred like the other channels, without weighting colours by it: right for photos, which are opaque.
 */
export const blur: Task<BlurParams, ImageShape> = {
  ...blurInfo,
  nature: () => 'divisible',
  plan: ({ sigma, repeat }, shape) => planBands(shape, { halo: blurHalo(sigma), repeat }),
  steps: blurSteps,
};

/** How many rows a pixel depends on, to either side. */
export function blurHalo(sigma: number): number {
  return sigma < BOXES_FROM ? firHalo(sigma) : boxesHalo(boxesFor(sigma));
}

/** Everything a range needs; the scratch is a few lines long, never a picture. */
interface Scene {
  readonly band: Band;
  readonly source: Int32Array;
  readonly out: Int32Array;
  readonly blur: LineBlur;
  /** Sixteen columns one after another, each with its pads, and what becomes of them. */
  readonly columns: Line;
  readonly stripOut: Int32Array;
  readonly row: Line;
}

/**
 * Down first, from the seen rows to the band's own, so that only this direction works on the halo; then
 * across, in place.
 */
function* blurSteps({ params, shape, part, out }: PartJob<BlurParams, ImageShape>): Steps {
  const bytes = yield { start: 0, end: part.input.end - part.input.start };
  const scene = makeScene(params.sigma, bandOf(shape, part), pixelsOf(bytes), pixelsOf(out));
  const { band, blur } = scene;
  const columns = linesPerStep(blur.pixelsPerStep, band.seen * STRIP) * STRIP;
  const rows = linesPerStep(blur.pixelsPerStep, band.width);
  for (let run = 0; run < params.repeat; run++) {
    for (let x = 0; x < band.width; x += columns) {
      blurColumns(scene, x, Math.min(band.width, x + columns));
      yield;
    }
    for (let y = 0; y < band.rows; y += rows) {
      blurRows(scene, y, Math.min(band.rows, y + rows));
      yield;
    }
  }
}

function makeScene(sigma: number, band: Band, source: Int32Array, out: Int32Array): Scene {
  const longest = Math.max(band.seen, band.width) + 2 * blurHalo(sigma);
  const blur = sigma < BOXES_FROM ? firBlur(sigma, longest) : boxBlur(boxesFor(sigma));
  const pads = blur.lead + blur.halo;
  const stripOut = new Int32Array(STRIP * band.rows);
  const columns = emptyLine(new Int32Array(STRIP * (band.seen + pads)), stripOut);
  const row = emptyLine(new Int32Array(band.width + pads), out);
  Object.assign(columns, { length: band.seen, first: band.first, count: band.rows });
  Object.assign(row, { start: blur.lead, length: band.width, count: band.width });
  return { band, source, out, blur, columns, stripOut, row };
}

/** Blurs the columns `from` (included) to `to` (not) downwards into `out`. */
function blurColumns(scene: Scene, from: number, to: number): void {
  const { band, blur, columns } = scene;
  const pitch = band.seen + blur.lead + blur.halo;
  for (let x = from; x < to; x += STRIP) {
    const wide = Math.min(STRIP, to - x);
    gather(scene, x, wide);
    for (let column = 0; column < wide; column++) {
      columns.start = column * pitch + blur.lead;
      columns.outStart = column * band.rows;
      padLine(columns, blur);
      blur.run(columns);
    }
    scatter(scene, x, wide);
  }
}

/** Lays columns out as lines: walking down a picture one column at a time would miss the cache at each step. */
function gather({ band, source, blur, columns }: Scene, x: number, wide: number): void {
  const pitch = band.seen + blur.lead + blur.halo;
  const { pixels } = columns;
  for (let y = 0; y < band.seen; y++) {
    const at = y * band.width + x;
    for (let c = 0, to = blur.lead + y; c < wide; c++, to += pitch) pixels[to] = source[at + c] as number;
  }
}

function scatter({ band, out, stripOut }: Scene, x: number, wide: number): void {
  for (let y = 0; y < band.rows; y++) {
    const at = y * band.width + x;
    for (let c = 0, from = y; c < wide; c++, from += band.rows) out[at + c] = stripOut[from] as number;
  }
}

/** Blurs the rows `from` (included) to `to` (not) of `out` across, in place. */
function blurRows({ band, blur, row, out }: Scene, from: number, to: number): void {
  for (let y = from; y < to; y++) {
    const at = y * band.width;
    const { pixels, start } = row;
    for (let x = 0; x < band.width; x++) pixels[start + x] = out[at + x] as number;
    row.outStart = at;
    padLine(row, blur);
    blur.run(row);
  }
}
