/**
 * SHA-256 of streams (FIPS 180-4, sections in brackets), the twin of `sha256.ts`: of four messages side by side
 * (`takeFour`), or of one.
 *
 * Nothing here is static, since modules share a memory: the caller gives each stream its state, and each part scratch.
 */

import { putConstants, rounds, swapped, vectorBlock } from './sha256-block.as';
export { lanes } from './sha256-block.as';

/** A stream: eight words of state, the bytes that don't fill a block yet, and how many bytes it had so far. */
const REST: usize = 32;
const TAKEN: usize = 96;
/** Scratch: the words at work, sixteen of each message; the constants; the states of four messages, 128 bytes. */
const CONSTANTS: usize = 256;
const LANE_STATES: usize = 512;
const BLOCK: i32 = 64;
/** Where the message's length stands in the last block (5.1.1). */
const LENGTH_AT: i32 = 56;

/** Fills the scratch with what all blocks need. */
export function prepare(scratch: usize): void {
  putConstants(scratch + CONSTANTS);
}

// Four messages -------------------------------------------------------------------------------------------------

/** Sixteen bytes of four messages, turned so that each vector holds one word of all. */
// @ts-ignore: decorator
@inline
function weave(w: usize, a: v128, b: v128, c: v128, d: v128): void {
  const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const ab2 = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const cd2 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(w, swapped(v128.shuffle<i64>(ab, cd, 0, 2)), 0);
  v128.store(w, swapped(v128.shuffle<i64>(ab, cd, 1, 3)), 16);
  v128.store(w, swapped(v128.shuffle<i64>(ab2, cd2, 0, 2)), 32);
  v128.store(w, swapped(v128.shuffle<i64>(ab2, cd2, 1, 3)), 48);
}

/**
 * Takes so many blocks of each of four messages, which lie at `in0` to `in3`. Their streams lie side by side,
 * `stride` bytes from one to the next, and hold no rest. Nothing without SIMD.
 */
export function takeFour(
  streams: usize,
  stride: usize,
  in0: usize,
  in1: usize,
  in2: usize,
  in3: usize,
  blocks: i32,
  scratch: usize,
): void {
  if (ASC_FEATURE_SIMD) {
    const state = scratch + LANE_STATES;
    for (let i: usize = 0; i < 4; i++) {
      const stream = streams + i * stride;
      for (let j: usize = 0; j < 8; j++) store<i32>(state + (j << 4) + (i << 2), load<i32>(stream + (j << 2)));
      store<u64>(stream, load<u64>(stream, TAKEN) + (<u64>blocks << 6), TAKEN);
    }
    const bytes = <usize>blocks << 6;
    for (let at: usize = 0; at < bytes; at += 64) {
      const p = in0 + at;
      const q = in1 + at;
      const r = in2 + at;
      const s = in3 + at;
      weave(scratch, v128.load(p, 0), v128.load(q, 0), v128.load(r, 0), v128.load(s, 0));
      weave(scratch + 64, v128.load(p, 16), v128.load(q, 16), v128.load(r, 16), v128.load(s, 16));
      weave(scratch + 128, v128.load(p, 32), v128.load(q, 32), v128.load(r, 32), v128.load(s, 32));
      weave(scratch + 192, v128.load(p, 48), v128.load(q, 48), v128.load(r, 48), v128.load(s, 48));
      rounds<v128>(state, scratch, scratch + CONSTANTS);
    }
    for (let i: usize = 0; i < 4; i++) {
      const stream = streams + i * stride;
      for (let j: usize = 0; j < 8; j++) store<i32>(stream + (j << 2), load<i32>(state + (j << 4) + (i << 2)));
    }
  }
}

// One message ---------------------------------------------------------------------------------------------------

function takeOne(stream: usize, input: usize, blocks: i32, scratch: usize): void {
  const end = input + (<usize>blocks << 6);
  for (; input < end; input += 64) {
    if (ASC_FEATURE_SIMD) {
      vectorBlock(stream, input, scratch + CONSTANTS);
    } else {
      for (let i: usize = 0; i < 64; i += 4) store<i32>(scratch + i, bswap<i32>(load<i32>(input + i)));
      rounds<i32>(stream, scratch, scratch + CONSTANTS);
    }
  }
}

/** Starts a stream: the hash value to start from (5.3.3). */
export function begin(stream: usize): void {
  store<i32>(stream, 0x6a09e667, 0);
  store<i32>(stream, 0xbb67ae85, 4);
  store<i32>(stream, 0x3c6ef372, 8);
  store<i32>(stream, 0xa54ff53a, 12);
  store<i32>(stream, 0x510e527f, 16);
  store<i32>(stream, 0x9b05688c, 20);
  store<i32>(stream, 0x1f83d9ab, 24);
  store<i32>(stream, 0x5be0cd19, 28);
  store<u64>(stream, 0, TAKEN);
}

/** Takes the next bytes of a stream, of any number. */
export function update(stream: usize, input: usize, length: i32, scratch: usize): void {
  const taken = load<u64>(stream, TAKEN);
  store<u64>(stream, taken + length, TAKEN);
  const held = <i32>(taken & 63);
  let used = 0;
  if (held > 0) {
    used = min(BLOCK - held, length);
    memory.copy(stream + REST + held, input, used);
    if (held + used < BLOCK) return;
    takeOne(stream, stream + REST, 1, scratch);
  }
  const blocks = (length - used) >> 6;
  takeOne(stream, input + used, blocks, scratch);
  used += blocks << 6;
  memory.copy(stream + REST, input + used, length - used);
}

/** Ends a stream and writes its 32 bytes. Then only `begin` may follow. */
export function end(stream: usize, out: usize, scratch: usize): void {
  const taken = load<u64>(stream, TAKEN);
  const held = <i32>(taken & 63);
  const rest = stream + REST;
  store<u8>(rest + held, 0x80);
  memory.fill(rest + held + 1, 0, BLOCK - held - 1);
  if (held >= LENGTH_AT) {
    takeOne(stream, rest, 1, scratch);
    memory.fill(rest, 0, BLOCK);
  }
  store<u64>(rest, bswap<u64>(taken << 3), LENGTH_AT);
  takeOne(stream, rest, 1, scratch);
  for (let i: usize = 0; i < 32; i += 4) store<i32>(out + i, bswap<i32>(load<i32>(stream + i)));
}
