/**
 * SHA-256 (FIPS 180-4, sections in brackets), the twin of `sha256-block.ts`, in two shapes. `takeFour` has four
 * messages side by side, one in each lane of a vector: every operation serves four. `takeOne` has one: the schedules
 * of four of its blocks are worked out side by side, the rounds one after another.
 *
 * Nothing here is static, since modules share a memory: the caller gives each stream its state, and each part scratch.
 */

import { add, nextE, putConstants, rounds, sigma0, sigma1, sum, swapped, t2, word } from './sha256-block.as';
export { lanes } from './sha256-block.as';

/** A stream: eight words of state, the bytes that don't fill a block yet, and how many bytes it had so far. */
const REST: usize = 32;
const TAKEN: usize = 96;
/** Scratch: the words at work, sixteen of each message; the constants; the states of four messages, 128 bytes; … */
const CONSTANTS: usize = 256;
const LANE_STATES: usize = 512;
/**
 * … 64 rows for blocks of one message, four in the lanes: a word of the schedule, the round's constant in all lanes, and
 * twice their sum, of the blocks that are in their rounds and of the next ones. kernel.ts reserves 640 and these.
 */
const ROWS: usize = 640;
const ROW: usize = 64;
const ROW_CONSTANT: usize = 16;
const ROW_NOW: usize = 32;
const ROW_NEXT: usize = 48;
const BLOCK: i32 = 64;
/** Where the message's length stands in the last block (5.1.1). */
const LENGTH_AT: i32 = 56;

