import type { Span, Steps } from '../contract.ts';
import type { Room, Twin } from '../twin.ts';
import type { PasswordParams } from './info.ts';
import type { WordsPart, WordsShape } from './plan.ts';
import { beginKey, KEY_BYTES } from './pbkdf2.ts';

/** What password.as.ts keeps of one candidate or of four. */
const PLACE_BYTES = 1152;
const LANES = 4;
/** Rounds in one step: about 0.7 ms for four candidates, a third of that for one (measured). */
const ROUNDS_PER_STEP = 1 << 10;

/** What password.as.ts exports. */
interface PasswordKernel {
  lanes(): number;
  prepare(place: number): void;
  setLane(place: number, lanes: number, lane: number, from: number): void;
  getLane(place: number, lanes: number, lane: number, to: number): void;
  moreOfFour(place: number, count: number): void;
  moreOfOne(place: number, count: number): void;
}

export const passwordTwin: Twin<PasswordParams, WordsShape, WordsPart, PasswordKernel> = {
  *steps(kernel, { params, shape, part, out }, room) {
    // Kept beyond the step in which they were lent.
    const bytes = (yield { start: 0, end: part.input.end - part.input.start }).slice();
    const keys = new Keys(kernel, room, bytes, shape.salt);
    for (let at = 0; at < part.words.length;) {
      const words = part.words.slice(at, at + keys.atOnce(part.words.length - at));
      yield* keys.derive(words, params.iterations, out.subarray(at * KEY_BYTES));
      at += words.length;
    }
  },
};

/** A part's place in the kernel's memory, used by its candidates one after another. */
class Keys {
  readonly #kernel: PasswordKernel;
  readonly #room: Room;
  readonly #bytes: Uint8Array;
  readonly #salt: Uint8Array;
  readonly #place: number;
  readonly #carried: number;

  constructor(kernel: PasswordKernel, room: Room, bytes: Uint8Array, salt: Uint8Array) {
    this.#kernel = kernel;
    this.#room = room;
    this.#bytes = bytes;
    this.#salt = salt;
    this.#place = room.scratch(PLACE_BYTES);
    this.#carried = room.scratch(3 * KEY_BYTES);
    kernel.prepare(this.#place);
  }

  /** How many candidates go side by side when so many are left: three take no longer alone (measured). */
  atOnce(left: number): number {
    return left >= LANES && this.#kernel.lanes() === LANES ? LANES : 1;
  }

  /** Derives the keys of one candidate or four and writes them to the start of `out`. */
  *derive(words: readonly Span[], iterations: number, out: Uint8Array): Steps {
    const kernel = this.#kernel;
    const place = this.#place;
    const lanes = words.length;
    words.forEach((word, lane) => {
      this.#carryIn(word);
      kernel.setLane(place, lanes, lane, this.#carried);
    });
    for (let left = iterations - 1; left > 0; left -= ROUNDS_PER_STEP) {
      const count = Math.min(left, ROUNDS_PER_STEP);
      if (lanes === 1) kernel.moreOfOne(place, count);
      else kernel.moreOfFour(place, count);
      yield;
    }
    words.forEach((_, lane) => {
      kernel.getLane(place, lanes, lane, this.#carried);
      out.set(this.#room.view(this.#carried, KEY_BYTES), lane * KEY_BYTES);
    });
  }

  /** The first round is hashed here: of thousands it is the only one with a message of the password's own. */
  #carryIn({ start, end }: Span): void {
    const { inner, outer, key } = beginKey(this.#bytes.subarray(start, end), this.#salt);
    const words = Int32Array.of(...inner, ...outer, ...key);
    this.#room.view(this.#carried, words.byteLength).set(new Uint8Array(words.buffer));
  }
}
