import type { Part } from '../tasks/contract.ts';

/** What one message's parts should take, in ms: long beside a message and its answer (0.03 ms), short beside what a person feels. */
export const BATCH_MS = 2;
/** The most in one message: to pack as many takes the page's thread about a millisecond. */
const MOST_PARTS = 256;
/** How much the newest part counts in the mean: after some twenty quick parts one slow part (a pause for garbage) is forgotten. */
const NEWEST = 0.2;

/**
 * How many of the next parts go to a worker in one message: as many as should take `BATCH_MS`, by what parts took
 * lately for their cost. Dear parts go one by one, as ever.
 */
export class BatchSize {
  /** ms for a unit of `Part.cost`; infinite as long as nothing is known. */
  #msPerCost = Infinity;

  /** A part ran so long. The estimate follows a slow part at once and a quick one by and by. */
  learn({ cost }: Part, ms: number): void {
    const found = ms / Math.max(cost, Number.EPSILON);
    const before = this.#msPerCost === Infinity ? found : this.#msPerCost;
    this.#msPerCost = Math.max(found, before + (found - before) * NEWEST);
  }

  /**
   * How many of `queue`'s first parts make the next message; at least one where there is any.
   *
   * @param sharers how many workers live on this queue: none takes more than half of its fair share of what is left, so
   *   that towards the end nobody waits for a neighbour's batch
   */
  next(queue: readonly Part[], sharers: number): number {
    const most = Math.min(MOST_PARTS, Math.ceil(queue.length / (2 * sharers)));
    let count = 0;
    let ms = 0;
    while (count < most) {
      ms += this.#msPerCost * (queue[count]?.cost ?? 0);
      if (count > 0 && ms > BATCH_MS) break;
      count += 1;
    }
    return count;
  }
}
