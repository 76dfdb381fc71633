/** Inputs that are ready to run, as the lab holds them. Nothing is decoded or read. */
import type { Prepared } from '../../src/lab/input/prepare.ts';
import type { LabInput } from '../../src/lab/model/input.ts';
import { defaultOptions, type Options } from '../../src/lab/model/options.ts';
import type { TaskId } from '../../src/tasks/ids.ts';

export const DEFAULTS = defaultOptions(8);

export function optionsWith(change: Partial<Options>): Options {
  return { ...DEFAULTS, ...change };
}

export function picture(width: number, height: number, sample = true): LabInput {
  const preview = null as unknown as ImageBitmap;
  const pixels = new ArrayBuffer(0);
  return { kind: 'picture', name: 'A picture', sample, width, height, pixels, preview, note: null };
}

export function files(count: number, bytes: number, sample = true): LabInput {
  const entries = Array.from({ length: count }, (_, i) => ({ name: `file-${String(i)}`, size: bytes }));
  const source = { kind: 'none' } as const;
  return { kind: 'files', sample, files: entries, totalBytes: count * bytes, source };
}

export function prepared(
  task: TaskId,
  input: LabInput,
  forecastMs: number | null,
  params: Readonly<Record<string, string>> = {},
): Prepared {
  const draft = { task: { id: task }, params, shape: {}, plan: { parts: [], outputBytes: 0 } };
  return { input, draft: draft as unknown as Prepared['draft'], params, forecastMs };
}
