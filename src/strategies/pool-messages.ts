import { transfer } from 'comlink';
import type { PartReply } from '../pool/protocol.ts';
import type { Slot } from '../pool/slot.ts';
import type { Part } from '../tasks/contract.ts';
import { earlierOf } from '../tasks/drive.ts';
import { shareOf, stagesOf, type Range } from './deal.ts';
import type { Feed } from './pool.ts';
import { noteEnded, outputOf } from './job-source.ts';
import type { PoolRun } from './pool-run.ts';

/** Parts that one worker holds at a time: the second waits there, so that a worker never waits for the page. */
const IN_FLIGHT = 2;

/** Without shared memory: slices are transferred to the worker, results are transferred back. */
export class MessageFeed implements Feed {
  readonly #run: PoolRun;
  #slots: readonly Slot[] = [];
  #queues: Part[][] = [];
  #stopped = false;

  constructor(run: PoolRun) {
    this.#run = run;
  }

  async start(slots: readonly Slot[]): Promise<void> {
    this.#slots = slots;
    for (const slot of slots) {
      slot.onRun = (message) => {
        if (message.runId === this.#run.setup.runId && message.type === 'read') {
          this.#run.options.onRead?.(message.part, message.bytes);
        }
      };
    }
    for (const stage of stagesOf(this.#run.job.plan)) await this.#stage(stage);
    this.#run.throwIfFailed();
  }

  /** Hands out the parts of one stage; resolves when the last of them is back. */
  async #stage(stage: Range): Promise<void> {
    this.#queues = this.#deal(stage);
    const pumps = this.#slots.flatMap((slot, i) =>
      Array.from({ length: IN_FLIGHT }, () => this.#pump(slot, i)),
    );
    await Promise.all(pumps);
  }

  stop(): void {
    this.#stopped = true;
    this.#abort(-1);
  }

  /** One queue for all, or an equal run of neighbours for each worker. */
  #deal(stage: Range): Part[][] {
    const { parts } = this.#run.job.plan;
    const shared = parts.slice(stage.start, stage.end);
    if (this.#run.options.assign === 'dynamic') return this.#slots.map(() => shared);
    return this.#slots.map((_, i) => {
      const { start, end } = shareOf(stage, i, this.#slots.length);
      return parts.slice(start, end);
    });
  }

  /** Keeps one place in a worker filled. Never rejects: a failure is told to the run. */
  async #pump(slot: Slot, queue: number): Promise<void> {
    while (!this.#stopped) {
      const part = this.#queues[queue]?.shift();
      if (part === undefined || !this.#run.ledger.wants(part.index)) return;
      try {
        this.#take(slot, part, await this.#send(slot, part));
      } catch (error) {
        this.#run.fail(error);
        return;
      }
    }
  }

  #send(slot: Slot, part: Part): Promise<PartReply> {
    return this.#run.onPage('handover', () => {
      const source = this.#sourceOf(part);
      const moved = source instanceof ArrayBuffer ? [source] : [];
      const earlier = this.#earlierOf(part);
      const { setup } = this.#run;
      return slot.call((api) => {
        const given = source === null ? null : transfer(source, moved);
        return api.part(setup, part, given, transfer(earlier, earlier));
      });
    });
  }

  /** Copies of what the part reads of the output. */
  #earlierOf(part: Part): ArrayBuffer[] {
    const { job } = this.#run;
    return earlierOf(job, part, outputOf(job)).map((view) => this.#count(view.slice()).buffer);
  }

  #count(copy: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    this.#run.bytesCopied += copy.byteLength;
    this.#run.bytesMoved += copy.byteLength;
    return copy;
  }

  #sourceOf(part: Part): ArrayBuffer | Blob | null {
    const { source } = this.#run.job;
    if (source.kind === 'none') return null;
    if (source.kind === 'blobs') return source.blobOf(part);
    const { start = 0 } = source;
    const bytes = new Uint8Array(source.buffer).slice(start + part.input.start, start + part.input.end);
    return this.#count(bytes).buffer;
  }

  #take(slot: Slot, part: Part, reply: PartReply): void {
    // After an abort no late result is taken.
    if (this.#stopped) {
      if (!reply.ok) this.#run.failedPart(reply);
      return;
    }
    if (reply.ok) {
      this.#put(part, reply.output);
      this.#run.partDone(slot, part, reply.time);
      this.#ended(part);
    } else if (reply.left !== undefined && !this.#run.ledger.wants(part.index)) {
      this.#put(part, reply.left.output);
      this.#run.partDone(slot, part, { ...reply.left.time, dropped: true });
    } else {
      this.#run.failedPart(reply);
    }
  }

  #put(part: Part, output: ArrayBuffer): void {
    this.#run.onPage('merge', () => {
      const { job } = this.#run;
      new Uint8Array(job.output).set(new Uint8Array(output), (job.outputStart ?? 0) + part.output.start);
    });
    this.#run.bytesMoved += output.byteLength;
    this.#run.bytesCopied += output.byteLength;
  }

  /** What it found may be enough: then the parts after it are stopped. */
  #ended(part: Part): void {
    const { job, ledger } = this.#run;
    const before = ledger.last;
    noteEnded(job, part, ledger);
    if (ledger.last < before) this.#abort(ledger.last);
    if (job.plan.enough !== undefined && ledger.settled) this.#run.onSettled();
  }

  #abort(after: number): void {
    for (const slot of this.#slots) {
      if (slot.busy) slot.abort(this.#run.setup.runId, after);
    }
  }
}
