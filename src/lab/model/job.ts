import type { Draft, RunSource } from '../../strategies/contract.ts';
import type { TaskId } from '../../tasks/ids.ts';
import { loadTask } from '../../tasks/registry.ts';
import type { LabInput } from './input.ts';

export type AnyBuffer = ArrayBuffer | SharedArrayBuffer;

/** Whether memory can be shared here: isolated is not enough everywhere (WebKitGTK has no SharedArrayBuffer). */
export function canShare(): boolean {
  return globalThis.crossOriginIsolated && typeof SharedArrayBuffer !== 'undefined';
}

export function allocate(bytes: number, shared: boolean): AnyBuffer {
  return shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
}

/** What a task knows of its input before it reads it. */
function shapeOf(input: LabInput): unknown {
  if (input.kind === 'picture') return { width: input.width, height: input.height };
  if (input.kind === 'data') return input.shape;
  if (input.kind === 'photos')
    return { photos: input.photos.map(({ width, height }) => ({ width, height })) };
  return input.kind === 'files' ? { sizes: input.files.map((file) => file.size) } : {};
}

function sourceOf(input: LabInput): RunSource {
  if (input.kind === 'picture') return { kind: 'memory', buffer: input.pixels };
  return input.kind === 'none' ? { kind: 'none' } : input.source;
}

export function inputBytes(input: LabInput): number {
  if (input.kind === 'picture') return input.pixels.byteLength;
  return input.kind === 'none' ? 0 : input.totalBytes;
}

/** @throws ParamError */
export async function draftJob(
  id: TaskId,
  params: Readonly<Record<string, string>>,
  input: LabInput,
): Promise<Draft> {
  const task = await loadTask(id);
  const parsed = task.parse(params);
  const shape = shapeOf(input);
  const plan = task.plan(parsed, shape);
  return { task, params: parsed, shape, plan, source: sourceOf(input) };
}

/**
 * The output buffer of an experiment. Every run writes the same bytes, so it is handed from run to run; it is
 * cleared in between (in a worker), so that a run that wrote nothing could not pass for one that did.
 */
export class OutputBuffer {
  readonly #shared: boolean;
  #buffer: AnyBuffer | null = null;

  constructor(shared: boolean) {
    this.#shared = shared;
  }

  take(bytes: number): AnyBuffer {
    const kept = this.#buffer;
    this.#buffer = null;
    return kept?.byteLength === bytes ? kept : allocate(bytes, this.#shared);
  }

  giveBack(cleared: AnyBuffer): void {
    this.#buffer = cleared;
  }
}
