import { abortError } from '../../src/async/abort.ts';
import type { Yield } from '../../src/async/yield.ts';
import type { PartTime, RunSetup } from '../../src/pool/protocol.ts';
import type { Part } from '../../src/tasks/contract.ts';
import { closeSource, PartDriver, type Source } from '../../src/tasks/drive.ts';
import type { TwinTask } from '../../src/wasm/engine.ts';
import { LateFile } from './late-file.ts';

/** Between two breaths a worker can't hear an abort: it takes one after so many ms. */
const BREATH_MS = 12;

type AnyBuffer = ArrayBuffer | SharedArrayBuffer;

/** What a part at work hears and tells. */
export interface Ears {
  /** Is this part to stop? */
  aborted(part: number): boolean;
  readonly breathe: Yield;
  /** Told now and then how much of its input a part has read. */
  read(part: number, bytes: number): void;
}

/** A part, and what came with it. */
export interface Given {
  readonly part: Part;
  readonly source: Source;
  readonly earlier: readonly ArrayBuffer[];
}

export interface PartResult {
  readonly output: ArrayBuffer;
  readonly time: PartTime;
  /** `false`: it was stopped on the way. */
  readonly ended: boolean;
}

/** Bytes that moved here, or a file that is read piece by piece: the first one from now on. */
export function sourceOf(source: AnyBuffer | Blob | null): Source {
  if (source === null) return new Uint8Array(0);
  return source instanceof Blob ? new LateFile(source) : new Uint8Array(source);
}

/** How long a read took, in ms. */
async function waiting(read: Promise<unknown>): Promise<number> {
  const from = performance.now();
  await read;
  return performance.now() - from;
}

/** Runs one part, with a macrotask now and then so that an abort is heard: then it goes no further, or never begins. */
export async function runPart(
  { task, copied }: TwinTask,
  { params, shape }: RunSetup,
  { part, source, earlier }: Given,
  ears: Ears,
): Promise<PartResult> {
  if (ears.aborted(part.index)) {
    closeSource(source);
    throw abortError();
  }
  const start = performance.now();
  const copiedBefore = copied();
  const output = new ArrayBuffer(part.output.end - part.output.start);
  const views = earlier.map((bytes) => new Uint8Array(bytes));
  const steps = task.steps({ params, shape, part, out: new Uint8Array(output), earlier: views });
  const driver = new PartDriver(steps, source);
  let breath = start;
  let readMs = 0;
  const stop = (ended: boolean): PartResult => {
    const copiedHere = copied() - copiedBefore;
    const time = { part: part.index, start, end: performance.now(), readMs, copied: copiedHere };
    return { output, ended, time };
  };
  try {
    for (let ended = driver.step(); ended !== true; ended = driver.step()) {
      if (ended !== false) readMs += await waiting(ended);
      if (performance.now() - breath < BREATH_MS) continue;
      if (!(source instanceof Uint8Array)) ears.read(part.index, driver.bytesRead);
      await ears.breathe();
      if (ears.aborted(part.index)) return stop(false);
      breath = performance.now();
    }
    return stop(true);
  } finally {
    driver.close();
  }
}
