import { viewOf, type Hasher } from './hasher.ts';
import { BLOCK_BYTES, startState, takeBlock } from './sha256-block.ts';

/** Where the message's length stands in the last block (FIPS 180-4, 5.1.1). */
const LENGTH_AT = BLOCK_BYTES - 8;

/** SHA-256 of a stream (FIPS 180-4), taken piece by piece. */
export class Sha256 implements Hasher {
  readonly #state = new Int32Array(8);
  /** The bytes that don't fill a block yet. */
  readonly #rest = new Uint8Array(BLOCK_BYTES);
  readonly #restView = viewOf(this.#rest);
  #bytes = 0;

  constructor() {
    this.reset();
  }

  reset(): void {
    startState(this.#state);
    this.#bytes = 0;
  }

  update(bytes: Uint8Array): void {
    let at = this.#topUp(bytes);
    const view = viewOf(bytes);
    const lastStart = bytes.length - BLOCK_BYTES;
    for (; at <= lastStart; at += BLOCK_BYTES) takeBlock(this.#state, view, at);
    if (at < bytes.length) this.#rest.set(bytes.subarray(at));
    this.#bytes += bytes.length;
  }

  digest(out: Uint8Array): void {
    const held = this.#bytes % BLOCK_BYTES;
    this.#rest.fill(0, held);
    this.#rest[held] = 0x80;
    if (held >= LENGTH_AT) {
      takeBlock(this.#state, this.#restView, 0);
      this.#rest.fill(0);
    }
    // The length in bits, as two words: the number of bytes may pass 2^29.
    this.#restView.setUint32(LENGTH_AT, Math.floor(this.#bytes / 2 ** 29));
    this.#restView.setUint32(LENGTH_AT + 4, (this.#bytes % 2 ** 29) * 8);
    takeBlock(this.#state, this.#restView, 0);
    const view = viewOf(out);
    this.#state.forEach((word, i) => {
      view.setInt32(4 * i, word);
    });
  }

  /** Fills up the block that was begun and takes it once it is full. Returns the number of bytes used. */
  #topUp(bytes: Uint8Array): number {
    const held = this.#bytes % BLOCK_BYTES;
    if (held === 0) return 0;
    const used = Math.min(BLOCK_BYTES - held, bytes.length);
    this.#rest.set(bytes.subarray(0, used), held);
    if (held + used === BLOCK_BYTES) takeBlock(this.#state, this.#restView, 0);
    return used;
  }
}
