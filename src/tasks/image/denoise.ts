import type { PartJob, Steps, Task } from '../contract.ts';
import { bandOf, linesPerStep, pixelsOf, planBands, type Band } from './bands.ts';
import { fromLanes, toLanes } from './lanes.ts';
import { medianRow3 } from './median-3.ts';
import { LEFT_PAD, makeScratch5, medianRow5, RIGHT_PAD } from './median-5.ts';
import type { MedianRow } from './median-row.ts';
import { denoiseInfo, type DenoiseParams } from './info.ts';
import type { ImageShape } from './shape.ts';

/** Steps of 0.1 to 0.5 ms: so short that they are bearable even before the engine has optimised their loops. */
const LANES_PER_STEP = 1 << 15;
const MEDIANS_PER_STEP = [0, 1 << 14, 1 << 12];

/**
 * Median filter: each of red, green and blue becomes the middle one of its neighbours' values, which takes
 * specks away and leaves edges sharp. Pixels beyond the picture look like its edge; alpha is kept.
 */
export const denoise: Task<DenoiseParams, ImageShape> = {
  ...denoiseInfo,
  nature: () => 'divisible',
  plan: ({ radius, repeat }, shape) => planBands(shape, { halo: radius, repeat }),
  steps: denoiseSteps,
};

/** Everything a range needs. */
interface Scene {
  readonly band: Band;
  readonly radius: number;
  readonly source: Int32Array;
  readonly out: Int32Array;
  /** The seen rows in lanes, `pitch` apart, each between copies of its ends. */
  readonly lanes: Int32Array;
  readonly pitch: number;
  readonly medians: Int32Array;
  readonly medianRow: (row: MedianRow, medians: Int32Array) => void;
}

function* denoiseSteps({ params, shape, part, out }: PartJob<DenoiseParams, ImageShape>): Steps {
  const source = pixelsOf(yield { start: 0, end: part.input.end - part.input.start });
  const scene = makeScene(params.radius, bandOf(shape, part), source, pixelsOf(out));
  const { band } = scene;
  const laneRows = linesPerStep(LANES_PER_STEP, band.width);
  const rows = linesPerStep(MEDIANS_PER_STEP[params.radius] ?? 1, band.width);
  for (let run = 0; run < params.repeat; run++) {
    for (let y = 0; y < band.seen; y += laneRows) {
      spreadRows(scene, y, Math.min(band.seen, y + laneRows));
      yield;
    }
    for (let y = 0; y < band.rows; y += rows) {
      medianRows(scene, y, Math.min(band.rows, y + rows));
      yield;
    }
  }
}

function makeScene(radius: number, band: Band, source: Int32Array, out: Int32Array): Scene {
  const even = band.width + (band.width & 1);
  const pitch = LEFT_PAD + even + RIGHT_PAD;
  const lanes = new Int32Array(pitch * band.seen);
  const scratch = makeScratch5(radius === 2 ? band.width : 0);
  const medianRow =
    radius === 1
      ? medianRow3
      : (row: MedianRow, medians: Int32Array): void => {
          medianRow5(row, scratch, medians);
        };
  return { band, radius, source, out, lanes, pitch, medians: new Int32Array(even), medianRow };
}

/** Puts the seen rows `from` (included) to `to` (not) into lanes. */
function spreadRows({ band, source, lanes, pitch }: Scene, from: number, to: number): void {
  for (let y = from; y < to; y++) {
    const row = y * pitch;
    const start = row + LEFT_PAD;
    const end = start + band.width;
    for (let p = start, at = y * band.width; p < end; p++, at++) lanes[p] = toLanes(source[at] as number);
    lanes.fill(lanes[start] as number, row, start);
    lanes.fill(lanes[end - 1] as number, end, row + pitch);
  }
}

/** The medians of the band's rows `from` (included) to `to` (not). */
function medianRows(scene: Scene, from: number, to: number): void {
  const { band, radius, lanes, pitch, medians } = scene;
  const rows = new Array<number>(2 * radius + 1).fill(0);
  const row: MedianRow = { lanes, rows, width: band.width };
  for (let y = from; y < to; y++) {
    for (let k = -radius; k <= radius; k++) {
      const seen = Math.min(band.seen - 1, Math.max(0, band.first + y + k));
      rows[k + radius] = seen * pitch + LEFT_PAD - radius;
    }
    scene.medianRow(row, medians);
    gatherRow(scene, y);
  }
}

/** Writes a row of medians as pixels, with the source's alpha. */
function gatherRow({ band, source, out, medians }: Scene, y: number): void {
  const { width } = band;
  for (let x = 0, to = y * width, from = to + band.first * width; x < width; x++) {
    out[to + x] = fromLanes(medians[x] as number) | ((source[from + x] as number) & 0xff000000);
  }
}
