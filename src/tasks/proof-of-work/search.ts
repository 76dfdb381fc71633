import { BLOCK_BYTES, startState, takeBlock } from '../hash/sha256-block.ts';

const ZERO = 48;
const NINE = 57;
/** FIPS 180-4, 5.1.1: a one bit, zeros, and the length in eight bytes. */
const PADDING = 1 + 8;

/** The text is hashed as far as it goes; what is left of it, the nonce and the padding are in `tail`. */
export interface Search {
  readonly bits: number;
  readonly textBytes: number;
  /** After the whole blocks of the text. */
  readonly begun: Int32Array;
  readonly state: Int32Array;
  /** Two blocks; often the first is enough. */
  readonly tail: Uint8Array;
  readonly view: DataView;
}

export function makeSearch(text: Uint8Array, bits: number): Search {
  const begun = new Int32Array(8);
  startState(begun);
  const view = new DataView(text.buffer, text.byteOffset, text.byteLength);
  let at = 0;
  for (; at + BLOCK_BYTES <= text.length; at += BLOCK_BYTES) takeBlock(begun, view, at);
  const tail = new Uint8Array(2 * BLOCK_BYTES);
  tail.set(text.subarray(at));
  return {
    bits,
    textBytes: text.length,
    begun,
    state: new Int32Array(8),
    tail,
    view: new DataView(tail.buffer),
  };
}

/** Nonces of equal length, which lie in the same place: from some nonce up to `end` (not included). */
export interface Digits {
  readonly digits: number;
  readonly end: number;
}

/** The first nonce from `from` on that does, or `end`. */
export type DigitsSearch = (search: Search, from: number, digits: Digits) => number;

/** The first nonce from `from` (included) to `to` (not) that does, or `to`. `among`: the twin's hot loop, or this one's. */
export function searchNonces(
  search: Search,
  from: number,
  to: number,
  among: DigitsSearch = searchDigits,
): number {
  for (let start = from; start < to;) {
    const digits = String(start).length;
    const end = Math.min(to, 10 ** digits);
    const found = among(search, start, { digits, end });
    if (found < end) return found;
    start = end;
  }
  return to;
}

function searchDigits(search: Search, from: number, { digits, end }: Digits): number {
  const { begun, state, tail, view } = search;
  const blocks = writeTail(search, from, digits);
  const firstDigit = search.textBytes % BLOCK_BYTES;
  const shift = shiftOf(search);
  for (let nonce = from; nonce < end; nonce++) {
    for (let i = 0; i < 8; i++) state[i] = begun[i] as number;
    takeBlock(state, view, 0);
    if (blocks === 2) takeBlock(state, view, BLOCK_BYTES);
    if ((state[0] as number) >>> shift === 0) return nonce;
    let at = firstDigit + digits - 1;
    // Where all are nines the loop is over: what becomes of them isn't looked at.
    for (; tail[at] === NINE && at > firstDigit; at--) tail[at] = ZERO;
    tail[at] = (tail[at] as number) + 1;
  }
  return end;
}

/** By so much the hash's first word is shifted to leave only the bits that must be zero. */
export function shiftOf({ bits }: Search): number {
  // `>>> 32` would shift by nothing: up to 26 bits are asked for.
  return 32 - bits;
}

/** Writes nonce, padding and length behind what is left of the text; returns how many blocks that takes. */
export function writeTail({ textBytes, tail, view }: Search, nonce: number, digits: number): number {
  const left = textBytes % BLOCK_BYTES;
  const end = left + digits;
  const blocks = end + PADDING <= BLOCK_BYTES ? 1 : 2;
  tail.fill(0, left);
  const text = String(nonce);
  for (let i = 0; i < digits; i++) tail[left + i] = text.charCodeAt(i);
  tail[end] = 0x80;
  view.setUint32(blocks * BLOCK_BYTES - 4, (textBytes + digits) * 8);
  return blocks;
}
