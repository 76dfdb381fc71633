/**
 * The search of search.ts in WebAssembly: four nonces in a row side by side, one in each lane of a vector; one at a
 * time without SIMD. What the text's whole blocks leave is hashed once, by whoever calls.
 */
import { putConstants, rounds } from '../hash/sha256-block.as';

/**
 * Memory of a search, from its start: the words of a block at work, SHA-256's constants, the states at work, those to
 * start from, and the last two blocks. Words of all lanes lie side by side: word i of lane l at `(i * LANES + l) * 4`.
 */
const CONSTANTS: usize = 256;
const STATE: usize = 512;
const BEGUN: usize = 640;
const TAIL: usize = 768;
const BLOCK_WORDS: i32 = 16;
const WORD: usize = 4;

const ZERO: u32 = 48;
const NINE: u32 = 57;

/** So many nonces go side by side. */
// @ts-ignore: decorator
@inline
const LANES: u32 = ASC_FEATURE_SIMD ? 4 : 1;

// @ts-ignore: decorator
@inline
function widen(to: usize, i: i32, word: i32): void {
  const at = to + <usize>i * WORD * LANES;
  for (let lane: u32 = 0; lane < LANES; lane++) store<i32>(at + lane * WORD, word);
}

/** Before anything else. */
export function prepare(search: usize): void {
  putConstants(search + CONSTANTS);
}

/** Takes the state to start from: eight words at `from`. */
export function begin(search: usize, from: usize): void {
  for (let i = 0; i < 8; i++) widen(search + BEGUN, i, load<i32>(from + <usize>i * WORD));
}

/** Takes the last two blocks: the text's rest, room for the nonce, padding. 128 bytes at `from`. */
export function setTail(search: usize, from: usize): void {
  for (let i = 0; i < 2 * BLOCK_WORDS; i++) {
    widen(search + TAIL, i, bswap<i32>(load<i32>(from + <usize>i * WORD)));
  }
}

/** Where byte `i` of a lane's last blocks is: words are big-endian (FIPS 180-4, 3.1), memory is not. */
// @ts-ignore: decorator
@inline
function byteAt(search: usize, lane: u32, i: u32): usize {
  return search + TAIL + ((i >>> 2) * LANES + lane) * WORD + (3 - (i & 3));
}

function writeDigits(search: usize, lane: u32, nonce: u32, first: u32, last: u32): void {
  for (let at = last; at >= first; at--) {
    store<u8>(byteAt(search, lane, at), ZERO + (nonce % 10));
    nonce /= 10;
    if (at == 0) return;
  }
}

/** Counts a lane's digits up by the number of lanes. What becomes of them behind all nines isn't looked at. */
// @ts-ignore: decorator
@inline
function countUp(search: usize, lane: u32, first: u32, last: u32): void {
  let place = byteAt(search, lane, last);
  let digit = <u32>load<u8>(place) + LANES;
  for (let at = last; digit > NINE; ) {
    store<u8>(place, digit - 10);
    if (at == first) return;
    at -= 1;
    place = byteAt(search, lane, at);
    digit = <u32>load<u8>(place) + 1;
  }
  store<u8>(place, digit);
}

// @ts-ignore: decorator
@inline
function hashBlock<T>(search: usize, tail: usize): void {
  for (let i: usize = 0; i < 16; i++) store<T>(search + i * sizeof<T>(), load<T>(tail + i * sizeof<T>()));
  rounds<T>(search + STATE, search, search + CONSTANTS);
}

/** Whether one of the lanes may have it: its first word has so many zero bits. */
// @ts-ignore: decorator
@inline
function some<T>(first: T, shift: i32): bool {
  if (isVector<T>()) return v128.any_true(i32x4.eq(i32x4.shr_u(first, shift), i32x4.splat(0)));
  else return <u32>first >>> shift == 0;
}

// @ts-ignore: decorator
@inline
function hunt<T>(search: usize, from: u32, end: u32, first: u32, last: u32, blocks: i32, shift: i32): u32 {
  const state = search + STATE;
  for (let lane: u32 = 0; lane < LANES; lane++) writeDigits(search, lane, from + lane, first, last);
  for (let nonce = from; nonce < end; nonce += LANES) {
    for (let i: usize = 0; i < 8; i++) {
      store<T>(state + i * sizeof<T>(), load<T>(search + BEGUN + i * sizeof<T>()));
    }
    // A loop: what a block is made of stands here once, and is compiled the sooner.
    for (let block = 0; block < blocks; block++) {
      hashBlock<T>(search, search + TAIL + <usize>block * BLOCK_WORDS * sizeof<T>());
    }
    if (some<T>(load<T>(state), shift)) {
      for (let lane: u32 = 0; lane < LANES; lane++) {
        if (load<u32>(state + lane * WORD) >>> shift == 0) return min(nonce + lane, end);
      }
    }
    for (let lane: u32 = 0; lane < LANES; lane++) countUp(search, lane, first, last);
  }
  return end;
}

/**
 * The first nonce from `from` (included) to `end` (not) whose hash begins with 32 − `shift` zero bits, or `end`. All
 * of them have their digits from byte `first` to `last` of the last blocks, of which there are so many.
 */
export function search(
  place: usize,
  from: u32,
  end: u32,
  first: u32,
  last: u32,
  blocks: i32,
  shift: i32,
): u32 {
  return ASC_FEATURE_SIMD
    ? hunt<v128>(place, from, end, first, last, blocks, shift)
    : hunt<i32>(place, from, end, first, last, blocks, shift);
}
