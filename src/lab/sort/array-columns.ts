import type { Job, PartDone } from '../../strategies/contract.ts';
import { partOutput } from '../../strategies/part-output.ts';
import type { SortParams } from '../../tasks/sort/info.ts';
import { numberAt } from '../../tasks/sort/numbers.ts';
import type { SortPart } from '../../tasks/sort/plan.ts';

/** Nobody has sorted it yet. */
export const NOBODY = 255;

const LEAST = -(2 ** 31);
const SPAN = 2 ** 32;

/**
 * The array as so many columns: each shows one number of it, and who wrote it last. A part that has ended tells its
 * columns; reading a number a column is all that a run pays for its picture.
 */
export class ArrayColumns {
  readonly count: number;
  /** Heights, 0 to 1. */
  readonly heights: Float32Array;
  readonly threads: Uint8Array;
  /** Of which stage each column is, −1 before the first: workers tell their parts now and then, not in order. */
  readonly #stages: Int8Array;
  /** Columns that have changed since they were last taken, in order of the change. */
  readonly #changed: number[] = [];
  #taken = 0;
  /** The furthest stage of which a part has ended. */
  stage = -1;

  constructor(count: number) {
    this.count = count;
    this.heights = new Float32Array(count);
    this.threads = new Uint8Array(count).fill(NOBODY);
    this.#stages = new Int8Array(count).fill(-1);
  }

  /** The numbers as they lie before they are sorted. */
  begin(params: SortParams): void {
    this.#changed.length = 0;
    this.#taken = 0;
    this.stage = -1;
    this.#stages.fill(-1);
    for (let column = 0; column < this.count; column += 1) {
      this.#set(column, numberAt(this.#placeOf(column, params.count), params), NOBODY);
    }
  }

  /** A part of a sort has ended; its numbers lie in the job's output. */
  part({ part, thread }: PartDone, job: Job): void {
    const { count } = job.params as SortParams;
    const { buffer, byteOffset, byteLength } = partOutput(job, part);
    const numbers = new Int32Array(buffer, byteOffset, byteLength / Int32Array.BYTES_PER_ELEMENT);
    const first = part.output.start / Int32Array.BYTES_PER_ELEMENT;
    const half = first < count ? 0 : count;
    const [start, end] = [first - half, part.output.end / Int32Array.BYTES_PER_ELEMENT - half];
    const { stage = 0 } = part as SortPart;
    this.stage = Math.max(this.stage, stage);
    let column = Math.max(0, Math.ceil((start * this.count) / count - 0.5));
    for (; column < this.count; column += 1) {
      const place = this.#placeOf(column, count);
      if (place >= end) return;
      if (place < start || stage < (this.#stages[column] as number)) continue;
      this.#stages[column] = stage;
      this.#set(column, numbers[place - start] as number, thread);
    }
  }

  /** At most so many columns that are to be drawn anew. */
  take(most: number): readonly number[] {
    const from = this.#taken;
    this.#taken = Math.min(this.#changed.length, from + most);
    return this.#changed.slice(from, this.#taken);
  }

  /** The number in the middle of what the column stands for. */
  #placeOf(column: number, count: number): number {
    return Math.floor(((column + 0.5) * count) / this.count);
  }

  #set(column: number, number: number, thread: number): void {
    this.heights[column] = (number - LEAST) / SPAN;
    this.threads[column] = thread;
    this.#changed.push(column);
  }
}
