/**
 * The rounds of pbkdf2.ts in WebAssembly: of four candidates side by side, one in each lane of a vector, or of one alone.
 *
 * Memory of a derivation, from its start: the words of a block at work, SHA-256's constants; then eight words each: the
 * state at work, those behind HMAC's inner and outer padding, the last round's hash, the key so far. Words of four
 * candidates lie side by side.
 */
import { putConstants, rounds } from '../hash/sha256-block.as';
export { lanes } from '../hash/sha256-block.as';

const CONSTANTS: usize = 256;
const STATE: usize = 512;
const INNER: usize = 640;
const OUTER: usize = 768;
const LAST: usize = 896;
const KEY: usize = 1024;
const WORDS: usize = 8;

/** What a message of 32 bytes ends with, in the block behind a padded password (FIPS 180-4, 5.1.1): a one bit, … */
const ONE_BIT: i32 = 0x80000000;
/** … and how many bits there were. */
const BITS: i32 = 8 * (64 + 32);

/** Before anything else. */
export function prepare(place: usize): void {
  putConstants(place + CONSTANTS);
}

/** Takes a candidate that shares the memory with `lanes` − 1 others: its inner and outer state and its first round. */
export function setLane(place: usize, lanes: usize, lane: usize, from: usize): void {
  for (let i: usize = 0; i < WORDS; i++) {
    const to = place + ((i * lanes + lane) << 2);
    const word = from + (i << 2);
    const first = load<i32>(word, 2 * WORDS * 4);
    store<i32>(to, load<i32>(word), INNER);
    store<i32>(to, load<i32>(word, WORDS * 4), OUTER);
    store<i32>(to, first, LAST);
    store<i32>(to, first, KEY);
  }
}

/** Writes a candidate's key, 32 bytes. */
export function getLane(place: usize, lanes: usize, lane: usize, to: usize): void {
  for (let i: usize = 0; i < WORDS; i++) {
    store<i32>(to + (i << 2), bswap<i32>(load<i32>(place + ((i * lanes + lane) << 2), KEY)));
  }
}

// @ts-ignore: decorator
@inline
function all<T>(word: i32): T {
  if (isVector<T>()) return i32x4.splat(word);
  else return word;
}

// @ts-ignore: decorator
@inline
function mixed<T>(a: T, b: T): T {
  if (isVector<T>()) return v128.xor(a, b);
  else return a ^ b;
}

/** One block: the 32 bytes at `message`, behind the state at `begun`. */
// @ts-ignore: decorator
@inline
function hash<T>(place: usize, begun: usize, message: usize): void {
  for (let i: usize = 0; i < WORDS; i++) {
    const at = i * sizeof<T>();
    store<T>(place + at, load<T>(message + at));
    store<T>(place + STATE + at, load<T>(begun + at));
  }
  store<T>(place + WORDS * sizeof<T>(), all<T>(ONE_BIT));
  for (let i: usize = WORDS + 1; i < 15; i++) store<T>(place + i * sizeof<T>(), all<T>(0));
  store<T>(place + 15 * sizeof<T>(), all<T>(BITS));
  rounds<T>(place + STATE, place, place + CONSTANTS);
}

// @ts-ignore: decorator
@inline
function more<T>(place: usize, count: i32): void {
  // Inner and outer by turns: what a block is made of stands here once, and is compiled the sooner.
  for (let turn = 2 * count; turn > 0; turn--) {
    const outer = turn & 1;
    hash<T>(place, place + (outer ? OUTER : INNER), place + (outer ? STATE : LAST));
    if (!outer) continue;
    for (let i: usize = 0; i < WORDS; i++) {
      const at = place + i * sizeof<T>();
      const word = load<T>(at, STATE);
      store<T>(at, word, LAST);
      store<T>(at, mixed<T>(load<T>(at, KEY), word), KEY);
    }
  }
}

/** So many rounds more of four candidates. Nothing without SIMD. */
export function moreOfFour(place: usize, count: i32): void {
  if (ASC_FEATURE_SIMD) more<v128>(place, count);
}

/** So many rounds more of one candidate. */
export function moreOfOne(place: usize, count: i32): void {
  more<i32>(place, count);
}
