import { compress } from './blake3-block.ts';
import { DIGEST_BYTES, viewOf, type Hasher } from './hasher.ts';

const BLOCK_BYTES = 64;
const BLOCKS_PER_CHUNK = 16;
/** A leaf of BLAKE3's tree. Section numbers here are those of the BLAKE3 specification. */
export const CHUNK_BYTES = BLOCK_BYTES * BLOCKS_PER_CHUNK;
/** 2^64 bytes have 2^54 chunks, so that no tree is deeper (5.1.2). */
const MAX_DEPTH = 54;
const CV_WORDS = 8;

/** Domain flags (table 3). */
const CHUNK_START = 1;
const CHUNK_END = 2;
const PARENT = 4;
const ROOT = 8;

/** The start value of every chunk and parent: the same eight words as SHA-256's (table 1). */
// prettier-ignore
const IV = Int32Array.of(
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
);

/** Sixteen words of message: filled and used up within one call, so that all streams of a thread share them. */
const message = new Int32Array(16);

/** Written out, as the constants below are: together one sixth faster than loops (measured, V8). */
function loadBlock(view: DataView, at: number): void {
  message[0] = view.getInt32(at, true);
  message[1] = view.getInt32(at + 4, true);
  message[2] = view.getInt32(at + 8, true);
  message[3] = view.getInt32(at + 12, true);
  message[4] = view.getInt32(at + 16, true);
  message[5] = view.getInt32(at + 20, true);
  message[6] = view.getInt32(at + 24, true);
  message[7] = view.getInt32(at + 28, true);
  message[8] = view.getInt32(at + 32, true);
  message[9] = view.getInt32(at + 36, true);
  message[10] = view.getInt32(at + 40, true);
  message[11] = view.getInt32(at + 44, true);
  message[12] = view.getInt32(at + 48, true);
  message[13] = view.getInt32(at + 52, true);
  message[14] = view.getInt32(at + 56, true);
  message[15] = view.getInt32(at + 60, true);
}

/** Copies a chaining value: a loop, as `set` with `subarray` is far slower for eight words (measured, V8). */
function copyValue(from: Int32Array, fromAt: number, to: Int32Array, toAt: number): void {
  for (let i = 0; i < CV_WORDS; i++) to[toAt + i] = from[fromAt + i] as number;
}

/** Sets the words of a state that follow its chaining value. */
function setBlock(state: Int32Array, counter: number, length: number, flags: number): void {
  state[8] = 0x6a09e667; // the first half of IV
  state[9] = 0xbb67ae85;
  state[10] = 0x3c6ef372;
  state[11] = 0xa54ff53a;
  state[12] = counter; // taken modulo 2^32
  state[13] = Math.floor(counter / 2 ** 32);
  state[14] = length;
  state[15] = flags;
}

/** The chaining value of the two children in `message` (2.5), left in the first words of `state`. */
function compressParent(state: Int32Array, rootFlag: number): void {
  copyValue(IV, 0, state, 0);
  setBlock(state, 0, BLOCK_BYTES, PARENT | rootFlag);
  compress(state, message);
}

function writeWords(out: Uint8Array, state: Int32Array): void {
  const view = viewOf(out);
  for (let i = 0; i < CV_WORDS; i++) view.setInt32(4 * i, state[i] as number, true);
}

/**
 * BLAKE3 (hash mode, 32 bytes) of a stream, or of one piece of a stream.
 *
 * A piece of 2^k chunks that starts at a multiple of its own length is a whole subtree (2.1); so is what is
 * left at the stream's end. Its chaining value doesn't depend on the rest: see `rootOfPieces`.
 */
export class Blake3 implements Hasher {
  readonly #firstChunk: number;
  /** Words 0 to 7: the chaining value of the chunk at work. The others are set for every block. */
  readonly #state = new Int32Array(16);
  /** Chaining values of finished subtrees, the largest first (5.1.2). */
  readonly #stack = new Int32Array(MAX_DEPTH * CV_WORDS);
  #depth = 0;
  #chunks = 0;
  #blocks = 0;
  /** The last bytes seen, up to a whole block: only the end of the stream tells which block is the last. */
  readonly #held = new Uint8Array(BLOCK_BYTES);
  readonly #heldView = viewOf(this.#held);
  #heldBytes = 0;

  /** @param firstChunk where the piece starts in its stream, in chunks */
  constructor(firstChunk = 0) {
    this.#firstChunk = firstChunk;
    this.reset();
  }

