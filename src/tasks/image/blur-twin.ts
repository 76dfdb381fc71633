import type { Steps } from '../contract.ts';
import type { Room, Twin } from '../twin.ts';
import { bandOf, linesPerStep, type Band } from './bands.ts';
import { BOXES_FROM } from './blur.ts';
import { boxesFor, boxesHalo, type Boxes } from './blur-boxes.ts';
import { firHalo, firWeights } from './blur-fir.ts';
import type { BlurParams } from './info.ts';
import { BYTES_PER_PIXEL, type ImageShape } from './shape.ts';

/**
 * Columns done at a time: a little more than one line of the cache, so that each strip fetches part of what the next one
 * needs (a third faster than one line, measured).
 */
const STRIP = 20;
/** Boxes work on differences of 16 bits, four to a pixel. */
const BOX_PIXEL = 8;
const STRIP_BYTES = STRIP * BOX_PIXEL;
/** A step takes about a third of a millisecond. */
const PIXELS_PER_STEP = 1 << 16;

/** What blur.as.ts exports. */
export interface BlurKernel {
  padRow(from: number, to: number, width: number, lead: number, trail: number): void;
  differStrip(
    ...args: readonly [
      ...[source: number, stride: number, seen: number, strip: number, wide: number],
      ...[lead: number, trail: number, twice: number],
    ]
  ): void;
  differRow(
    ...args: readonly [
      ...[from: number, to: number, width: number],
      ...[lead: number, trail: number, twice: number],
    ]
  ): void;
  boxesDown(
    ...args: readonly [
      ...[source: number, row: number, out: number, stride: number, first: number, rows: number],
      ...[wide: number, twice: number, once: number],
    ]
  ): void;
  boxesAcross(
    ...args: readonly [
      ...[row: number, other: number, out: number, outOther: number],
      ...[width: number, twice: number, once: number],
    ]
  ): void;
  firDown(
    ...args: readonly [
      ...[source: number, out: number, stride: number, seen: number, row: number],
      ...[wide: number, table: number, weights: number, count: number],
    ]
  ): void;
  firAcross(
    ...args: readonly [row: number, out: number, width: number, table: number, weights: number, count: number]
  ): void;
}

/** A part's pixels, and the two passes over them. */
interface Passes {
  readonly band: Band;
  readonly source: number;
  readonly out: number;
  /** The columns from `x` on, `wide` of them. */
  readonly down: (x: number, wide: number) => void;
  /** The rows at two addresses (or twice the same), in place. */
  readonly across: (row: number, other: number) => void;
}

export const blurTwin: Twin<BlurParams, ImageShape, Parameters<typeof bandOf>[1], BlurKernel> = {
  *steps(kernel, { params, shape, part, out }, room) {
    const bytes = yield { start: 0, end: part.input.end - part.input.start };
    const place = { band: bandOf(shape, part), source: room.input(bytes), out: room.output(out) };
    const passes =
      params.sigma < BOXES_FROM
        ? firPasses(kernel, room, params.sigma, place)
        : boxPasses(kernel, room, boxesFor(params.sigma), place);
    for (let run = 0; run < params.repeat; run++) yield* bothPasses(passes);
  },
};

function* bothPasses({ band, out, down, across }: Passes): Steps {
  const strips = linesPerStep(PIXELS_PER_STEP, band.seen * STRIP);
  const pairs = linesPerStep(PIXELS_PER_STEP, 2 * band.width);
  for (let x = 0, n = 1; x < band.width; x += STRIP, n++) {
    down(x, Math.min(STRIP, band.width - x));
    if (n % strips === 0) yield;
  }
  const rowAt = (y: number): number => out + Math.min(y, band.rows - 1) * band.width * BYTES_PER_PIXEL;
  for (let y = 0; y < band.rows; y += 2) {
    across(rowAt(y), rowAt(y + 1));
    if ((y / 2 + 1) % pairs === 0) yield;
  }
}

type Place = Pick<Passes, 'band' | 'source' | 'out'>;

/** Two rows at the same place of a page of memory would get into each other's way in the cache (measured). */
const PAGE = 4096;
const APART = PAGE / 2 + 64;

/** Room for two rows of so many bytes. */
function twoRows(room: Room, bytes: number): { row: number; other: number } {
  const pitch = Math.ceil(bytes / PAGE) * PAGE + APART;
  const row = room.scratch(2 * pitch);
  return { row, other: row + pitch };
}

function boxPasses(kernel: BlurKernel, room: Room, boxes: Boxes, place: Place): Passes {
  const { band, source, out } = place;
  const { twice, once } = boxes;
  const stride = band.width * BYTES_PER_PIXEL;
  const lead = twice + once + 1;
  const trail = boxesHalo(boxes) + 1;
  // Within the picture the rows seen below the band are the trail.
  const below = Math.max(0, band.first + band.rows + trail - band.seen);
  const strip = room.scratch((lead + band.seen + below) * STRIP_BYTES);
  const { row, other } = twoRows(room, (lead + band.width + trail) * BOX_PIXEL);
  const before = lead * BOX_PIXEL;
  return {
    ...place,
    down: (x, wide) => {
      const at = x * BYTES_PER_PIXEL;
      const columns = [source + at, stride, band.seen, strip, wide] as const;
      kernel.differStrip(...columns, lead, below, twice);
      const own = strip + lead * STRIP_BYTES;
      const wanted = [stride, band.first, band.rows, wide] as const;
      kernel.boxesDown(source + at, own, out + at, ...wanted, twice, once);
    },
    across: (at, next) => {
      kernel.differRow(at, row, band.width, lead, trail, twice);
      kernel.differRow(next, other, band.width, lead, trail, twice);
      kernel.boxesAcross(row + before, other + before, at, next, band.width, twice, once);
    },
  };
}

function firPasses(kernel: BlurKernel, room: Room, sigma: number, place: Place): Passes {
  const { band, source, out } = place;
  const stride = band.width * BYTES_PER_PIXEL;
  const packed = packWeights(sigma);
  const count = packed.length;
  const weights = room.scratch(packed.byteLength);
  room.view(weights, packed.byteLength).set(new Uint8Array(packed.buffer));
  const table = room.scratch(count * 16);
  const pad = firHalo(sigma) + 2;
  const { row, other } = twoRows(room, (band.width + 2 * pad) * BYTES_PER_PIXEL);
  const before = pad * BYTES_PER_PIXEL;
  return {
    ...place,
    down: (x, wide) => {
      const at = x * BYTES_PER_PIXEL;
      for (let y = 0; y < band.rows; y++) {
        const place = [source + at, out + y * stride + at, stride, band.seen, band.first + y] as const;
        kernel.firDown(...place, wide, table, weights, count);
      }
    },
    across: (at, below) => {
      kernel.padRow(at, row, band.width, pad, pad);
      kernel.padRow(below, other, band.width, pad, pad);
      kernel.firAcross(row + before, at, band.width, table, weights, count);
      kernel.firAcross(other + before, below, band.width, table, weights, count);
    },
  };
}

/**
 * Two taps' weights in each number, 16 bits each. The middle one is added from both sides like the others, so it counts
 * half (it is always even); the last may stand alone, beside a weight of 0.
 */
function packWeights(sigma: number): Uint32Array {
  const weights = firWeights(sigma);
  weights[0] = (weights[0] ?? 0) / 2;
  const count = Math.ceil(weights.length / 2);
  return Uint32Array.from(
    { length: count },
    (_, i) => (weights[2 * i] ?? 0) | ((weights[2 * i + 1] ?? 0) << 16),
  );
}
