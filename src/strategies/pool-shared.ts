import type { PartTime, RunGround, SharedSetup, Turn } from '../pool/protocol.ts';
import { isShared } from '../pool/transfer.ts';
import type { Slot } from '../pool/slot.ts';
import type { Job } from './contract.ts';
import { shareOf, stagesOf, type Range } from './deal.ts';
import type { Feed } from './pool.ts';
import type { PoolRun } from './pool-run.ts';

/** What a worker is lent of a memory that WebAssembly works in. */
function groundOf({ memory, source, outputStart = 0 }: Job, thread: number): { ground?: RunGround } {
  const scratch = memory?.scratch[thread];
  if (memory === undefined || scratch === undefined) return {};
  const inputStart = source.kind === 'memory' ? (source.start ?? 0) : 0;
  return { ground: { memory: memory.memory, scratch, inputStart, outputStart } };
}

/** Where isolated: one memory for all threads, parts are claimed with `Atomics.add`, nothing is copied. */
export class SharedFeed implements Feed {
  readonly #run: PoolRun;
  readonly #output: SharedArrayBuffer;
  #control: Int32Array = new Int32Array(0);

  constructor(run: PoolRun, output: SharedArrayBuffer) {
    this.#run = run;
    this.#output = output;
  }

  async start(slots: readonly Slot[]): Promise<void> {
    const stages = stagesOf(this.#run.job.plan);
    const cells = 1 + stages.length * slots.length;
    this.#control = new Int32Array(new SharedArrayBuffer(cells * Int32Array.BYTES_PER_ELEMENT));
    const setups = slots.map((_, i) => this.#setupFor(i + 1, this.#turnsOf(stages, i, slots.length)));
    await Promise.all(slots.map((slot, i) => this.#claim(slot, setups[i] as SharedSetup)));
    this.#run.throwIfFailed();
  }

  stop(): void {
    Atomics.store(this.#control, 0, 1);
    this.#run.ledger.open();
  }

  /** Dynamic: all claim from the same cell. Static: each has an equal run of neighbours to itself. */
  #turnsOf(stages: readonly Range[], worker: number, workers: number): Turn[] {
    const own = this.#run.options.assign === 'static';
    return stages.map((stage, i) => {
      const range = own ? shareOf(stage, worker, workers) : stage;
      const cell = 1 + i * workers + (own ? worker : 0);
      this.#control[cell] = range.start;
      return { cell, limit: range.end, ends: stage.end };
    });
  }

  #setupFor(thread: number, turns: readonly Turn[]): SharedSetup {
    const { job, ledgerMemory } = this.#run;
    const { plan, source } = job;
    const books = turns.length > 1 || plan.enough !== undefined;
    return {
      ...this.#run.setup,
      parts: plan.parts,
      input: source.kind === 'memory' && isShared(source.buffer) ? source.buffer : null,
      output: this.#output,
      ...groundOf(job, thread),
      control: this.#control.buffer as SharedArrayBuffer,
      turns,
      ledger: books && isShared(ledgerMemory) ? ledgerMemory : null,
      ...(plan.enough !== undefined && { enough: plan.enough }),
    };
  }

  /** One call for the whole run. Never rejects: a failure is told to the run. */
  async #claim(slot: Slot, setup: SharedSetup): Promise<void> {
    slot.listen(setup.runId, (message) => {
      if (message.type !== 'parts') return;
      this.#run.message();
      this.#done(slot, message.times);
    });
    try {
      const reply = await this.#run.onPage('handover', () => slot.call((api) => api.claim(setup)));
      if (reply.ok) this.#home(slot, reply.times);
      else this.#run.failedPart(reply);
    } catch (error) {
      this.#run.fail(error);
    }
  }

  /** The first that finds nothing to do where a run ended early: the others were told by the ledger, and follow. */
  #home(slot: Slot, times: readonly PartTime[]): void {
    this.#done(slot, times);
    const { job, ledger } = this.#run;
    if (job.plan.enough !== undefined && ledger.settled) this.#run.onSettled();
  }

  /** The reports and the answer come by one channel, in order, and each part is in one of them. */
  #done(slot: Slot, times: readonly PartTime[]): void {
    for (const time of times) {
      const part = this.#run.job.plan.parts[time.part];
      if (part !== undefined) this.#run.partDone(slot, part, time);
    }
  }
}
