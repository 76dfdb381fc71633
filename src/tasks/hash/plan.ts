import type { Nature, Plan, Span } from '../contract.ts';
import { CHUNK_BYTES } from './blake3.ts';
import { DIGEST_BYTES } from './hasher.ts';
import type { FilesPart, HashParams, HashPart, PiecePart } from './part.ts';
import type { FilesShape } from './shape.ts';

const MIB = 1024 * 1024;

/** The largest piece of a file under BLAKE3, 2^14 chunks: large beside the cost of a message … */
export const PIECE_BYTES = 16 * MIB;
/** … and the smallest, for a job that would else have fewer than `LEAST_PARTS`. */
const SMALL_PIECE_BYTES = MIB;
const LEAST_PARTS = 32;
/** Small neighbours share a part, so that thousands of files don't mean thousands of messages. */
export const GROUP_BYTES = MIB;
export const GROUP_FILES = 64;
/** Under SHA-256 larger neighbours share one too, to be hashed side by side: all of it is read at once. */
export const LANES_BYTES = 8 * MIB;
const LANES = 4;
/** To open a file and end its digest costs about as much as to hash this many bytes. */
const COST_PER_FILE = 4096;

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}

/**
 * The largest file that is hashed in one go, in bytes; larger ones are cut into pieces of this size, which is
 * 2^k × 1024. `pieceBytes`: the most that it may be, 2^k × 1024 too.
 */
export function wholeLimit({ algorithm }: HashParams, { sizes }: FilesShape, pieceBytes: number): number {
  if (algorithm !== 'blake3') return Infinity;
  const fair = 2 ** Math.floor(Math.log2(Math.max(1, sum(sizes) / LEAST_PARTS)));
  return Math.min(pieceBytes, Math.max(SMALL_PIECE_BYTES, fair));
}

/** The most that files which share a part may have together, in bytes. */
function groupLimit({ algorithm }: HashParams, { sizes }: FilesShape): number {
  if (algorithm !== 'sha256') return GROUP_BYTES;
  return Math.max(GROUP_BYTES, Math.min(LANES_BYTES, sum(sizes) / LEAST_PARTS));
}

/** How many pieces a file is cut into: 1 means that it is hashed whole. `limit`: see `wholeLimit`. */
export function piecesOf(size: number, limit: number): number {
  return Math.max(1, Math.ceil(size / limit));
}

export function natureOf(params: HashParams, shape: FilesShape, pieceBytes: number): Nature {
  const limit = wholeLimit(params, shape, pieceBytes);
  const divisible = shape.sizes.length > 1 || shape.sizes.some((size) => piecesOf(size, limit) > 1);
  return divisible ? 'divisible' : 'resumable';
}

/**
 * Cuts the job: small neighbours together, a large file alone, and under BLAKE3 a file larger than a piece
 * into pieces. `pieceBytes` must be 2^k × 1024.
 */
export function planHash(params: HashParams, shape: FilesShape, pieceBytes: number): Plan<HashPart> {
  const { sizes } = shape;
  const whole = wholeLimit(params, shape, pieceBytes);
  const together = Math.min(whole, groupLimit(params, shape));
  const parts: HashPart[] = [];
  let file = 0;
  while (file < sizes.length) {
    const size = sizes[file] as number;
    const pieces = piecesOf(size, whole);
    if (pieces > 1) {
      for (let piece = 0; piece < pieces; piece++) {
        const firstChunk = (piece * whole) / CHUNK_BYTES;
        const length = Math.min(whole, size - piece * whole);
        parts.push(piecePart(parts.at(-1), length, { file, piece, pieces, firstChunk }));
      }
      file++;
    } else {
      const group = groupFrom(sizes, file, together);
      parts.push(filesPart(parts.at(-1), file, group));
      file += group.length;
    }
  }
  return { parts, outputBytes: parts.at(-1)?.output.end ?? 0 };
}

/**
 * Where the files of the group that starts at `first` lie in it: one file, or as many as the limits allow. Of more
 * than four as many as fill the lanes to the end, unless there are no others.
 */
function groupFrom(sizes: readonly number[], first: number, limit: number): Span[] {
  const files: Span[] = [];
  let start = 0;
  for (let i = first; i < sizes.length && files.length < GROUP_FILES; i++) {
    const size = sizes[i] as number;
    if (files.length > 0 && start + size > limit) break;
    files.push({ start, end: start + size });
    start += size;
  }
  const last = first + files.length === sizes.length;
  return last || files.length < LANES ? files : files.slice(0, files.length - (files.length % LANES));
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
