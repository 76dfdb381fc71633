import type { Part } from '../tasks/contract.ts';
import type { BarLog } from './bars.ts';
import { stageOf } from './deal.ts';

/** What waiting for one another costs: when each worker's last part of each stage ended. */
export class Barriers {
  readonly #workers: number;
  /** By stage: the end of each worker's last part in it, −∞ where it had none. */
  readonly #ends = new Map<number, number[]>();

  constructor(workers: number) {
    this.#workers = workers;
  }

  ended(part: Part, worker: number, at: number): void {
    const stage = stageOf(part);
    const ends = this.#ends.get(stage) ?? Array.from({ length: this.#workers }, () => -Infinity);
    ends[worker] = Math.max(ends[worker] ?? at, at);
    this.#ends.set(stage, ends);
  }

  /**
   * Notes each worker's wait at the end of each stage: from its own last part to the last of all. Returns their sum,
   * in ms. The last stage counts too: its end is the run's, and who is idle until then could have helped.
   */
  log(workers: readonly BarLog[]): number {
    const stages = [...this.#ends].sort(([a], [b]) => a - b).map(([, ends]) => ends);
    let sum = 0;
    let opened = -Infinity;
    for (const ends of stages) {
      const over = Math.max(...ends);
      ends.forEach((end, worker) => {
        const from = Math.max(end, opened);
        if (from >= over || from === -Infinity) return;
        workers[worker]?.add(from, over, 'barrier');
        sum += over - from;
      });
      opened = over;
    }
    return sum;
  }
}
