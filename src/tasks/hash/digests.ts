import type { Plan } from '../contract.ts';
import { rootOfPieces } from './blake3.ts';
import { DIGEST_BYTES } from './hasher.ts';
import { toHex } from './hex.ts';
import type { HashParams, HashPart, PiecePart } from './part.ts';
import { piecesOf, wholeLimit } from './plan.ts';
import type { FilesShape } from './shape.ts';

/** The result: 32 bytes a file, in the files' order. Chaining values of pieces are merged on the way. */
export function finishDigests(
  output: Uint8Array,
  params: HashParams,
  shape: FilesShape,
  pieceBytes: number,
): Uint8Array {
  const { sizes } = shape;
  const limit = wholeLimit(params, shape, pieceBytes);
  const digests = new Uint8Array(sizes.length * DIGEST_BYTES);
  let from = 0;
  sizes.forEach((size, file) => {
    const to = from + piecesOf(size, limit) * DIGEST_BYTES;
    digests.set(digestOf(output.subarray(from, to)), file * DIGEST_BYTES);
    from = to;
  });
  return digests;
}

/** One file's digest from its slots: the only one is the digest, several are chaining values. */
function digestOf(slots: Uint8Array): Uint8Array {
  if (slots.length === DIGEST_BYTES) return slots;
  const digest = new Uint8Array(DIGEST_BYTES);
  rootOfPieces(slots, digest);
  return digest;
}

/** A file whose digest is known: its index in the shape, and the digest as 64 lower-case hex digits. */
export interface FileDigest {
  readonly file: number;
  readonly digest: string;
}

interface Gathering {
  readonly values: Uint8Array;
  missing: number;
}

/** Tells digests as parts end, in whatever order they do. Holds 32 bytes a piece of the files still at work. */
export class DigestProgress {
  readonly #parts: readonly HashPart[];
  readonly #done = new Set<number>();
  readonly #gathering = new Map<number, Gathering>();

  constructor(plan: Plan<HashPart>) {
    this.#parts = plan.parts;
  }

  /**
   * The files that are complete now. `output` is what the part wrote (its own bytes of the output, not the
   * whole); it is read at once and not kept. A part told twice counts once.
   */
  partDone(index: number, output: Uint8Array): FileDigest[] {
    const part = this.#parts[index];
    if (part === undefined || this.#done.has(index)) return [];
    this.#done.add(index);
    if (part.kind === 'piece') return this.#pieceDone(part, output);
    return part.files.map((_, i) => ({
      file: part.firstFile + i,
      digest: toHex(output.subarray(i * DIGEST_BYTES, (i + 1) * DIGEST_BYTES)),
    }));
  }

  #pieceDone(part: PiecePart, output: Uint8Array): FileDigest[] {
    const { file, piece, pieces } = part;
    const gathering = this.#gathering.get(file) ?? {
      values: new Uint8Array(pieces * DIGEST_BYTES),
      missing: pieces,
    };
    this.#gathering.set(file, gathering);
    gathering.values.set(output.subarray(0, DIGEST_BYTES), piece * DIGEST_BYTES);
    gathering.missing--;
    if (gathering.missing > 0) return [];
    this.#gathering.delete(file);
    return [{ file, digest: toHex(digestOf(gathering.values)) }];
  }
}
