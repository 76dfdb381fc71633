import { abortError } from '../../src/async/abort.ts';
import type { PartTime, SharedSetup } from '../../src/pool/protocol.ts';
import type { Part, Span, Task } from '../../src/tasks/contract.ts';
import { PartDriver } from '../../src/tasks/drive.ts';
import { kernelOf } from './kernel.ts';

/** Told at most so often: a message per part would cost the page a task per part. */
const REPORT_MS = 50;

/** Claims parts by `Atomics.add` until none is left: nobody has to be asked, so a busy page starves no one. */
export class Claim {
  /** Index of the part at work. */
  current = -1;
  readonly #setup: SharedSetup;
  readonly #control: Int32Array;
  readonly #report: (times: PartTime[]) => void;
  readonly #all: PartTime[] = [];
  #reported = 0;
  #lastReport = performance.now();

  constructor(setup: SharedSetup, report: (times: PartTime[]) => void) {
    this.#setup = setup;
    this.#control = new Int32Array(setup.control);
    this.#report = report;
  }

  /** Resolves with the times of all parts that were run here; a report may come after it, by its own port. */
  async run(): Promise<PartTime[]> {
    const { task, copied } = await kernelOf(this.#setup, this.#setup.ground ?? null);
    for (;;) {
      const index = Atomics.add(this.#control, 1 + this.#setup.queue, 1);
      const part = index < this.#setup.limit ? this.#setup.parts[index] : undefined;
      if (part === undefined) return this.#all;
      this.current = part.index;
      const start = performance.now();
      const before = copied();
      await runInPlace(task, this.#setup, part, this.#control);
      this.#done({ part: part.index, start, end: performance.now(), readMs: 0, copied: copied() - before });
    }
  }

  #done(time: PartTime): void {
    this.#all.push(time);
    if (time.end - this.#lastReport < REPORT_MS) return;
    this.#report(this.#all.slice(this.#reported));
    this.#reported = this.#all.length;
    this.#lastReport = time.end;
  }
}

/** A part's bytes. A memory that came by message has a buffer of its own, over the same bytes as the page's. */
function viewsOf(setup: SharedSetup, part: Part): { readonly out: Uint8Array; readonly source: Uint8Array } {
  const { input, output, ground } = setup;
  const view = (buffer: ArrayBufferLike, from: number, { start, end }: Span): Uint8Array =>
    new Uint8Array(ground?.memory.buffer ?? buffer, from + start, end - start);
  return {
    out: view(output, ground?.outputStart ?? 0, part.output),
    source: input === null ? new Uint8Array(0) : view(input, ground?.inputStart ?? 0, part.input),
  };
}

async function runInPlace(task: Task, setup: SharedSetup, part: Part, control: Int32Array): Promise<void> {
  const { params, shape } = setup;
  const { out, source } = viewsOf(setup, part);
  const driver = new PartDriver(task.steps({ params, shape, part, out }), source);
  try {
    for (let ended: boolean | Promise<false> = false; ended !== true; ended = driver.step()) {
      if (ended !== false) await ended;
      if (Atomics.load(control, 0) === 1) throw abortError();
    }
  } finally {
    driver.close();
  }
}
