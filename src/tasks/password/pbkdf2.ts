import { viewOf } from '../hash/hasher.ts';
import { BLOCK_BYTES, startState, takeBlock } from '../hash/sha256-block.ts';
import { Sha256 } from '../hash/sha256.ts';

/** Bytes of a derived key: one block of PBKDF2, all that HMAC-SHA-256 gives at once. */
export const KEY_BYTES = 32;
const KEY_WORDS = 8;

/** HMAC's paddings (RFC 2104, 2: https://www.rfc-editor.org/rfc/rfc2104#section-2). */
const INNER_PAD = 0x36;
const OUTER_PAD = 0x5c;

/**
 * A key on its way: PBKDF2 with HMAC-SHA-256 (RFC 8018, 5.2: https://www.rfc-editor.org/rfc/rfc8018#section-5.2).
 * Each round hashes 32 bytes under the same password twice. The states behind HMAC's padded key are kept, so that a
 * round takes two blocks instead of four.
 */
export interface Derivation {
  readonly inner: Int32Array;
  readonly outer: Int32Array;
  readonly state: Int32Array;
  /** The last round's 32 bytes, and behind them the padding that every round has: it never changes. */
  readonly block: DataView;
  /** All rounds so far, one on top of the other. */
  readonly key: Int32Array;
}

/** The first round is done. */
export function beginKey(password: Uint8Array, salt: Uint8Array): Derivation {
  const short = password.length > BLOCK_BYTES ? digestOf(password) : password;
  const first = hmac(short, salt);
  const bytes = new Uint8Array(BLOCK_BYTES);
  const block = viewOf(bytes);
  bytes.set(first);
  bytes[KEY_BYTES] = 0x80;
  block.setUint32(BLOCK_BYTES - 4, 8 * (BLOCK_BYTES + KEY_BYTES));
  const key = Int32Array.from({ length: KEY_WORDS }, (_, i) => block.getInt32(4 * i));
  const state = new Int32Array(KEY_WORDS);
  return { inner: padded(short, INNER_PAD), outer: padded(short, OUTER_PAD), state, block, key };
}

/** HMAC of the salt and the number of the block, which is 1. */
function hmac(password: Uint8Array, salt: Uint8Array): Uint8Array {
  const inside = digestOf(pad(password, INNER_PAD), salt, Uint8Array.of(0, 0, 0, 1));
  return digestOf(pad(password, OUTER_PAD), inside);
}

function pad(password: Uint8Array, by: number): Uint8Array {
  const bytes = new Uint8Array(BLOCK_BYTES).fill(by);
  password.forEach((byte, i) => (bytes[i] = byte ^ by));
  return bytes;
}

/** The state behind the padded password. */
function padded(password: Uint8Array, by: number): Int32Array {
  const state = new Int32Array(KEY_WORDS);
  startState(state);
  takeBlock(state, viewOf(pad(password, by)), 0);
  return state;
}

function digestOf(...pieces: readonly Uint8Array[]): Uint8Array {
  const hasher = new Sha256();
  const digest = new Uint8Array(KEY_BYTES);
  for (const piece of pieces) hasher.update(piece);
  hasher.digest(digest);
  return digest;
}

/** The hot loop: so many rounds more. */
export function moreRounds({ inner, outer, state, block, key }: Derivation, rounds: number): void {
  for (let round = 0; round < rounds; round++) {
    state.set(inner);
    takeBlock(state, block, 0);
    for (let i = 0; i < KEY_WORDS; i++) block.setInt32(4 * i, state[i] as number);
    state.set(outer);
    takeBlock(state, block, 0);
    for (let i = 0; i < KEY_WORDS; i++) {
      const word = state[i] as number;
      block.setInt32(4 * i, word);
      key[i] = (key[i] as number) ^ word;
    }
  }
}

/** Writes the key as it stands to the start of `out`. */
export function writeKey({ key }: Derivation, out: Uint8Array): void {
  const view = viewOf(out);
  key.forEach((word, i) => {
    view.setInt32(4 * i, word);
  });
}
