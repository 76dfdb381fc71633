import type { Room } from '../twin.ts';
import { DIGEST_BYTES, type Hasher } from './hasher.ts';
import type { Algorithm } from './part.ts';

type Four = readonly [number, number, number, number];

/** What hash.as.ts exports. Addresses and lengths in bytes; `root`: see blake3.as.ts. */
export interface HashKernel {
  sha256Prepare(scratch: number): void;
  sha256Lanes(): number;
  sha256Begin(stream: number): void;
  sha256Update(stream: number, input: number, length: number, scratch: number): void;
  sha256End(stream: number, out: number, scratch: number): void;
  sha256TakeFour(
    ...args: readonly [streams: number, stride: number, ...Four, blocks: number, scratch: number]
  ): void;
  blake3Begin(state: number, firstChunk: number): void;
  blake3Update(state: number, input: number, length: number): void;
  blake3End(state: number, out: number, root: number): void;
}

/** What a stream of SHA-256 takes, and all streams of a part together. */
export const STREAM_BYTES = 112;
export const SHA256_SCRATCH_BYTES = 640 + 64 * 64;
const BLAKE3_STATE_BYTES = 2272 + 64 * DIGEST_BYTES;
/** The flag that makes a digest of a chaining value. */
const ROOT = 8;

/** Copies an answer of 32 bytes out of the memory. */
function give(room: Room, from: number, out: Uint8Array): void {
  out.set(room.view(from, DIGEST_BYTES));
}

/** SHA-256 of one stream. */
export class Sha256Twin implements Hasher {
  readonly #kernel: HashKernel;
  readonly #room: Room;
  readonly #stream: number;
  readonly #scratch: number;
  readonly #answer: number;

  constructor(kernel: HashKernel, room: Room) {
    this.#kernel = kernel;
    this.#room = room;
    this.#stream = room.scratch(STREAM_BYTES);
    this.#scratch = room.scratch(SHA256_SCRATCH_BYTES);
    this.#answer = room.scratch(DIGEST_BYTES);
    kernel.sha256Prepare(this.#scratch);
    this.reset();
  }

  reset(): void {
    this.#kernel.sha256Begin(this.#stream);
  }

  update(bytes: Uint8Array): void {
    this.#kernel.sha256Update(this.#stream, this.#room.input(bytes), bytes.length, this.#scratch);
  }

  digest(out: Uint8Array): void {
    this.#kernel.sha256End(this.#stream, this.#answer, this.#scratch);
    give(this.#room, this.#answer, out);
  }
}

/** BLAKE3 of one stream, or of a piece of one. */
export class Blake3Twin implements Hasher {
  readonly #kernel: HashKernel;
  readonly #room: Room;
  readonly #firstChunk: number;
  readonly #state: number;
  readonly #answer: number;

  /** @param firstChunk where the piece starts in its stream, in chunks */
  constructor(kernel: HashKernel, room: Room, firstChunk = 0) {
    this.#kernel = kernel;
    this.#room = room;
    this.#firstChunk = firstChunk;
    this.#state = room.scratch(BLAKE3_STATE_BYTES);
    this.#answer = room.scratch(DIGEST_BYTES);
    this.reset();
  }

  reset(): void {
    this.#kernel.blake3Begin(this.#state, this.#firstChunk);
  }

  update(bytes: Uint8Array): void {
    this.#kernel.blake3Update(this.#state, this.#room.input(bytes), bytes.length);
  }

  digest(out: Uint8Array): void {
    this.#end(out, ROOT);
  }

  chainingValue(out: Uint8Array): void {
    this.#end(out, 0);
  }

  #end(out: Uint8Array, root: number): void {
    this.#kernel.blake3End(this.#state, this.#answer, root);
    give(this.#room, this.#answer, out);
  }
}

export function twinOf(algorithm: Algorithm, kernel: HashKernel, room: Room): Hasher {
  return algorithm === 'sha256' ? new Sha256Twin(kernel, room) : new Blake3Twin(kernel, room);
}