  reset(): void {
    copyValue(IV, 0, this.#state, 0);
    this.#depth = 0;
    this.#chunks = 0;
    this.#blocks = 0;
    this.#heldBytes = 0;
  }

  update(bytes: Uint8Array): void {
    let at = Math.min(BLOCK_BYTES - this.#heldBytes, bytes.length);
    this.#held.set(bytes.subarray(0, at), this.#heldBytes);
    this.#heldBytes += at;
    if (at === bytes.length) return;
    this.#takeBlock(this.#heldView, 0);
    const view = viewOf(bytes);
    const lastStart = bytes.length - BLOCK_BYTES;
    for (; at < lastStart; at += BLOCK_BYTES) this.#takeBlock(view, at);
    this.#held.set(bytes.subarray(at));
    this.#heldBytes = bytes.length - at;
  }

  /** The digest, where the stream is whole. */
  digest(out: Uint8Array): void {
    this.#finish(out, ROOT);
  }

  /** The chaining value of a piece: 32 bytes for `rootOfPieces`. Then only `reset` may be called. */
  chainingValue(out: Uint8Array): void {
    this.#finish(out, 0);
  }

  /** Takes a block that is known not to be the last. */
  #takeBlock(view: DataView, at: number): void {
    loadBlock(view, at);
    const ends = this.#blocks === BLOCKS_PER_CHUNK - 1;
    this.#compressBlock(BLOCK_BYTES, ends ? CHUNK_END : 0);
    if (ends) this.#endChunk();
    else this.#blocks++;
  }

  #compressBlock(length: number, flags: number): void {
    const start = this.#blocks === 0 ? CHUNK_START : 0;
    setBlock(this.#state, this.#firstChunk + this.#chunks, length, flags | start);
    compress(this.#state, message);
  }

  /** Merges the chunk with every subtree that is now complete: one for each trailing 0 of their number. */
  #endChunk(): void {
    this.#chunks++;
    for (let n = this.#chunks; n % 2 === 0; n /= 2) this.#mergeTop(0);
    copyValue(this.#state, 0, this.#stack, this.#depth++ * CV_WORDS);
    copyValue(IV, 0, this.#state, 0);
    this.#blocks = 0;
  }

  /** Takes the top of the stack as the left child and the state's chaining value as the right one. */
  #mergeTop(rootFlag: number): void {
    copyValue(this.#stack, --this.#depth * CV_WORDS, message, 0);
    copyValue(this.#state, 0, message, CV_WORDS);
    compressParent(this.#state, rootFlag);
  }

  #finish(out: Uint8Array, rootFlag: number): void {
    this.#held.fill(0, this.#heldBytes);
    loadBlock(this.#heldView, 0);
    this.#compressBlock(this.#heldBytes, CHUNK_END | (this.#depth === 0 ? rootFlag : 0));
    while (this.#depth > 0) this.#mergeTop(this.#depth === 1 ? rootFlag : 0);
    writeWords(out, this.#state);
  }
}

/**
 * The digest of a stream from the chaining values of its pieces, in order: 32 bytes each, at least two.
 * Neighbours merge level by level and an odd one is carried up, which gives each left child the largest power
 * of two (2.1). Writes 32 bytes to the start of `out`.
 */
export function rootOfPieces(values: Uint8Array, out: Uint8Array): void {
  const view = viewOf(values);
  const level = Int32Array.from({ length: values.length / 4 }, (_, i) => view.getInt32(4 * i, true));
  const state = new Int32Array(16);
  let count = values.length / DIGEST_BYTES;
  while (count > 1) {
    const pairs = Math.floor(count / 2);
    for (let i = 0; i < pairs; i++) {
      message.set(level.subarray(2 * i * CV_WORDS, 2 * (i + 1) * CV_WORDS));
      compressParent(state, count === 2 ? ROOT : 0);
      level.set(state.subarray(0, CV_WORDS), i * CV_WORDS);
    }
    if (count % 2 === 1) level.copyWithin(pairs * CV_WORDS, (count - 1) * CV_WORDS, count * CV_WORDS);
    count = Math.ceil(count / 2);
  }
  writeWords(out, state);
}

/** BLAKE3 of bytes that are all at hand. */
export function blake3(bytes: Uint8Array): Uint8Array {
  const digest = new Uint8Array(DIGEST_BYTES);
  const hasher = new Blake3();
  hasher.update(bytes);
  hasher.digest(digest);
  return digest;
}
