import type { Span } from '../contract.ts';
import type { Room } from '../twin.ts';
import { DIGEST_BYTES } from './hasher.ts';
import { SHA256_SCRATCH_BYTES, STREAM_BYTES, type HashKernel } from './kernel.ts';

export const LANES = 4;
const BLOCK_BYTES = 64;
/** Of each file in one step with all lanes, and of one file alone. */
const LANE_STEP = 128 * 1024;
const ALONE_STEP = 512 * 1024;
/** With fewer files left, one after another is faster than side by side (measured: 3 lanes of 4 are as fast as one alone). */
const WORTH_LANES = 3;

/** A file at work: what of the part's bytes is still to be taken. */
interface Lane {
  readonly file: number;
  at: number;
  readonly end: number;
}

/** The files of a part, their bytes, and where their digests go, 32 bytes each. */
export interface FilesAtHand {
  readonly files: readonly Span[];
  readonly bytes: Uint8Array;
  readonly out: Uint8Array;
}

/**
 * SHA-256 of several files at a time, side by side in the lanes of a vector. When a file ends the next one takes its
 * lane, so that files of different lengths keep all of them busy; the longest begin first.
 */
export class Sha256Lanes {
  readonly #kernel: HashKernel;
  readonly #room: Room;
  readonly #bytes: Uint8Array;
  readonly #out: Uint8Array;
  readonly #files: readonly Span[];
  /** Indices of the files that wait, the next one last. */
  readonly #waiting: number[];
  readonly #lanes: (Lane | null)[] = Array.from({ length: LANES }, () => null);
  readonly #streams: number;
  readonly #scratch: number;
  readonly #answer: number;

  constructor(kernel: HashKernel, room: Room, { files, bytes, out }: FilesAtHand) {
    this.#kernel = kernel;
    this.#room = room;
    this.#files = files;
    this.#bytes = bytes;
    this.#out = out;
    const length = (file: number): number => (files[file]?.end ?? 0) - (files[file]?.start ?? 0);
    this.#waiting = files.map((_, file) => file).sort((a, b) => length(a) - length(b));
    this.#streams = room.scratch(LANES * STREAM_BYTES);
    this.#scratch = room.scratch(SHA256_SCRATCH_BYTES);
    this.#answer = room.scratch(DIGEST_BYTES);
    kernel.sha256Prepare(this.#scratch);
  }

  /** One step of a millisecond or less. Returns whether there is more to do. */
  step(): boolean {
    this.#lanes.forEach((_, i) => {
      this.#refill(i);
    });
    const busy = this.#lanes.filter((lane) => lane !== null);
    if (busy.length === 0) return false;
    if (busy.length >= WORTH_LANES) this.#sideBySide(busy);
    else this.#alone();
    return true;
  }

  /** Gives lane `i` a file with at least one whole block; what has less is ended here. */
  #refill(i: number): void {
    for (;;) {
      const lane = this.#lanes[i] ?? null;
      if (lane !== null && lane.end - lane.at >= BLOCK_BYTES) return;
      if (lane !== null) this.#finish(i, lane);
      const file = this.#waiting.pop();
      if (file === undefined) return;
      const { start, end } = this.#files[file] as Span;
      this.#lanes[i] = { file, at: start, end };
      this.#kernel.sha256Begin(this.#stream(i));
    }
  }

  #sideBySide(busy: readonly Lane[]): void {
    const shortest = Math.min(LANE_STEP, ...busy.map((lane) => lane.end - lane.at));
    const blocks = Math.floor(shortest / BLOCK_BYTES);
    const length = blocks * BLOCK_BYTES;
    // An empty lane reads along with another one, to no end: its stream begins anew with its next file.
    const [a = 0, b = a, c = a, d = a] = this.#lanes.map((lane, i) =>
      this.#place(lane ?? busy[0], length, i),
    );
    this.#kernel.sha256TakeFour(this.#streams, STREAM_BYTES, a, b, c, d, blocks, this.#scratch);
    for (const lane of busy) lane.at += length;
  }

  #place(lane: Lane | undefined, length: number, slot: number): number {
    const at = lane?.at ?? 0;
    return this.#room.input(this.#bytes.subarray(at, at + length), slot);
  }

  #alone(): void {
    const i = this.#lanes.findIndex((lane) => lane !== null);
    const lane = this.#lanes[i];
    if (lane != null) this.#take(i, lane, Math.min(ALONE_STEP, lane.end - lane.at));
  }

  #take(i: number, lane: Lane, length: number): void {
    this.#kernel.sha256Update(this.#stream(i), this.#place(lane, length, i), length, this.#scratch);
    lane.at += length;
  }

  #finish(i: number, lane: Lane): void {
    this.#take(i, lane, lane.end - lane.at);
    this.#kernel.sha256End(this.#stream(i), this.#answer, this.#scratch);
    this.#out.set(this.#room.view(this.#answer, DIGEST_BYTES), lane.file * DIGEST_BYTES);
    this.#lanes[i] = null;
  }

  #stream(i: number): number {
    return this.#streams + i * STREAM_BYTES;
  }
}
