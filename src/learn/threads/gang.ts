import type { Slot } from '../../pool/slot.ts';
import type { RunSetup } from '../../pool/protocol.ts';
import type { Job } from '../../strategies/contract.ts';
import type { Part } from '../../tasks/contract.ts';

let lastRunId = 0;

/** What a worker is told of a job, under a number of its own. */
export function setupOf({ task, params, shape }: Job): RunSetup {
  lastRunId += 1;
  return { runId: lastRunId, task: task.id, params, shape, engine: 'ts' };
}

/** When a part ran, by the page's clock. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Runs a part on a worker, and says when it ran. */
export async function runOn(slot: Slot, job: Job, part: Part): Promise<Stretch> {
  const reply = await slot.call((api) => api.part(setupOf(job), part, null));
  if (!reply.ok) throw new Error(reply.message);
  const { start, end } = reply.time;
  return { start: start - slot.clockOffset, end: end - slot.clockOffset };
}

/** Workers that take one thing each; who comes when all are taken waits in a queue. */
export class Gang {
  readonly #free: Slot[];
  readonly #waiting: ((slot: Slot) => void)[] = [];

  constructor(slots: readonly Slot[]) {
    this.#free = [...slots];
  }

  async with<T>(use: (slot: Slot) => Promise<T>): Promise<T> {
    const slot = this.#free.shift() ?? (await new Promise<Slot>((take) => this.#waiting.push(take)));
    try {
      return await use(slot);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free.push(slot);
      else next(slot);
    }
  }
}
