import type { PartJob, Span, StepEnd, Steps } from '../contract.ts';
import { Blake3 } from './blake3.ts';
import { DIGEST_BYTES, type Hasher } from './hasher.ts';
import type { Algorithm, HashParams, HashPart } from './part.ts';
import { Sha256 } from './sha256.ts';
import type { FilesShape } from './shape.ts';

const KIB = 1024;

/** Asked for at once: all the memory that a part needs beside its state. */
export const READ_BYTES = 4096 * KIB;
/** Worked on in one step: 1 to 1.5 ms of either algorithm (measured). */
export const STEP_BYTES: Readonly<Record<Algorithm, number>> = { sha256: 256 * KIB, blake3: 512 * KIB };

/** What a part does with its bytes: taken in order, then ended. */
export interface Work {
  take(bytes: Uint8Array): void;
  end(): void;
}

/** The kernel: reads the part's input from start to end, in reads of `READ_BYTES` and steps of `STEP_BYTES`. */
export function hashSteps(job: PartJob<HashParams, FilesShape, HashPart>): Steps {
  return readThrough(job.part.input, STEP_BYTES[job.params.algorithm], workOf(job));
}

export function* readThrough(input: Span, stepBytes: number, work: Work): Steps {
  const size = input.end - input.start;
  for (let start = 0; start < size; start += READ_BYTES) {
    const bytes = yield* checkedRead({ start, end: Math.min(start + READ_BYTES, size) });
    for (let at = 0; at < bytes.length; at += stepBytes) {
      if (at > 0) yield undefined;
      work.take(bytes.subarray(at, at + stepBytes));
    }
  }
  work.end();
}

/** Asks for bytes. @throws Error where a file shrank since it was listed: its digest would be that of other bytes */
export function* checkedRead(span: Span): Generator<StepEnd, Uint8Array, Uint8Array> {
  const bytes = yield span;
  if (bytes.length !== span.end - span.start) throw new Error('The file changed while it was read.');
  return bytes;
}

function workOf({ part, params, out }: PartJob<HashParams, FilesShape, HashPart>): Work {
  return part.kind === 'files'
    ? new FilesWork(hasherOf(params.algorithm), part.files, out)
    : pieceWork(new Blake3(part.firstChunk), out);
}

/** A piece of a file: its chaining value. */
export function pieceWork(hasher: Pick<Blake3, 'update' | 'chainingValue'>, out: Uint8Array): Work {
  return {
    take: (bytes) => {
      hasher.update(bytes);
    },
    end: () => {
      hasher.chainingValue(out);
    },
  };
}

function hasherOf(algorithm: Algorithm): Hasher {
  return algorithm === 'sha256' ? new Sha256() : new Blake3();
}

/** Whole files, one after the other, each digest written as soon as its file ends. */
export class FilesWork implements Work {
  readonly #hasher: Hasher;
  readonly #files: readonly Span[];
  readonly #out: Uint8Array;
  #file = 0;
  /** How far the part's input has been taken. */
  #taken = 0;

  constructor(hasher: Hasher, files: readonly Span[], out: Uint8Array) {
    this.#hasher = hasher;
    this.#files = files;
    this.#out = out;
  }

  take(bytes: Uint8Array): void {
    const start = this.#taken;
    const end = start + bytes.length;
    while (this.#taken < end) {
      const next = Math.min(end, this.#endFiles());
      this.#hasher.update(bytes.subarray(this.#taken - start, next - start));
      this.#taken = next;
    }
  }

  end(): void {
    this.#endFiles();
  }

  /** Ends every file that is complete, empty ones too. Returns where the file now at work ends. */
  #endFiles(): number {
    let file = this.#files[this.#file];
    while (file !== undefined && file.end === this.#taken) {
      this.#hasher.digest(this.#out.subarray(this.#file * DIGEST_BYTES));
      this.#hasher.reset();
      file = this.#files[++this.#file];
    }
    return file?.end ?? Infinity;
  }
}
