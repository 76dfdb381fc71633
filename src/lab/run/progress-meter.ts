import type { PartDone } from '../../strategies/contract.ts';
import type { Part, Plan } from '../../tasks/contract.ts';
import { costOf } from '../model/calibrate.ts';
import type { Progress } from './progress.ts';

/** How far a run has come, by the cost of its parts, and for a part under way by the bytes that it has read. */
export class ProgressMeter {
  readonly #total: number;
  readonly #parts: readonly Part[];
  readonly #startedAt: number;
  /** It ends when something is found: how much is left can't be known. */
  readonly #byChance: boolean;
  readonly #partial = new Map<number, number>();
  #done = 0;

  constructor(plan: Plan, startedAt: number) {
    this.#parts = plan.parts;
    this.#total = costOf(plan);
    this.#byChance = plan.enough !== undefined;
    this.#startedAt = startedAt;
  }

  partDone({ part }: PartDone): void {
    this.#partial.delete(part.index);
    this.#done += part.cost;
  }

  read(index: number, bytes: number): void {
    const part = this.#parts[index];
    if (part === undefined) return;
    const length = part.input.end - part.input.start;
    if (length > 0) this.#partial.set(index, (part.cost * Math.min(bytes, length)) / length);
  }

  at(now: number): Progress {
    let done = this.#done;
    for (const cost of this.#partial.values()) done += cost;
    const fraction = this.#total === 0 ? 0 : Math.min(1, done / this.#total);
    const elapsed = now - this.#startedAt;
    const known = fraction > 0.05 && elapsed > 100 && !this.#byChance;
    return { fraction, remainingMs: known ? (elapsed * (1 - fraction)) / fraction : null };
  }
}
