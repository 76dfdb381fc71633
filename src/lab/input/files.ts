import { throwIfAborted } from '../../async/abort.ts';
import { defaultYieldName, makeYield } from '../../async/yield.ts';
import type { Pool } from '../../pool/pool.ts';
import type { RunSource } from '../../strategies/contract.ts';
import type { FileSize } from '../model/file-size.ts';
import { unreadable, type FileEntry, type FilesInput } from '../model/input.ts';
import type { AnyBuffer } from '../model/job.ts';

/** Files together no larger than this are read ahead, so that a run measures hashing and not the disk. */
const READ_AHEAD_BYTES = 256 << 20;
/** On devices that report little memory. */
const READ_AHEAD_SMALL = 64 << 20;
const SEED = 20_010;

function readAheadLimit(): number {
  const memory = (navigator as { deviceMemory?: number }).deviceMemory ?? 8;
  return memory < 4 ? READ_AHEAD_SMALL : READ_AHEAD_BYTES;
}

/** A file's path as chosen: folders are kept. */
export function pathOf(file: File): string {
  return file.webkitRelativePath === '' ? file.name : file.webkitRelativePath;
}

/** A part's bytes as one blob: a view of the files that it covers, nothing is read yet. */
export function blobSource(files: readonly Blob[]): RunSource {
  const starts: number[] = [];
  let total = 0;
  for (const file of files) {
    starts.push(total);
    total += file.size;
  }
  return {
    kind: 'blobs',
    blobOf: ({ input }) => {
      const pieces: Blob[] = [];
      for (let i = lastAtOrBefore(starts, input.start); i < files.length; i += 1) {
        const start = starts[i] ?? 0;
        if (start >= input.end) break;
        const file = files[i];
        if (file !== undefined) pieces.push(pieceOf(file, input.start - start, input.end - start));
      }
      return new Blob(pieces);
    },
  };
}

/** A part of a file, or the very file where it is all of it: a slice costs a handle. */
function pieceOf(file: Blob, from: number, to: number): Blob {
  return from <= 0 && to >= file.size ? file : file.slice(Math.max(0, from), to);
}

/** Index of the last start that is not after `at` (starts rise; equal ones are empty files). */
function lastAtOrBefore(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, (starts[low] ?? Infinity) === at ? low : low - 1);
}

/** Between two turns of the page, in ms. */
const LOOK_MS = 6;

/**
 * Names and sizes. Chromium asks another process for a file's size when it is first read, a quarter of a
 * millisecond each (measured): ten thousand files at once would hold the page for seconds.
 */
async function entriesOf(files: readonly File[], signal: AbortSignal): Promise<FileEntry[]> {
  const breathe = makeYield(defaultYieldName()) ?? (() => Promise.resolve());
  const entries: FileEntry[] = [];
  let since = performance.now();
  for (const file of files) {
    entries.push({ name: pathOf(file), size: file.size });
    if (performance.now() - since < LOOK_MS) continue;
    await breathe();
    throwIfAborted(signal);
    since = performance.now();
  }
  return entries;
}

/** @throws InputError, AbortError, WorkerDiedError, PoolGaveUpError */
export async function loadFiles(
  files: readonly File[],
  pool: Pool,
  shared: boolean,
  signal: AbortSignal,
): Promise<FilesInput> {
  const entries = await entriesOf(files, signal);
  const totalBytes = entries.reduce((sum, file) => sum + file.size, 0);
  const base = { kind: 'files', sample: false, files: entries, totalBytes } as const;
  if (totalBytes > readAheadLimit()) return { ...base, source: blobSource(files) };
  const [slot] = await pool.ready(1, signal);
  if (slot === undefined) return { ...base, source: blobSource(files) };
  // One blob of all: ten thousand files that cross to a worker one by one would hold the page for seconds.
  const whole = new Blob([...files]);
  const gathered = await slot.call((api) => api.gather(whole, shared));
  throwIfAborted(signal);
  if (!gathered.ok) throw unreadable(await firstUnreadable(files));
  return { ...base, source: { kind: 'memory', buffer: gathered.bytes } };
}

/** The name of the first file that can't be read any more. */
async function firstUnreadable(files: readonly File[]): Promise<string> {
  for (const file of files) {
    try {
      await file.slice(0, 1).arrayBuffer();
    } catch {
      return pathOf(file);
    }
  }
  return 'A file';
}

/** Sample files of pseudo-random bytes, in memory. @throws AbortError, WorkerDiedError, PoolGaveUpError */
export async function sampleFiles(
  size: FileSize,
  pool: Pool,
  shared: boolean,
  signal: AbortSignal,
): Promise<FilesInput> {
  const totalBytes = size.count * size.bytes;
  const [slot] = await pool.ready(1, signal);
  if (slot === undefined) throw new Error('The pool has no worker.');
  const buffer: AnyBuffer = await slot.call((api) => api.noise(totalBytes, SEED, shared));
  throwIfAborted(signal);
  const digits = String(size.count).length;
  const files = Array.from({ length: size.count }, (_, i) => ({
    name: `sample-${String(i + 1).padStart(digits, '0')}.bin`,
    size: size.bytes,
  }));
  return { kind: 'files', sample: true, files, totalBytes, source: { kind: 'memory', buffer } };
}
