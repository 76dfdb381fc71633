import type { Job, PartDone } from '../../strategies/contract.ts';
import type { PathTracerParams } from '../../tasks/path-tracer/info.ts';
import { addTile, SUMS, type TracePart } from '../../tasks/path-tracer/passes.ts';
import { tone } from '../../tasks/path-tracer/tone.ts';
import { readPalette } from '../../ui/charts/palette.ts';
import { Sheet } from '../../ui/sheet.ts';
import { TileQueue } from '../fractal/tile-queue.ts';

type Size = Pick<PathTracerParams, 'width' | 'height'>;

interface Tile {
  /** The last part of it that has come. */
  readonly part: TracePart;
  readonly samples: number;
  /** The last of its samples. */
  readonly end: number;
}

/** The light that has been counted so far, and the canvas that shows it. */
export class TraceStage {
  readonly #canvas: HTMLCanvasElement;
  readonly #sheet: Sheet;
  readonly #queue = new TileQueue();
  #size: Size = { width: 0, height: 0 };
  /** Since it was last shown. */
  #changed = false;
  #sums = new Uint32Array(0);
  /** What each tile has, by where it lies. */
  readonly #tiles = new Map<string, Tile>();

  constructor(canvas: HTMLCanvasElement) {
    this.#canvas = canvas;
    this.#sheet = new Sheet(canvas);
  }

  /** Once a frame, with its timestamp: paints some of the tiles that have come. */
  frame(timestamp: number, measured: boolean): void {
    this.#queue.paintDue(this.#paint, timestamp, measured);
    this.#show();
  }

  /** A picture without light yet. What is on the canvas stays until tiles cover it, where it has the same size. */
  begin({ width, height }: Size): void {
    this.#queue.drop();
    this.#tiles.clear();
    this.#size = { width, height };
    this.#sums = new Uint32Array(width * height * SUMS);
    const { picture, pen } = this.#sheet;
    if (picture.width === width && picture.height === height) return;
    this.#sheet.size(width, height);
    pen.fillStyle = readPalette(this.#canvas).paper;
    pen.fillRect(0, 0, width, height);
    this.#changed = true;
  }

  /** Hollow tiles, for a run to fill. */
  hollow(parts: readonly TracePart[]): void {
    const palette = readPalette(this.#canvas);
    const { pen } = this.#sheet;
    pen.fillStyle = palette.paper;
    pen.fillRect(0, 0, this.#size.width, this.#size.height);
    pen.strokeStyle = palette.rule;
    pen.lineWidth = 1;
    pen.beginPath();
    for (const { left, top, width, height, from } of parts) {
      if (from === 0) pen.rect(left, top, width, height);
    }
    pen.stroke();
    this.#changed = true;
  }

  tile(done: PartDone, job: Job): void {
    if (!this.#queue.has(job)) {
      this.#queue.paintAll(this.#paint);
      this.#queue.begin(job);
    }
    this.#queue.push(done, job);
  }

  /** Paints all that has come. */
  catchUp(): void {
    this.#queue.paintAll(this.#paint);
    this.#show();
  }

  /** Samples that this tile has. */
  has({ left, top }: { readonly left: number; readonly top: number }): number {
    return this.#tiles.get(keyOf(left, top))?.samples ?? 0;
  }

  /** A run was stopped when a tile had a later pass, but not yet an earlier one: the picture can't be gone on with. */
  get torn(): boolean {
    return [...this.#tiles.values()].some(({ samples, end }) => samples !== end);
  }

  /** The picture as it is, for a file. */
  develop(): Uint8Array<ArrayBuffer> {
    const { width, height } = this.#size;
    const picture = new Uint8Array(width * height * 4);
    for (const { part, samples } of this.#tiles.values()) {
      const tile = new Uint8Array(part.width * part.height * 4);
      tone(this.#cut(part), samples, part.width * part.height, tile);
      for (let row = 0; row < part.height; row++) {
        const bytes = tile.subarray(row * part.width * 4, (row + 1) * part.width * 4);
        picture.set(bytes, ((part.top + row) * width + part.left) * 4);
      }
    }
    return picture;
  }

  readonly #paint = (tile: object, bytes: Uint8Array): void => {
    // The queue holds parts of our own jobs.
    const part = tile as TracePart;
    const { left, top, width, height } = part;
    const light = new Uint32Array(bytes.buffer, bytes.byteOffset, width * height * SUMS);
    addTile(this.#sums, light, part, this.#size.width);
    const image = new ImageData(width, height);
    tone(this.#cut(part), this.#count(part), width * height, new Uint8Array(image.data.buffer));
    this.#sheet.pen.putImageData(image, left, top);
    this.#changed = true;
  };

  #show(): void {
    if (this.#changed) this.#sheet.show();
    this.#changed = false;
  }

  /** Samples of a tile, now that this part of it has come. */
  #count(part: TracePart): number {
    const before = this.#tiles.get(keyOf(part.left, part.top));
    const now = (before?.samples ?? 0) + part.to - part.from;
    const end = Math.max(before?.end ?? 0, part.to);
    this.#tiles.set(keyOf(part.left, part.top), { part, samples: now, end });
    return now;
  }

  /** A tile's sums, row by row. */
  #cut({ left, top, width, height }: TracePart): Uint32Array {
    const cut = new Uint32Array(width * height * SUMS);
    for (let row = 0; row < height; row++) {
      const start = ((top + row) * this.#size.width + left) * SUMS;
      cut.set(this.#sums.subarray(start, start + width * SUMS), row * width * SUMS);
    }
    return cut;
  }
}

function keyOf(left: number, top: number): string {
  return `${String(left)} ${String(top)}`;
}
