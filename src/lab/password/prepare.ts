import { throwIfAborted } from '../../async/abort.ts';
import type { Pool } from '../../pool/pool.ts';
import { toHex } from '../../tasks/hash/hex.ts';
import type { WordsPart, WordsShape } from '../../tasks/password/plan.ts';
import type { Draft } from '../../strategies/contract.ts';
import type { Tools } from '../input/own.ts';
import type { Prepared } from '../input/prepare.ts';
import type { DataInput, LabInput } from '../model/input.ts';
import { allocate, canShare } from '../model/job.ts';
import type { Options } from '../model/options.ts';
import { encodeWords, samplePick, sampleWords, type Typed } from './typed.ts';

const SAMPLE_COUNT = 64;
const KEY_BYTES = 32;
const SAMPLE_SALT = 'unblocked';
/** Below every real run's, so that an abort never reaches it (see calibrate.ts). */
const TRIAL_RUN = Number.MAX_SAFE_INTEGER;

/** Candidates that are ready to be hashed. */
export interface WordsInput extends DataInput, Typed {
  readonly shape: WordsShape;
}

export function isWords(input: LabInput): input is WordsInput {
  return input.kind === 'data' && 'words' in input;
}

/**
 * What was typed, by the empty file that stands for it where the lab takes files: a real one could be written to disk
 * by the browser.
 */
const typedOf = new WeakMap<File, Typed>();

/** A file for `Lab.setOptions` that stands for what was typed. */
export function placeholderOf(typed: Typed): File {
  const file = new File([], 'your list');
  typedOf.set(file, typed);
  return file;
}

/** @throws AbortError, WorkerDiedError, PoolGaveUpError */
export async function prepareOwn(
  tools: Tools,
  options: Options,
  files: readonly File[],
  signal: AbortSignal,
): Promise<Prepared> {
  const typed = files[0] === undefined ? undefined : typedOf.get(files[0]);
  if (typed !== undefined) return tools.calibrate(options, inputOf(typed, false), signal);
  const count = Number(options.size ?? SAMPLE_COUNT);
  const words = sampleWords(count);
  const input = inputOf({ words, salt: SAMPLE_SALT, target: null }, true);
  const prepared = await tools.calibrate(options, input, signal);
  const target = await keyOf(prepared.draft, samplePick(count), tools.pool);
  throwIfAborted(signal);
  const looked: WordsInput = { ...input, target };
  return { ...prepared, input: looked };
}

function inputOf(typed: Typed, sample: boolean): WordsInput {
  const { bytes, lengths } = encodeWords(typed.words);
  const buffer = allocate(bytes.length, canShare());
  new Uint8Array(buffer).set(bytes);
  return {
    kind: 'data',
    sample,
    name: `${String(lengths.length)} ${lengths.length === 1 ? 'candidate' : 'candidates'}`,
    totalBytes: bytes.length,
    shape: { salt: new TextEncoder().encode(typed.salt), lengths },
    source: { kind: 'memory', buffer },
    ...typed,
  };
}

/** The key of one candidate, derived in a worker: what the sample looks for. */
async function keyOf(draft: Draft, index: number, pool: Pool): Promise<string | null> {
  const [slot] = await pool.ready(1);
  // The plan is the password task's own.
  const part = aloneIn(draft.plan.parts as readonly WordsPart[], index);
  if (slot === undefined || part === null || draft.source.kind !== 'memory') return null;
  const { task, params, shape } = draft;
  const setup = { runId: TRIAL_RUN, task: task.id, params, shape, engine: 'ts' } as const;
  const bytes = new Uint8Array(draft.source.buffer).slice(part.input.start, part.input.end);
  const reply = await slot.call((api) => api.part(setup, part, bytes.buffer));
  return reply.ok ? toHex(new Uint8Array(reply.output, 0, KEY_BYTES)) : null;
}

/** A part with this candidate only: those that share its part in a run would make it wait. */
function aloneIn(parts: readonly WordsPart[], index: number): WordsPart | null {
  const part = parts.find(({ firstWord, words }) => index < firstWord + words.length);
  const word = part?.words[index - part.firstWord];
  if (part === undefined || word === undefined) return null;
  const input = { start: part.input.start + word.start, end: part.input.start + word.end };
  const words = [{ start: 0, end: word.end - word.start }];
  return { ...part, firstWord: index, words, input, output: { start: 0, end: KEY_BYTES } };
}
