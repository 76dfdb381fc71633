import { abortError } from '../../src/async/abort.ts';
import type { PartTime, SharedSetup, Turn } from '../../src/pool/protocol.ts';
import type { Part, Span, Task } from '../../src/tasks/contract.ts';
import { earlierOf, PartDriver } from '../../src/tasks/drive.ts';
import { Ledger } from '../../src/tasks/ledger.ts';
import type { TwinTask } from '../../src/wasm/engine.ts';
import { kernelOf } from './kernel.ts';

/** Told at most so often: a message per part would cost the page a task per part. */
const REPORT_MS = 50;

/** Claims parts by `Atomics.add` until none is left: nobody has to be asked, so a busy page starves no one. */
export class Claim {
  /** Index of the part at work. */
  current = -1;
  readonly #setup: SharedSetup;
  readonly #control: Int32Array;
  readonly #output: Uint8Array;
  readonly #ledger: Ledger | null;
  readonly #report: (times: PartTime[]) => void;
  /** Ended, and not reported yet. */
  #times: PartTime[] = [];
  #lastReport = performance.now();

  constructor(setup: SharedSetup, report: (times: PartTime[]) => void) {
    this.#setup = setup;
    this.#control = new Int32Array(setup.control);
    this.#output = outputOf(setup);
    this.#ledger = setup.ledger === null ? null : new Ledger(setup.ledger, setup.enough);
    this.#report = report;
  }

  /** Resolves with the times of the parts that were run here since the last report. */
  async run(): Promise<PartTime[]> {
    const kernel = await kernelOf(this.#setup, this.#setup.ground ?? null);
    const { turns } = this.#setup;
    for (const [stage, turn] of turns.entries()) {
      await this.#claimAll(kernel, turn);
      if (stage < turns.length - 1) await this.#barrier(turn.ends);
    }
    return this.#times;
  }

  async #claimAll({ task, copied }: TwinTask, { cell, limit }: Turn): Promise<void> {
    for (;;) {
      const index = Atomics.add(this.#control, cell, 1);
      const part = index < limit ? this.#setup.parts[index] : undefined;
      if (part === undefined || !this.#wants(index)) return;
      this.current = part.index;
      const start = performance.now();
      const before = copied();
      const ended = await this.#inPlace(task, part);
      const copiedHere = copied() - before;
      const time = { part: part.index, start, end: performance.now(), readMs: 0, copied: copiedHere };
      this.#done(ended ? time : { ...time, dropped: true });
    }
  }

  /** Nobody goes on before the last part of the stage has ended; unless what comes after isn't wanted any more. */
  async #barrier(ends: number): Promise<void> {
    const ledger = this.#ledger;
    while (ledger?.wants(ends) === true && !ledger.reached(ends)) await ledger.another(ends);
    this.#throwIfAborted();
  }

  #wants(index: number): boolean {
    return this.#ledger?.wants(index) ?? true;
  }

  #throwIfAborted(): void {
    if (Atomics.load(this.#control, 0) === 1) throw abortError();
  }

  #done(time: PartTime): void {
    this.#times.push(time);
    if (time.end - this.#lastReport < REPORT_MS) return;
    this.#report(this.#times);
    this.#times = [];
    this.#lastReport = time.end;
  }

  /** Runs a part over the memory that all threads share; `false`: it was no longer wanted, and stopped. */
  async #inPlace(task: Task, part: Part): Promise<boolean> {
    const { params, shape } = this.#setup;
    const output = this.#output;
    const source = inputOf(this.#setup, part.input);
    const out = output.subarray(part.output.start, part.output.end);
    const earlier = earlierOf({ task, params, shape }, part, output);
    const driver = new PartDriver(task.steps({ params, shape, part, out, earlier }), source);
    try {
      for (let ended: boolean | Promise<false> = false; ended !== true; ended = driver.step()) {
        if (ended !== false) await ended;
        this.#throwIfAborted();
        if (!this.#wants(part.index)) return false;
      }
    } finally {
      driver.close();
    }
    this.#ledger?.ended(part.index, task.found?.(out, part) ?? 0);
    return true;
  }
}

/** A memory that came by message has a buffer of its own, over the page's bytes. */
function outputOf({ parts, output, ground }: SharedSetup): Uint8Array {
  const bytes = parts.reduce((end, part) => Math.max(end, part.output.end), 0);
  return new Uint8Array(ground?.memory.buffer ?? output, ground?.outputStart ?? 0, bytes);
}

function inputOf({ input, ground }: SharedSetup, { start, end }: Span): Uint8Array {
  if (input === null) return new Uint8Array(0);
  return new Uint8Array(ground?.memory.buffer ?? input, (ground?.inputStart ?? 0) + start, end - start);
}
