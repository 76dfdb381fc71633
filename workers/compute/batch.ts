import type { BatchMessage, BatchReply, Failure, RunSetup } from '../../src/pool/protocol.ts';
import { closeSource } from '../../src/tasks/drive.ts';
import type { TwinTask } from '../../src/wasm/engine.ts';
import { answerOf, failureOf } from './answer.ts';
import { sourceOf, type Ears, type Given } from './run-part.ts';

/** A batch that should have taken half as long was guessed wrong: who goes on with the rest is the page's to say. */
export const LOAN_MS = 4;

type Tell = (reply: BatchReply, moved: ArrayBuffer[]) => void;

/** The parts of one message, run one after the other until their time is up, one fails or an abort is heard. */
export class Batch {
  readonly #setup: RunSetup;
  readonly #parts: readonly Given[];
  readonly #ears: Ears;
  readonly #tell: Tell;
  readonly #now: () => number;
  /** Ended, and not told yet: as in `BatchReply`. */
  #times: number[] = [];
  #outputs: ArrayBuffer[] = [];
  /** Bytes in the outputs. */
  #written = 0;

  /** From now on a file's first bytes are on their way, though other parts may still be at work. */
  constructor(
    { parts, sources, earlier }: BatchMessage,
    setup: RunSetup,
    ears: Ears,
    { tell, now }: { readonly tell: Tell; readonly now: () => number },
  ) {
    this.#setup = setup;
    this.#now = now;
    this.#parts = parts.map((part, i) => ({
      part,
      source: sourceOf(sources?.[i] ?? null),
      earlier: earlier?.[i] ?? [],
    }));
    this.#tell = tell;
    // Who waits may wait long: what has ended until then is told first.
    const breathe = (): Promise<void> => {
      if (this.#times.length > 0) this.#flush(null, false);
      return ears.breathe();
    };
    this.#ears = { ...ears, breathe };
  }

  /** Never rejects: a failure is told to the page. `kernel`: rejects where it could not be loaded. */
  async run(kernel: Promise<TwinTask>): Promise<void> {
    let failure: Failure | null;
    try {
      failure = await this.#runAll(await kernel);
    } catch (error) {
      failure = failureOf(error, this.#parts[0]?.part.index ?? -1);
    }
    // Those that go back to the page, too: their first bytes may be on their way.
    for (const { source } of this.#parts) closeSource(source);
    this.#flush(failure, true);
  }

  /** Gives how a part was stopped, or failed. */
  async #runAll(kernel: TwinTask): Promise<Failure | null> {
    const until = this.#now() + LOAN_MS;
    for (const given of this.#parts) {
      const reply = await answerOf(kernel, this.#setup, given, this.#ears);
      if (!reply.ok) return reply;
      const { start, end, readMs, copied } = reply.time;
      this.#times.push(start, end, readMs, copied);
      this.#outputs.push(reply.output);
      this.#written += reply.output.byteLength;
      if (this.#now() >= until) return null;
    }
    return null;
  }

  #flush(failure: Failure | null, over: boolean): void {
    const times = this.#times;
    const outputs = this.#written === 0 ? null : this.#outputs;
    const left = failure?.left === undefined ? [] : [failure.left.output];
    const moved = outputs === null ? left : [...outputs, ...left];
    this.#times = [];
    this.#outputs = [];
    this.#written = 0;
    this.#tell({ type: 'batch', runId: this.#setup.runId, times, outputs, failure, over }, moved);
  }
}
