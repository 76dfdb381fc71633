import { createHash } from 'node:crypto';
import { createBLAKE3, createSHA256 } from 'hash-wasm';
import type { PartJob, Plan, Span, Task } from '../../../../src/tasks/contract.ts';
import { PartDriver, type Source } from '../../../../src/tasks/drive.ts';
import { toHex } from '../../../../src/tasks/hash/hex.ts';
import type { Algorithm, HashParams, HashPart } from '../../../../src/tasks/hash/part.ts';
import type { FilesShape } from '../../../../src/tasks/hash/shape.ts';

export type HashTask = Task<HashParams, FilesShape, HashPart>;

/** The input of the official BLAKE3 vectors: bytes 0 to 250, over and over. */
export function pattern(length: number): Uint8Array {
  return filled(length, (i) => i % 251);
}

/** A loop, because `Uint8Array.from` takes a second for a few megabytes. */
function filled(length: number, byteAt: (i: number) => number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i++) bytes[i] = byteAt(i);
  return bytes;
}

export function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const wasm = { sha256: await createSHA256(), blake3: await createBLAKE3() };

/** hash-wasm's digest, in hex. */
export function byHashWasm(algorithm: Algorithm, bytes: Uint8Array): string {
  return wasm[algorithm].init().update(bytes).digest('hex');
}

/** Node's own SHA-256, and hash-wasm's BLAKE3, in hex. */
export function expected(algorithm: Algorithm, bytes: Uint8Array): string {
  return algorithm === 'sha256'
    ? createHash('sha256').update(bytes).digest('hex')
    : byHashWasm('blake3', bytes);
}

export interface Files {
  readonly shape: FilesShape;
  /** All files end to end. */
  readonly bytes: Uint8Array;
  readonly each: readonly Uint8Array[];
}

/** Files of these lengths, each with bytes of its own. */
export function filesOf(sizes: readonly number[]): Files {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const bytes = filled(total, (i) => i * 7 + (i >>> 8) * 13);
  let start = 0;
  const each = sizes.map((size) => bytes.subarray(start, (start += size)));
  return { shape: { sizes }, bytes, each };
}

/** Reads like a file, always into the same buffer: whoever kept bytes of an earlier read has wrong ones. */
export function reusingSource(bytes: Uint8Array): Source {
  const buffer = new Uint8Array(8 << 20);
  return {
    read: async ({ start, end }: Span) => {
      buffer.fill(0xee);
      await Promise.resolve();
      buffer.set(bytes.subarray(start, end));
      return buffer.subarray(0, end - start);
    },
    close: () => undefined,
  };
}

export async function runPart(
  task: HashTask,
  job: PartJob<HashParams, FilesShape, HashPart>,
  source: Source,
) {
  const driver = new PartDriver(task.steps(job), source);
  for (let ended = driver.step(); ended !== true; ended = driver.step()) await ended;
}

export interface Run {
  readonly plan: Plan<HashPart>;
  readonly output: Uint8Array;
  /** A digest for each file, in hex. */
  readonly digests: readonly string[];
}

/** Runs a whole job, the parts from last to first. */
export async function runTask(
  task: HashTask,
  params: HashParams,
  files: Files,
  wrap: (bytes: Uint8Array) => Source = (bytes) => bytes,
): Promise<Run> {
  const plan = task.plan(params, files.shape);
  const output = new Uint8Array(plan.outputBytes).fill(0xaa);
  for (const part of plan.parts.toReversed()) {
    const out = output.subarray(part.output.start, part.output.end);
    const source = wrap(files.bytes.subarray(part.input.start, part.input.end));
    await runPart(task, { params, shape: files.shape, part, out }, source);
  }
  const result = task.finish?.(output, params, files.shape) ?? output;
  const digests = files.each.map((_, i) => toHex(result.subarray(32 * i, 32 * i + 32)));
  return { plan, output, digests };
}
