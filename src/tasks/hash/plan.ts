import type { Nature, Plan, Span } from '../contract.ts';
import { CHUNK_BYTES } from './blake3.ts';
import { DIGEST_BYTES } from './hasher.ts';
import type { FilesPart, HashParams, HashPart, PiecePart } from './part.ts';
import type { FilesShape } from './shape.ts';

const MIB = 1024 * 1024;

/** Pieces of a file under BLAKE3, 2^14 chunks: large beside the cost of a message, small beside a large file. */
export const PIECE_BYTES = 16 * MIB;
/** Small neighbours share a part, so that thousands of files don't mean thousands of messages. */
export const GROUP_BYTES = MIB;
export const GROUP_FILES = 64;
/** To open a file and end its digest costs about as much as to hash this many bytes. */
const COST_PER_FILE = 4096;

/** The largest file that is hashed in one go; larger ones are cut into pieces of this size. */
function wholeLimit({ algorithm }: HashParams, pieceBytes: number): number {
  return algorithm === 'blake3' ? pieceBytes : Infinity;
}

/** How many pieces a file is cut into: 1 means that it is hashed whole. */
export function piecesOf(size: number, params: HashParams, pieceBytes: number): number {
  return Math.max(1, Math.ceil(size / wholeLimit(params, pieceBytes)));
}

export function natureOf(params: HashParams, { sizes }: FilesShape, pieceBytes: number): Nature {
  const divisible = sizes.length > 1 || sizes.some((size) => piecesOf(size, params, pieceBytes) > 1);
  return divisible ? 'divisible' : 'resumable';
}

/**
 * Cuts the job: small neighbours together, a large file alone, and under BLAKE3 a file larger than a piece
 * into pieces. `pieceBytes` must be 2^k × 1024.
 */
export function planHash(params: HashParams, shape: FilesShape, pieceBytes: number): Plan<HashPart> {
  const { sizes } = shape;
  const parts: HashPart[] = [];
  let file = 0;
  while (file < sizes.length) {
    const size = sizes[file] as number;
    const pieces = piecesOf(size, params, pieceBytes);
    if (pieces > 1) {
      for (let piece = 0; piece < pieces; piece++) {
        const firstChunk = (piece * pieceBytes) / CHUNK_BYTES;
        const length = Math.min(pieceBytes, size - piece * pieceBytes);
        parts.push(piecePart(parts.at(-1), length, { file, piece, pieces, firstChunk }));
      }
      file++;
    } else {
      const group = groupFrom(sizes, file, wholeLimit(params, pieceBytes));
      parts.push(filesPart(parts.at(-1), file, group));
      file += group.length;
    }
  }
  return { parts, outputBytes: parts.at(-1)?.output.end ?? 0 };
}

/** Where the files of the group that starts at `first` lie in it: one file, or as many as the limits allow. */
function groupFrom(sizes: readonly number[], first: number, limit: number): Span[] {
  const files: Span[] = [];
  let start = 0;
  for (let i = first; i < sizes.length && files.length < GROUP_FILES; i++) {
    const size = sizes[i] as number;
    if (files.length > 0 && (size > limit || start + size > GROUP_BYTES)) break;
    files.push({ start, end: start + size });
    start += size;
  }
  return files;
}

function filesPart(before: HashPart | undefined, firstFile: number, files: readonly Span[]): FilesPart {
  const bytes = files.at(-1)?.end ?? 0;
  const place = placeAfter(before, bytes, files.length);
  return { kind: 'files', ...place, cost: bytes + files.length * COST_PER_FILE, firstFile, files };
}

type Piece = Pick<PiecePart, 'file' | 'piece' | 'pieces' | 'firstChunk'>;

function piecePart(before: HashPart | undefined, bytes: number, piece: Piece): PiecePart {
  return { kind: 'piece', ...placeAfter(before, bytes, 1), cost: bytes + COST_PER_FILE, ...piece };
}

/** Parts lie end to end, in the input and in the output. */
function placeAfter(
  before: HashPart | undefined,
  bytes: number,
  slots: number,
): Pick<HashPart, 'index' | 'input' | 'output'> {
  const read = before?.input.end ?? 0;
  const written = before?.output.end ?? 0;
  return {
    index: before === undefined ? 0 : before.index + 1,
    input: { start: read, end: read + bytes },
    output: { start: written, end: written + slots * DIGEST_BYTES },
  };
}
