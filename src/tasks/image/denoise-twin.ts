import type { Part, Steps } from '../contract.ts';
import type { Room, Twin } from '../twin.ts';
import { bandOf, linesPerStep, type Band } from './bands.ts';
import type { DenoiseParams } from './info.ts';
import { BYTES_PER_PIXEL, type ImageShape } from './shape.ts';

/** A step takes about a third of a millisecond: fewer pixels of the larger window. */
const PIXELS_PER_STEP = [0, 1 << 16, 1 << 15];
/** Copies of a row's ends, in pixels: as many as one vector reaches beyond it. */
const LEAD = 4;
const TRAIL = 16;

/** What denoise.as.ts exports. */
export interface DenoiseKernel {
  padRow(from: number, to: number, width: number, lead: number, trail: number): void;
  medianRow3(
    ...args: readonly [top: number, middle: number, bottom: number, out: number, width: number]
  ): void;
  splitRow(from: number, even: number, odd: number, width: number): void;
  scratchBytes5(): number;
  medianRow5(
    ...args: readonly [rows: number, odd: number, source: number, out: number, width: number, lines: number]
  ): void;
}

/** The rows that windows need, in a ring: each is made ready once. */
interface Rows {
  /** Makes the seen row `row` ready. */
  load(row: number): void;
  /** The medians of the band's row `y`. */
  run(y: number): void;
}

export const denoiseTwin: Twin<DenoiseParams, ImageShape, Part, DenoiseKernel> = {
  *steps(kernel, { params, shape, part, out }, room) {
    const bytes = yield { start: 0, end: part.input.end - part.input.start };
    const band = bandOf(shape, part);
    const { radius } = params;
    const place = { band, source: room.input(bytes), out: room.output(out) };
    const rows = radius === 1 ? rows3(kernel, room, place) : rows5(kernel, room, place);
    for (let run = 0; run < params.repeat; run++) yield* allRows(band, radius, rows);
  },
};

function* allRows(band: Band, radius: number, rows: Rows): Steps {
  const perStep = linesPerStep(PIXELS_PER_STEP[radius] ?? 1, band.width);
  let known = Math.max(0, band.first - radius);
  for (let y = 0; y < band.rows; y++) {
    const last = Math.min(band.seen - 1, band.first + y + radius);
    for (; known <= last; known++) rows.load(known);
    rows.run(y);
    if ((y + 1) % perStep === 0) yield;
  }
}

interface Place {
  readonly band: Band;
  readonly source: number;
  readonly out: number;
}

function clamped(row: number, { seen }: Band): number {
  return Math.max(0, Math.min(seen - 1, row));
}

function rows3(kernel: DenoiseKernel, room: Room, { band, source, out }: Place): Rows {
  const { width, first } = band;
  const stride = width * BYTES_PER_PIXEL;
  const pitch = (LEAD + width + TRAIL) * BYTES_PER_PIXEL;
  const ring = room.scratch(3 * pitch);
  const rowAt = (row: number): number => ring + (clamped(row, band) % 3) * pitch + LEAD * BYTES_PER_PIXEL;
  return {
    load: (row) => {
      kernel.padRow(source + row * stride, ring + (row % 3) * pitch, width, LEAD, TRAIL);
    },
    run: (y) => {
      const middle = first + y;
      kernel.medianRow3(rowAt(middle - 1), rowAt(middle), rowAt(middle + 1), out + y * stride, width);
    },
  };
}

function rows5(kernel: DenoiseKernel, room: Room, { band, source, out }: Place): Rows {
  const { width, first } = band;
  const stride = width * BYTES_PER_PIXEL;
  const plane = (LEAD + Math.ceil(width / 2) + TRAIL) * BYTES_PER_PIXEL;
  const ring = room.scratch(5 * 2 * plane);
  const lines = room.scratch(kernel.scratchBytes5());
  const table = room.scratch(5 * Uint32Array.BYTES_PER_ELEMENT);
  const evenOf = (row: number): number => ring + (row % 5) * 2 * plane + LEAD * BYTES_PER_PIXEL;
  return {
    load: (row) => {
      kernel.splitRow(source + row * stride, evenOf(row), evenOf(row) + plane, width);
    },
    run: (y) => {
      const middle = first + y;
      const rows = Uint32Array.from([-2, -1, 0, 1, 2], (k) => evenOf(clamped(middle + k, band)));
      room.view(table, rows.byteLength).set(new Uint8Array(rows.buffer));
      const own = source + middle * stride;
      kernel.medianRow5(table, plane, own, out + y * stride, width, lines);
    },
  };
}
