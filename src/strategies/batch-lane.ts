import type { BatchReply, Failure, PartTime } from '../pool/protocol.ts';
import type { Slot } from '../pool/slot.ts';
import type { Part } from '../tasks/contract.ts';

/** How one part of a batch ended. */
export type Ended =
  | { readonly part: Part; readonly time: PartTime; readonly output: ArrayBuffer | undefined }
  | { readonly part: Part; readonly failure: Failure };

/** Numbers in `BatchReply.times` for each part. */
const NUMBERS = 4;

function timeOf({ index }: Part, times: readonly number[], at: number): PartTime {
  const number = (i: number): number => times[at + i] as number;
  return { part: index, start: number(0), end: number(1), readMs: number(2), copied: number(3) };
}

/** One worker in a run by messages: which batches it holds, the oldest first. */
export class BatchLane {
  readonly slot: Slot;
  /** What this worker takes from; it may be everybody's. */
  queue: Part[] = [];
  readonly #onDeath: (error: Error) => void;
  #batches: (readonly Part[])[] = [];
  /** How many parts of the oldest batch have ended. */
  #ended = 0;

  /** `onGone`: the worker died with batches in its hands; the lane is empty then. */
  constructor(slot: Slot, onGone: (error: Error) => void) {
    this.slot = slot;
    this.#onDeath = (error) => {
      this.#batches = [];
      onGone(error);
    };
  }

  get inFlight(): number {
    return this.#batches.length;
  }

  /** Called before a batch is sent. A worker that holds one is busy, and its death is heard. */
  begin(batch: readonly Part[]): void {
    this.#batches.push(batch);
    if (this.#batches.length === 1) this.slot.hold(this.#onDeath);
  }

  /** What an answer says of the parts of the oldest batch. */
  endedBy({ times, outputs, failure }: BatchReply): Ended[] {
    const batch = this.#batches[0] ?? [];
    const ended: Ended[] = [];
    for (let at = 0; at < times.length; at += NUMBERS) {
      const part = batch[this.#ended++];
      if (part === undefined) break;
      ended.push({ part, time: timeOf(part, times, at), output: outputs?.[at / NUMBERS] });
    }
    const part = failure === null ? undefined : batch[this.#ended++];
    if (failure !== null && part !== undefined) ended.push({ part, failure });
    return ended;
  }

  /** The oldest batch is over; gives those of its parts that were not begun. */
  over(): readonly Part[] {
    const rest = this.#batches.shift()?.slice(this.#ended) ?? [];
    this.#ended = 0;
    if (this.#batches.length === 0) this.slot.release(this.#onDeath);
    return rest;
  }
}
