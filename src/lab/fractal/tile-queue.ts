import type { Job, PartDone } from '../../strategies/contract.ts';
import { partOutput } from '../../strategies/part-output.ts';
import type { TilePart } from '../../tasks/mandelbrot/tiles.ts';

/** Tiles painted in one frame: well under a millisecond on a laptop, and a whole picture in a fifth of a second. */
const TILES_A_FRAME = 16;
/**
 * While a run is measured its tiles are shown so often, in ms, many at once: whenever a canvas changes, the page hands it
 * over and it is put on the screen anew, which takes time from what is measured, on either strategy's threads.
 */
const MEASURED_EVERY_MS = 100;
const MEASURED_TILES = 64;

export type PaintTile = (part: TilePart, bytes: Uint8Array, thread: number) => void;

/**
 * Tiles that have ended and wait to be painted. Their bytes are copied as they come: a run's output goes to a
 * worker when the run ends, long before the last tiles of a blocking run could have been painted.
 */
export class TileQueue {
  #job: Job | null = null;
  #copy = new Uint8Array(0);
  readonly #waiting: number[] = [];
  readonly #threads: number[] = [];
  #next = 0;
  #shownAt = Number.NEGATIVE_INFINITY;

  /** Takes tiles of another job from here on; what waited is dropped. */
  begin(job: Job): void {
    this.drop();
    this.#job = job;
    const { outputBytes } = job.plan;
    if (this.#copy.length !== outputBytes) this.#copy = new Uint8Array(outputBytes);
  }

  drop(): void {
    this.#job = null;
    this.#waiting.length = 0;
    this.#threads.length = 0;
    this.#next = 0;
  }

  has(job: Job): boolean {
    return this.#job === job;
  }

  push({ part, thread }: PartDone, job: Job): void {
    this.#copy.set(partOutput(job, part), part.output.start);
    this.#waiting.push(part.index);
    this.#threads.push(thread);
  }

  /** Paints the tiles that are due with the frame of this timestamp; `measured`: while a run is measured. */
  paintDue(paint: PaintTile, timestamp: number, measured: boolean): void {
    if (this.#next === this.#waiting.length) return;
    if (measured && timestamp - this.#shownAt < MEASURED_EVERY_MS) return;
    this.#shownAt = timestamp;
    this.#paintSome(paint, measured ? MEASURED_TILES : TILES_A_FRAME);
  }

  /** Paints all that wait, at once. */
  paintAll(paint: PaintTile): void {
    this.#paintSome(paint, Number.POSITIVE_INFINITY);
  }

  #paintSome(paint: PaintTile, most: number): void {
    const parts = this.#job?.plan.parts ?? [];
    const last = Math.min(this.#next + most, this.#waiting.length);
    for (; this.#next < last; this.#next += 1) {
      const part = parts[this.#waiting[this.#next] as number] as TilePart | undefined;
      if (part === undefined) continue;
      const { start, end } = part.output;
      paint(part, this.#copy.subarray(start, end), this.#threads[this.#next] as number);
    }
  }
}
