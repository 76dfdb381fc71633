import { deferred, type Deferred } from '../async/deferred.ts';
import type { BatchReply, RunMessage } from '../pool/protocol.ts';
import type { Slot } from '../pool/slot.ts';
import type { Part } from '../tasks/contract.ts';
import { earlierOf } from '../tasks/drive.ts';
import { BatchLane, type Ended } from './batch-lane.ts';
import { BatchSize } from './batch-size.ts';
import { shareOf, stagesOf, type Range } from './deal.ts';
import type { Feed } from './pool.ts';
import { noteEnded, outputOf } from './job-source.ts';
import type { PoolRun } from './pool-run.ts';
import type { RunSource } from './contract.ts';

/** Batches that one worker holds at a time: the second waits there, so that a worker never waits for the page. */
const IN_FLIGHT = 2;

/**
 * Without shared memory: slices are transferred to the worker, results are transferred back. Parts that take long go
 * one by one; of quick ones several share a message, as many as should take about 2 ms together. What a worker doesn't
 * come to begin in time it gives back, so that a wrong guess keeps nobody waiting.
 */
export class MessageFeed implements Feed {
  readonly #run: PoolRun;
  readonly #size = new BatchSize();
  #lanes: readonly BatchLane[] = [];
  #stage: Deferred<void> = deferred();
  #stopped = false;

  constructor(run: PoolRun) {
    this.#run = run;
  }

  async start(slots: readonly Slot[]): Promise<void> {
    this.#lanes = slots.map((slot) => this.#laneOf(slot));
    for (const stage of stagesOf(this.#run.job.plan)) {
      this.#deal(stage);
      await this.#work();
    }
    this.#run.throwIfFailed();
  }

  stop(): void {
    this.#stopped = true;
    this.#abort(-1);
  }

  #laneOf(slot: Slot): BatchLane {
    const lane = new BatchLane(slot, (error) => {
      this.#run.fail(error);
      this.#goOn();
    });
    slot.listen(this.#run.setup.runId, (message) => {
      this.#hear(lane, message);
    });
    return lane;
  }

  /** One queue for all, or an equal run of neighbours for each worker. */
  #deal(stage: Range): void {
    const { parts } = this.#run.job.plan;
    const everybodys = parts.slice(stage.start, stage.end);
    const own = this.#run.options.assign === 'static';
    this.#lanes.forEach((lane, i) => {
      const { start, end } = own ? shareOf(stage, i, this.#lanes.length) : stage;
      lane.queue = own ? parts.slice(start, end) : everybodys;
    });
  }

  /** Hands out what was dealt; resolves when the last of it is back. */
  #work(): Promise<void> {
    this.#stage = deferred();
    this.#goOn();
    return this.#stage.promise;
  }

  /** Keeps the places in all workers filled; the stage is over when nothing is left and nobody holds anything. */
  #goOn(): void {
    // By turns: of few parts each worker gets one before any gets two.
    for (let round = 1; round <= IN_FLIGHT; round += 1) {
      for (const lane of this.#lanes) if (lane.inFlight < round) this.#fill(lane);
    }
    if (this.#lanes.every(({ inFlight }) => inFlight === 0)) this.#stage.resolve();
  }

  #fill(lane: BatchLane): void {
    const batch = this.#stopped ? [] : this.#nextOf(lane);
    if (batch.length === 0) return;
    lane.begin(batch);
    try {
      this.#run.onPage('handover', () => {
        this.#send(lane.slot, batch);
      });
    } catch (error) {
      lane.over();
      this.#run.fail(error);
    }
  }

  /** Takes the next parts from a worker's queue, without those that nobody wants any more. */
  #nextOf({ queue }: BatchLane): Part[] {
    const { job, ledger, options } = this.#run;
    while (queue[0] !== undefined && !ledger.wants(queue[0].index)) queue.shift();
    // A file is opened by the worker that reads it, when its turn comes: one at a time, so that few bytes wait.
    if (job.source.kind === 'blobs') return queue.splice(0, 1);
    const sharers = options.assign === 'dynamic' ? this.#lanes.length : 1;
    return queue.splice(0, this.#size.next(queue, sharers));
  }

  #send(slot: Slot, parts: readonly Part[]): void {
    const { source, task } = this.#run.job;
    const sources = source.kind === 'none' ? null : parts.map((part) => this.#sourceOf(source, part));
    const earlier = task.earlier === undefined ? null : parts.map((part) => this.#earlierOf(part));
    const buffers = (sources ?? []).filter((each) => each instanceof ArrayBuffer);
    slot.send(this.#run.setup, { parts, sources, earlier }, [...buffers, ...(earlier ?? []).flat()]);
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

  #sourceOf(source: Exclude<RunSource, { kind: 'none' }>, part: Part): ArrayBuffer | Blob {
    if (source.kind === 'blobs') return source.blobOf(part);
    const { start = 0 } = source;
    const bytes = new Uint8Array(source.buffer).slice(start + part.input.start, start + part.input.end);
    return this.#count(bytes).buffer;
  }

  #hear(lane: BatchLane, message: RunMessage): void {
    if (message.type === 'read') this.#run.options.onRead?.(message.part, message.bytes);
    else if (message.type === 'batch') this.#take(lane, message);
  }

  #take(lane: BatchLane, reply: BatchReply): void {
    const ended = lane.endedBy(reply);
    // After an abort no late result is taken.
    const written = reply.outputs !== null || reply.failure?.left !== undefined;
    if (written && !this.#stopped) this.#put(ended);
    for (const each of ended) this.#note(lane.slot, each);
    if (reply.over) lane.queue.unshift(...lane.over());
    this.#goOn();
  }

  /** What the parts wrote, also those that were stopped, goes to its place in the output. */
  #put(ended: readonly Ended[]): void {
    const output = outputOf(this.#run.job);
    this.#run.onPage('merge', () => {
      for (const each of ended) {
        const bytes = 'failure' in each ? each.failure.left?.output : each.output;
        if (bytes === undefined) continue;
        output.set(new Uint8Array(bytes), each.part.output.start);
        this.#run.bytesMoved += bytes.byteLength;
        this.#run.bytesCopied += bytes.byteLength;
      }
    });
  }

  #note(slot: Slot, ended: Ended): void {
    const { part } = ended;
    if ('failure' in ended) {
      const { failure } = ended;
      const needless = failure.left !== undefined && !this.#run.ledger.wants(part.index);
      if (this.#stopped || !needless) this.#run.failedPart(failure);
      else this.#run.partDone(slot, part, { ...failure.left.time, dropped: true });
    } else if (!this.#stopped) {
      this.#size.learn(part, ended.time.end - ended.time.start);
      this.#run.partDone(slot, part, ended.time);
      this.#ended(part);
    }
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
    for (const { slot } of this.#lanes) {
      if (slot.busy) slot.abort(this.#run.setup.runId, after);
    }
  }
}
