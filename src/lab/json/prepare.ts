import { throwIfAborted } from '../../async/abort.ts';
import type { Pool } from '../../pool/pool.ts';
import { loadFiles } from '../input/files.ts';
import type { Tools } from '../input/own.ts';
import type { Draft } from '../../strategies/contract.ts';
import { TARGET_MS, type Prepared } from '../input/prepare.ts';
import { scaledLoad } from '../model/calibrate.ts';
import { parseFileSize } from '../model/file-size.ts';
import { InputError, type FilesInput } from '../model/input.ts';
import { canShare, draftJob, type AnyBuffer } from '../model/job.ts';
import type { Options } from '../model/options.ts';
import { formatBytes } from '../../ui/format.ts';
import { jsonEntry } from './entry.ts';

const MIB = 1 << 20;
const SEED = 8259;

/** The text and all its values have to fit at once, two threads deep: about ten times the file (measured). */
function mostBytes(): number {
  const memory = (navigator as { deviceMemory?: number }).deviceMemory ?? 8;
  return (memory < 4 ? 48 : memory < 8 ? 128 : 256) * MIB;
}

/** @throws InputError, AbortError, WorkerDiedError, PoolGaveUpError */
export function prepareOwn(
  { pool }: Tools,
  options: Options,
  files: readonly File[],
  signal: AbortSignal,
): Promise<Prepared> {
  const [file] = files;
  return file === undefined ? sample(pool, options, signal) : own(pool, options, file, signal);
}

async function own(pool: Pool, options: Options, file: File, signal: AbortSignal): Promise<Prepared> {
  if (file.size > mostBytes()) {
    throw new InputError(
      `${file.name} is too large`,
      `It has ${formatBytes(file.size)}; here ${formatBytes(mostBytes())} fit, because JSON.parse needs the whole text and all its values at once.`,
    );
  }
  const input = await loadFiles([file], pool, canShare(), signal);
  return tried(pool, options, { ...input, sample: false }, signal);
}

/** As many MiB as take about two seconds, unless a size was asked for. */
async function sample(pool: Pool, options: Options, signal: AbortSignal): Promise<Prepared> {
  const wanted = parseFileSize(options.size ?? '')?.bytes;
  const { load } = jsonEntry;
  const first = await tried(pool, options, await made(pool, wanted ?? load.initial * MIB, signal), signal);
  if (wanted !== undefined || first.forecastMs === null) return first;
  const max = Math.min(load.max, mostBytes() / MIB / 4);
  const mebibytes = scaledLoad(load.initial, first.forecastMs, TARGET_MS, { ...load, max });
  if (mebibytes === load.initial) return first;
  const input = await made(pool, mebibytes * MIB, signal);
  return {
    ...first,
    input,
    draft: await draftJob('json', options.params, input),
    forecastMs: (first.forecastMs * mebibytes) / load.initial,
  };
}

async function made(pool: Pool, bytes: number, signal: AbortSignal): Promise<FilesInput> {
  const [slot] = await pool.ready(1, signal);
  if (slot === undefined) throw new Error('The pool has no worker.');
  const buffer = await slot.call((api) => api.document(bytes, SEED, canShare()));
  throwIfAborted(signal);
  return {
    kind: 'files',
    sample: true,
    files: [{ name: 'orders.json', size: bytes }],
    totalBytes: bytes,
    source: { kind: 'memory', buffer },
  };
}

/** Below every real run's, so that an abort never reaches it (see calibrate.ts). */
const TRIAL_RUN = Number.MAX_SAFE_INTEGER;

/** The job done once in a worker: it can't be tried in part, and a fault in the document is told at once. */
async function tried(
  pool: Pool,
  options: Options,
  input: FilesInput,
  signal: AbortSignal,
): Promise<Prepared> {
  const draft = await draftJob('json', options.params, input);
  const [part] = draft.plan.parts;
  const [slot] = await pool.ready(1, signal);
  if (slot === undefined || part === undefined) throw new Error('The pool has no worker.');
  const { params, shape } = draft;
  const setup = { runId: TRIAL_RUN, task: 'json', params, shape, engine: 'ts' } as const;
  const reply = await slot.call((api) => api.part(setup, part, documentOf(draft)));
  throwIfAborted(signal);
  if (!reply.ok) {
    throw new InputError(`${input.files[0]?.name ?? 'The file'} can’t be used`, reply.message);
  }
  const { start, end, readMs } = reply.time;
  return { input, draft, params: options.params, forecastMs: end - start - readMs };
}

/** The document, to be read elsewhere: its file, or its bytes in memory (copied, unless they are shared). */
export function documentOf({ source, plan }: Pick<Draft, 'source' | 'plan'>): AnyBuffer | Blob | null {
  const [part] = plan.parts;
  if (source.kind === 'none' || part === undefined) return null;
  return source.kind === 'blobs' ? source.blobOf(part) : source.buffer;
}
