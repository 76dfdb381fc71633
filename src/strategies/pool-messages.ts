import { transfer } from 'comlink';
import type { PartReply } from '../pool/protocol.ts';
import type { Slot } from '../pool/slot.ts';
import type { Part } from '../tasks/contract.ts';
import type { Feed } from './pool.ts';
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
    this.#queues = this.#deal(slots.length);
    for (const slot of slots) {
      slot.onRun = (message) => {
        if (message.runId === this.#run.setup.runId && message.type === 'read') {
          this.#run.options.onRead?.(message.part, message.bytes);
        }
      };
    }
    const pumps = slots.flatMap((slot, i) => Array.from({ length: IN_FLIGHT }, () => this.#pump(slot, i)));
    await Promise.all(pumps);
    this.#run.throwIfFailed();
  }

  stop(): void {
    this.#stopped = true;
    for (const slot of this.#slots) {
      if (slot.busy) slot.abort(this.#run.setup.runId);
    }
  }

  /** One queue for all, or an equal run of neighbours for each worker. */
  #deal(count: number): Part[][] {
    const { parts } = this.#run.job.plan;
    if (this.#run.options.assign === 'dynamic') {
      const shared = [...parts];
      return Array.from({ length: count }, () => shared);
    }
    const at = (i: number): number => Math.round((i * parts.length) / count);
    return Array.from({ length: count }, (_, i) => parts.slice(at(i), at(i + 1)));
  }

  /** Keeps one place in a worker filled. Never rejects: a failure is told to the run. */
  async #pump(slot: Slot, queue: number): Promise<void> {
    while (!this.#stopped) {
      const part = this.#queues[queue]?.shift();
      if (part === undefined) return;
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
      const { setup } = this.#run;
      return slot.call((api) => api.part(setup, part, source === null ? null : transfer(source, moved)));
    });
  }

  #sourceOf(part: Part): ArrayBuffer | Blob | null {
    const { source } = this.#run.job;
    if (source.kind === 'none') return null;
    if (source.kind === 'blobs') return source.blobOf(part);
    const { start = 0 } = source;
    const slice = new Uint8Array(source.buffer).slice(start + part.input.start, start + part.input.end);
    this.#run.bytesCopied += slice.byteLength;
    this.#run.bytesMoved += slice.byteLength;
    return slice.buffer;
  }

  #take(slot: Slot, part: Part, reply: PartReply): void {
    if (!reply.ok) {
      this.#run.failedPart(reply);
      return;
    }
    // After an abort no late result is taken.
    if (this.#stopped) return;
    this.#run.onPage('merge', () => {
      const { output, outputStart = 0 } = this.#run.job;
      new Uint8Array(output).set(new Uint8Array(reply.output), outputStart + part.output.start);
    });
    this.#run.bytesMoved += reply.output.byteLength;
    this.#run.bytesCopied += reply.output.byteLength;
    this.#run.partDone(slot, part, reply.time);
  }
}
