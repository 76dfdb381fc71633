import type { PartTime, RunGround, SharedSetup } from '../pool/protocol.ts';
import { isShared } from '../pool/transfer.ts';
import type { Slot } from '../pool/slot.ts';
import type { Job } from './contract.ts';
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
  readonly #told = new Set<number>();
  #control: Int32Array = new Int32Array(0);

  constructor(run: PoolRun, output: SharedArrayBuffer) {
    this.#run = run;
    this.#output = output;
  }

  async start(slots: readonly Slot[]): Promise<void> {
    const buffer = new SharedArrayBuffer((1 + slots.length) * Int32Array.BYTES_PER_ELEMENT);
    this.#control = new Int32Array(buffer);
    const claims = slots.map((slot, i) => this.#claim(slot, this.#setupFor(i, slots.length, buffer)));
    await Promise.all(claims);
    this.#run.throwIfFailed();
  }

  stop(): void {
    Atomics.store(this.#control, 0, 1);
  }

  /** Dynamic: all claim from queue 0. Static: each has an equal run of neighbours to itself. */
  #setupFor(worker: number, workers: number, control: SharedArrayBuffer): SharedSetup {
    const { plan, source } = this.#run.job;
    const { parts } = plan;
    const own = this.#run.options.assign === 'static';
    const at = (i: number): number => Math.round((i * parts.length) / workers);
    if (own) this.#control[1 + worker] = at(worker);
    return {
      ...this.#run.setup,
      parts,
      input: source.kind === 'memory' && isShared(source.buffer) ? source.buffer : null,
      output: this.#output,
      ...groundOf(this.#run.job, worker + 1),
      control,
      queue: own ? worker : 0,
      limit: own ? at(worker + 1) : parts.length,
    };
  }

  /** One call for the whole run. Never rejects: a failure is told to the run. */
  async #claim(slot: Slot, setup: SharedSetup): Promise<void> {
    slot.onRun = (message) => {
      if (message.runId !== setup.runId || message.type !== 'parts') return;
      this.#run.message();
      this.#done(slot, message.times);
    };
    try {
      const reply = await this.#run.onPage('handover', () => slot.call((api) => api.claim(setup)));
      if (reply.ok) this.#done(slot, reply.times);
      else this.#run.failedPart(reply);
    } catch (error) {
      this.#run.fail(error);
    }
  }

  /** Reports and the last answer come by two ports, in no certain order: the answer holds every part once more. */
  #done(slot: Slot, times: readonly PartTime[]): void {
    for (const time of times) {
      const part = this.#run.job.plan.parts[time.part];
      if (part === undefined || this.#told.has(time.part)) continue;
      this.#told.add(time.part);
      this.#run.partDone(slot, part, time);
    }
  }
}
