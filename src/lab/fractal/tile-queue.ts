import type { Job, PartDone } from '../../strategies/contract.ts';
import { partOutput } from '../../strategies/part-output.ts';
import type { TilePart } from '../../tasks/mandelbrot/tiles.ts';

/** Tiles painted in one frame: well under a millisecond on a laptop, and a whole picture in a fifth of a second. */
const TILES_A_FRAME = 16;

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

  /** Paints the tiles that are due with this frame. */
  paintSome(paint: PaintTile): void {
    const parts = this.#job?.plan.parts ?? [];
    const last = Math.min(this.#next + TILES_A_FRAME, this.#waiting.length);
    for (; this.#next < last; this.#next += 1) {
      const part = parts[this.#waiting[this.#next] as number] as TilePart | undefined;
      if (part === undefined) continue;
      const { start, end } = part.output;
      paint(part, this.#copy.subarray(start, end), this.#threads[this.#next] as number);
    }
  }

  /** Paints all that wait, at once. */
  paintAll(paint: PaintTile): void {
    while (this.#next < this.#waiting.length) this.paintSome(paint);
  }
}