/** Fills the scratch with what all blocks need. */
export function prepare(scratch: usize): void {
  const k = scratch + CONSTANTS;
  putConstants(k);
  if (ASC_FEATURE_SIMD) {
    for (let i: usize = 0; i < 64; i++) {
      v128.store(scratch + ROWS + i * ROW, v128.load32_splat(k + (i << 2)), ROW_CONSTANT);
    }
  }
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

/** A word of each of four blocks, and the same with the round's constant. */
// @ts-ignore: decorator
@inline
function putWord(row: usize, kw: usize, x: v128): void {
  v128.store(row, x);
  v128.store(kw, i32x4.add(x, v128.load(row, ROW_CONSTANT)));
}

/** The word sixteen rows below from those between. */
// @ts-ignore: decorator
@inline
function schedule(row: usize, kw: usize): void {
  const early = i32x4.add(v128.load(row), sigma0<v128>(v128.load(row, ROW)));
  const late = i32x4.add(v128.load(row, 9 * ROW), sigma1<v128>(v128.load(row, 14 * ROW)));
  putWord(row + 16 * ROW, kw + 16 * ROW, i32x4.add(early, late));
}

// @ts-ignore: decorator
@inline
function putFour(row: usize, kw: usize, a: v128, b: v128, c: v128, d: v128): void {
  const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const ab2 = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const cd2 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  putWord(row, kw, swapped(v128.shuffle<i64>(ab, cd, 0, 2)));
  putWord(row + ROW, kw + ROW, swapped(v128.shuffle<i64>(ab, cd, 1, 3)));
  putWord(row + 2 * ROW, kw + 2 * ROW, swapped(v128.shuffle<i64>(ab2, cd2, 0, 2)));
  putWord(row + 3 * ROW, kw + 3 * ROW, swapped(v128.shuffle<i64>(ab2, cd2, 1, 3)));
}

/** The sixteen words of the block at `at` and of the three that follow it; past the last block the last again. */
function putBlocks(row: usize, kw: usize, at: usize, last: usize): void {
  let a = min(at, last);
  let b = min(at + 64, last);
  let c = min(at + 128, last);
  let d = min(at + 192, last);
  for (const end = row + 16 * ROW; row < end; row += 4 * ROW, kw += 4 * ROW) {
    putFour(row, kw, v128.load(a), v128.load(b), v128.load(c), v128.load(d));
    a += 16;
    b += 16;
    c += 16;
    d += 16;
  }
}

/** Word and constant of a round of one of the four blocks. */
// @ts-ignore: decorator
@inline
function kw1(kw: usize, i: usize): i32 {
  return load<i32>(kw + i * ROW);
}

/** The rounds of one block, and beside them twelve words of the next four blocks, from those sixteen rows above on. */
// prettier-ignore
function roundsBeside(state: usize, p: usize, w: usize, kw: usize): void {
  let a = word<i32>(state, 0), b = word<i32>(state, 1), c = word<i32>(state, 2), d = word<i32>(state, 3);
  let e = word<i32>(state, 4), f = word<i32>(state, 5), g = word<i32>(state, 6), h = word<i32>(state, 7);
  let x: i32;
  for (const end = p + 64 * ROW; p < end; p += 16 * ROW) {
    x = d; d = nextE<i32>(d, e, f, g, h + kw1(p, 0)); h = t2<i32>(a, b, c, d - x);
    x = c; c = nextE<i32>(c, d, e, f, g + kw1(p, 1)); g = t2<i32>(h, a, b, c - x);
    x = b; b = nextE<i32>(b, c, d, e, f + kw1(p, 2)); f = t2<i32>(g, h, a, b - x);
    x = a; a = nextE<i32>(a, b, c, d, e + kw1(p, 3)); e = t2<i32>(f, g, h, a - x);
    schedule(w, kw); w += ROW; kw += ROW;
    x = h; h = nextE<i32>(h, a, b, c, d + kw1(p, 4)); d = t2<i32>(e, f, g, h - x);
    x = g; g = nextE<i32>(g, h, a, b, c + kw1(p, 5)); c = t2<i32>(d, e, f, g - x);
    x = f; f = nextE<i32>(f, g, h, a, b + kw1(p, 6)); b = t2<i32>(c, d, e, f - x);
    x = e; e = nextE<i32>(e, f, g, h, a + kw1(p, 7)); a = t2<i32>(b, c, d, e - x);
    x = d; d = nextE<i32>(d, e, f, g, h + kw1(p, 8)); h = t2<i32>(a, b, c, d - x);
    schedule(w, kw); w += ROW; kw += ROW;
    x = c; c = nextE<i32>(c, d, e, f, g + kw1(p, 9)); g = t2<i32>(h, a, b, c - x);
    x = b; b = nextE<i32>(b, c, d, e, f + kw1(p, 10)); f = t2<i32>(g, h, a, b - x);
    x = a; a = nextE<i32>(a, b, c, d, e + kw1(p, 11)); e = t2<i32>(f, g, h, a - x);
    x = h; h = nextE<i32>(h, a, b, c, d + kw1(p, 12)); d = t2<i32>(e, f, g, h - x);
    x = g; g = nextE<i32>(g, h, a, b, c + kw1(p, 13)); c = t2<i32>(d, e, f, g - x);
    schedule(w, kw); w += ROW; kw += ROW;
    x = f; f = nextE<i32>(f, g, h, a, b + kw1(p, 14)); b = t2<i32>(c, d, e, f - x);
    x = e; e = nextE<i32>(e, f, g, h, a + kw1(p, 15)); a = t2<i32>(b, c, d, e - x);
  }
  sum<i32>(state, 0, a); sum<i32>(state, 1, b); sum<i32>(state, 2, c); sum<i32>(state, 3, d);
  sum<i32>(state, 4, e); sum<i32>(state, 5, f); sum<i32>(state, 6, g); sum<i32>(state, 7, h);
}

/**
 * Blocks of one message. Their rounds wait for each other, but their schedules don't: those of four blocks are worked
 * out in the lanes of vectors, while the rounds of the four blocks before them leave room (measured: a third faster).
 */
function takeRow(stream: usize, input: usize, blocks: i32, scratch: usize): void {
  const rows = scratch + ROWS;
  let now = rows + ROW_NOW;
  let next = rows + ROW_NEXT;
  const last = input + (<usize>(blocks - 1) << 6);
  putBlocks(rows, now, input, last);
  for (let i: usize = 0; i < 48 * ROW; i += ROW) schedule(rows + i, now + i);
  for (let at = input; at <= last; at += 256) {
    putBlocks(rows, next, at + 256, last);
    for (let i: usize = 0; i < 4 && at + (i << 6) <= last; i++) {
      roundsBeside(stream, now + (i << 2), rows + i * 12 * ROW, next + i * 12 * ROW);
    }
    const done = now;
    now = next;
    next = done;
  }
}

function takeOne(stream: usize, input: usize, blocks: i32, scratch: usize): void {
  if (ASC_FEATURE_SIMD && blocks >= 4) {
    takeRow(stream, input, blocks, scratch);
    return;
  }
  const end = input + (<usize>blocks << 6);
  for (; input < end; input += 64) {
    for (let i: usize = 0; i < 64; i += 4) store<i32>(scratch + i, bswap<i32>(load<i32>(input + i)));
    rounds<i32>(stream, scratch, scratch + CONSTANTS);
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
