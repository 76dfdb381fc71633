import type { Job, RunOptions, RunSource } from '../../src/strategies/contract.ts';
import type { TaskId } from '../../src/tasks/ids.ts';
import type { Task } from '../../src/tasks/contract.ts';
import { hash } from '../../src/tasks/hash/hash.ts';
import { blur } from '../../src/tasks/image/blur.ts';
import { denoise } from '../../src/tasks/image/denoise.ts';
import { edges } from '../../src/tasks/image/edges.ts';
import { imageBatch } from '../../src/tasks/image-batch/image-batch.ts';
import { mandelbrot } from '../../src/tasks/mandelbrot/mandelbrot.ts';
import { proof } from '../../src/tasks/proof-of-work/proof.ts';
import { sort } from '../../src/tasks/sort/sort.ts';
import { json } from '../../src/tasks/json/json.ts';
import { password } from '../../src/tasks/password/password.ts';
import { primes } from '../../src/tasks/primes/primes.ts';
import { pathTracer } from '../../src/tasks/path-tracer/path-tracer.ts';
import { makeYield } from '../../src/async/yield.ts';

const TASKS = {
  blur,
  edges,
  denoise,
  hash,
  'image-batch': imageBatch,
  json,
  mandelbrot,
  'password-hash': password,
  'path-tracer': pathTracer,
  primes,
  'proof-of-work': proof,
  sort,
};

export interface JobSpec {
  readonly task: TaskId;
  readonly params: Readonly<Record<string, string>>;
  readonly shape: unknown;
  /** Input bytes; empty where the task has none. */
  readonly bytes: Uint8Array;
  readonly shared: boolean;
  /** Read the input from a blob instead of memory. */
  readonly blob?: boolean;
}

function bufferOf(bytes: Uint8Array, shared: boolean): ArrayBuffer | SharedArrayBuffer {
  const buffer = shared ? new SharedArrayBuffer(bytes.length) : new ArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

function sourceOf({ bytes, shared, blob }: JobSpec): RunSource {
  if (bytes.length === 0 && blob !== true) return { kind: 'none' };
  if (blob !== true) return { kind: 'memory', buffer: bufferOf(bytes, shared) };
  const whole = new Blob([bytes.slice()]);
  return { kind: 'blobs', blobOf: ({ input }) => whole.slice(input.start, input.end) };
}

/** A job whose output is filled with rubbish first: a byte that nobody wrote would show. */
export function jobOf(spec: JobSpec): Job {
  const task = TASKS[spec.task] as Task;
  const params = task.parse(spec.params);
  const plan = task.plan(params, spec.shape);
  const output = spec.shared ? new SharedArrayBuffer(plan.outputBytes) : new ArrayBuffer(plan.outputBytes);
  new Uint8Array(output).fill(0xa5);
  return { task, params, shape: spec.shape, plan, source: sourceOf(spec), output };
}

export function optionsOf(change: Partial<RunOptions> = {}): RunOptions {
  return {
    signal: new AbortController().signal,
    now: () => performance.now(),
    workers: 2,
    sliceMs: 4,
    breathe: makeYield('messageChannel') ?? (() => Promise.resolve()),
    assign: 'dynamic',
    ...change,
  };
}

/** Repeatable bytes. */
export function randomBytes(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed | 1;
  for (let i = 0; i < length; i += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[i] = state;
  }
  return bytes;
}
