/**
 * BLAKE3 (https://github.com/BLAKE3-team/BLAKE3-specs, sections in brackets) of a stream or of a piece of one: the
 * twin of `blake3.ts`. With SIMD four chunks, or four parents, are at work side by side, one in each lane; what is
 * left over, and a build without SIMD, goes one by one through the same code.
 *
 * Nothing here is static, since modules share a memory: all there is stands in the state that the caller gives.
 */

/** A leaf of the tree. */
const CHUNK: i32 = 1024;
const BLOCK: i32 = 64;
/** Bytes of a chaining value. */
const VALUE: usize = 32;
/** A subtree that is worked out level by level, in chunks: parents then fill the lanes as well. */
const LARGEST: i32 = ASC_FEATURE_SIMD ? 64 : 1;
const LANES: i32 = 4;

/** Domain flags (table 3). */
const CHUNK_START: i32 = 1;
const CHUNK_END: i32 = 2;
const PARENT: i32 = 4;

/** The state: the chaining value of the chunk at work, bytes that are held back, how far we are, … */
const HELD_AT: usize = 32;
const HELD_BYTES: usize = 96;
const BLOCKS: usize = 100;
const DEPTH: usize = 104;
const CHUNKS: usize = 112;
const FIRST_CHUNK: usize = 120;
/** … finished subtrees, the largest first: 2^64 bytes make no more than 54 (5.1.2), … */
const STACK: usize = 128;
/** … the message and the chaining values at work in the lanes, and the values of a subtree. */
const MESSAGE: usize = 1888;
const LANE_VALUES: usize = 2144;
const VALUES: usize = 2272;
/** All of it is 2272 and 64 chaining values: kernel.ts reserves as much. */

// The same lines serve four chunks and one: `T` is `v128` or `i32` ----------------------------------------------

// @ts-ignore: decorator
@inline
function splat<T>(x: i32): T {
  if (isVector<T>()) return i32x4.splat(x);
  else return x;
}

// @ts-ignore: decorator
@inline
function add<T>(a: T, b: T): T {
  if (isVector<T>()) return i32x4.add(a, b);
  else return a + b;
}

/** `b` is ready last. */
// @ts-ignore: decorator
@inline
function mix<T>(a: T, b: T, m: T): T {
  return add<T>(add<T>(a, m), b);
}

// @ts-ignore: decorator
@inline
function xor<T>(a: T, b: T): T {
  if (isVector<T>()) return v128.xor(a, b);
  else return a ^ b;
}

/** Both xored, then rotated to the right: by whole bytes with one swizzle. */
// @ts-ignore: decorator
@inline
function turn<T>(a: T, b: T, n: i32): T {
  const x = xor<T>(a, b);
  if (isVector<T>()) {
    if (n == 16) return i8x16.swizzle(x, i8x16(2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13));
    else if (n == 8) return i8x16.swizzle(x, i8x16(1, 2, 3, 0, 5, 6, 7, 4, 9, 10, 11, 8, 13, 14, 15, 12));
    else return v128.or(i32x4.shr_u(x, n), i32x4.shl(x, 32 - n));
  } else return rotr<T>(x, n);
}

/** Word `i` from an address on. */
// @ts-ignore: decorator
@inline
function at<T>(words: usize, i: usize): T {
  return load<T>(words + i * sizeof<T>());
}

// @ts-ignore: decorator
@inline
function put<T>(words: usize, i: usize, x: T): void {
  store<T>(words + i * sizeof<T>(), x);
}

/** The same word of the start value in all lanes: the eight words are SHA-256's (table 1). */
function start<T>(value: usize): void {
  put<T>(value, 0, splat<T>(0x6a09e667));
  put<T>(value, 1, splat<T>(0xbb67ae85));
  put<T>(value, 2, splat<T>(0x3c6ef372));
  put<T>(value, 3, splat<T>(0xa54ff53a));
  put<T>(value, 4, splat<T>(0x510e527f));
  put<T>(value, 5, splat<T>(0x9b05688c));
  put<T>(value, 6, splat<T>(0x1f83d9ab));
  put<T>(value, 7, splat<T>(0x5be0cd19));
}

/**
 * The compression function (2.2): takes the message at `m` into the chaining value at `value`. The state is drawn
 * as four rows, a to d; instead of permuting the message each round names the words that it would find. There aren't
 * registers for all sixteen: row a stays in memory, at `value`, since nothing waits for it (measured: a tenth faster
 * than what V8 chooses).
 */
// prettier-ignore
function compress<T>(value: usize, m: usize, low: T, high: T, length: i32, flags: i32): void {
  let a: T;
  let b0 = at<T>(value, 4), b1 = at<T>(value, 5), b2 = at<T>(value, 6), b3 = at<T>(value, 7);
  let c0 = splat<T>(0x6a09e667), c1 = splat<T>(0xbb67ae85), c2 = splat<T>(0x3c6ef372), c3 = splat<T>(0xa54ff53a);
  let d0 = low, d1 = high, d2 = splat<T>(length), d3 = splat<T>(flags);
  // Round 1
  a = mix<T>(at<T>(value, 0), b0, at<T>(m, 0)); d0 = turn<T>(d0, a, 16); c0 = add<T>(c0, d0); b0 = turn<T>(b0, c0, 12);
  a = mix<T>(a, b0, at<T>(m, 1)); d0 = turn<T>(d0, a, 8); c0 = add<T>(c0, d0); b0 = turn<T>(b0, c0, 7); put<T>(value, 0, a);
  a = mix<T>(at<T>(value, 1), b1, at<T>(m, 2)); d1 = turn<T>(d1, a, 16); c1 = add<T>(c1, d1); b1 = turn<T>(b1, c1, 12);
  a = mix<T>(a, b1, at<T>(m, 3)); d1 = turn<T>(d1, a, 8); c1 = add<T>(c1, d1); b1 = turn<T>(b1, c1, 7); put<T>(value, 1, a);
  a = mix<T>(at<T>(value, 2), b2, at<T>(m, 4)); d2 = turn<T>(d2, a, 16); c2 = add<T>(c2, d2); b2 = turn<T>(b2, c2, 12);
  a = mix<T>(a, b2, at<T>(m, 5)); d2 = turn<T>(d2, a, 8); c2 = add<T>(c2, d2); b2 = turn<T>(b2, c2, 7); put<T>(value, 2, a);
  a = mix<T>(at<T>(value, 3), b3, at<T>(m, 6)); d3 = turn<T>(d3, a, 16); c3 = add<T>(c3, d3); b3 = turn<T>(b3, c3, 12);
  a = mix<T>(a, b3, at<T>(m, 7)); d3 = turn<T>(d3, a, 8); c3 = add<T>(c3, d3); b3 = turn<T>(b3, c3, 7); put<T>(value, 3, a);
  a = mix<T>(at<T>(value, 0), b1, at<T>(m, 8)); d3 = turn<T>(d3, a, 16); c2 = add<T>(c2, d3); b1 = turn<T>(b1, c2, 12);
  a = mix<T>(a, b1, at<T>(m, 9)); d3 = turn<T>(d3, a, 8); c2 = add<T>(c2, d3); b1 = turn<T>(b1, c2, 7); put<T>(value, 0, a);
  a = mix<T>(at<T>(value, 1), b2, at<T>(m, 10)); d0 = turn<T>(d0, a, 16); c3 = add<T>(c3, d0); b2 = turn<T>(b2, c3, 12);
  a = mix<T>(a, b2, at<T>(m, 11)); d0 = turn<T>(d0, a, 8); c3 = add<T>(c3, d0); b2 = turn<T>(b2, c3, 7); put<T>(value, 1, a);
  a = mix<T>(at<T>(value, 2), b3, at<T>(m, 12)); d1 = turn<T>(d1, a, 16); c0 = add<T>(c0, d1); b3 = turn<T>(b3, c0, 12);
  a = mix<T>(a, b3, at<T>(m, 13)); d1 = turn<T>(d1, a, 8); c0 = add<T>(c0, d1); b3 = turn<T>(b3, c0, 7); put<T>(value, 2, a);
  a = mix<T>(at<T>(value, 3), b0, at<T>(m, 14)); d2 = turn<T>(d2, a, 16); c1 = add<T>(c1, d2); b0 = turn<T>(b0, c1, 12);
  a = mix<T>(a, b0, at<T>(m, 15)); d2 = turn<T>(d2, a, 8); c1 = add<T>(c1, d2); b0 = turn<T>(b0, c1, 7); put<T>(value, 3, a);
  // Round 2
  a = mix<T>(at<T>(value, 0), b0, at<T>(m, 2)); d0 = turn<T>(d0, a, 16); c0 = add<T>(c0, d0); b0 = turn<T>(b0, c0, 12);
  a = mix<T>(a, b0, at<T>(m, 6)); d0 = turn<T>(d0, a, 8); c0 = add<T>(c0, d0); b0 = turn<T>(b0, c0, 7); put<T>(value, 0, a);
  a = mix<T>(at<T>(value, 1), b1, at<T>(m, 3)); d1 = turn<T>(d1, a, 16); c1 = add<T>(c1, d1); b1 = turn<T>(b1, c1, 12);
  a = mix<T>(a, b1, at<T>(m, 10)); d1 = turn<T>(d1, a, 8); c1 = add<T>(c1, d1); b1 = turn<T>(b1, c1, 7); put<T>(value, 1, a);
  a = mix<T>(at<T>(value, 2), b2, at<T>(m, 7)); d2 = turn<T>(d2, a, 16); c2 = add<T>(c2, d2); b2 = turn<T>(b2, c2, 12);
  a = mix<T>(a, b2, at<T>(m, 0)); d2 = turn<T>(d2, a, 8); c2 = add<T>(c2, d2); b2 = turn<T>(b2, c2, 7); put<T>(value, 2, a);
  a = mix<T>(at<T>(value, 3), b3, at<T>(m, 4)); d3 = turn<T>(d3, a, 16); c3 = add<T>(c3, d3); b3 = turn<T>(b3, c3, 12);
  a = mix<T>(a, b3, at<T>(m, 13)); d3 = turn<T>(d3, a, 8); c3 = add<T>(c3, d3); b3 = turn<T>(b3, c3, 7); put<T>(value, 3, a);
  a = mix<T>(at<T>(value, 0), b1, at<T>(m, 1)); d3 = turn<T>(d3, a, 16); c2 = add<T>(c2, d3); b1 = turn<T>(b1, c2, 12);
  a = mix<T>(a, b1, at<T>(m, 11)); d3 = turn<T>(d3, a, 8); c2 = add<T>(c2, d3); b1 = turn<T>(b1, c2, 7); put<T>(value, 0, a);
  a = mix<T>(at<T>(value, 1), b2, at<T>(m, 12)); d0 = turn<T>(d0, a, 16); c3 = add<T>(c3, d0); b2 = turn<T>(b2, c3, 12);
  a = mix<T>(a, b2, at<T>(m, 5)); d0 = turn<T>(d0, a, 8); c3 = add<T>(c3, d0); b2 = turn<T>(b2, c3, 7); put<T>(value, 1, a);
  a = mix<T>(at<T>(value, 2), b3, at<T>(m, 9)); d1 = turn<T>(d1, a, 16); c0 = add<T>(c0, d1); b3 = turn<T>(b3, c0, 12);
  a = mix<T>(a, b3, at<T>(m, 14)); d1 = turn<T>(d1, a, 8); c0 = add<T>(c0, d1); b3 = turn<T>(b3, c0, 7); put<T>(value, 2, a);
  a = mix<T>(at<T>(value, 3), b0, at<T>(m, 15)); d2 = turn<T>(d2, a, 16); c1 = add<T>(c1, d2); b0 = turn<T>(b0, c1, 12);
  a = mix<T>(a, b0, at<T>(m, 8)); d2 = turn<T>(d2, a, 8); c1 = add<T>(c1, d2); b0 = turn<T>(b0, c1, 7); put<T>(value, 3, a);
  // Round 3
  a = mix<T>(at<T>(value, 0), b0, at<T>(m, 3)); d0 = turn<T>(d0, a, 16); c0 = add<T>(c0, d0); b0 = turn<T>(b0, c0, 12);
  a = mix<T>(a, b0, at<T>(m, 4)); d0 = turn<T>(d0, a, 8); c0 = add<T>(c0, d0); b0 = turn<T>(b0, c0, 7); put<T>(value, 0, a);
  a = mix<T>(at<T>(value, 1), b1, at<T>(m, 10)); d1 = turn<T>(d1, a, 16); c1 = add<T>(c1, d1); b1 = turn<T>(b1, c1, 12);
  a = mix<T>(a, b1, at<T>(m, 12)); d1 = turn<T>(d1, a, 8); c1 = add<T>(c1, d1); b1 = turn<T>(b1, c1, 7); put<T>(value, 1, a);
  a = mix<T>(at<T>(value, 2), b2, at<T>(m, 13)); d2 = turn<T>(d2, a, 16); c2 = add<T>(c2, d2); b2 = turn<T>(b2, c2, 12);
  a = mix<T>(a, b2, at<T>(m, 2)); d2 = turn<T>(d2, a, 8); c2 = add<T>(c2, d2); b2 = turn<T>(b2, c2, 7); put<T>(value, 2, a);
  a = mix<T>(at<T>(value, 3), b3, at<T>(m, 7)); d3 = turn<T>(d3, a, 16); c3 = add<T>(c3, d3); b3 = turn<T>(b3, c3, 12);
  a = mix<T>(a, b3, at<T>(m, 14)); d3 = turn<T>(d3, a, 8); c3 = add<T>(c3, d3); b3 = turn<T>(b3, c3, 7); put<T>(value, 3, a);
  a = mix<T>(at<T>(value, 0), b1, at<T>(m, 6)); d3 = turn<T>(d3, a, 16); c2 = add<T>(c2, d3); b1 = turn<T>(b1, c2, 12);
  a = mix<T>(a, b1, at<T>(m, 5)); d3 = turn<T>(d3, a, 8); c2 = add<T>(c2, d3); b1 = turn<T>(b1, c2, 7); put<T>(value, 0, a);
  a = mix<T>(at<T>(value, 1), b2, at<T>(m, 9)); d0 = turn<T>(d0, a, 16); c3 = add<T>(c3, d0); b2 = turn<T>(b2, c3, 12);
  a = mix<T>(a, b2, at<T>(m, 0)); d0 = turn<T>(d0, a, 8); c3 = add<T>(c3, d0); b2 = turn<T>(b2, c3, 7); put<T>(value, 1, a);
  a = mix<T>(at<T>(value, 2), b3, at<T>(m, 11)); d1 = turn<T>(d1, a, 16); c0 = add<T>(c0, d1); b3 = turn<T>(b3, c0, 12);
  a = mix<T>(a, b3, at<T>(m, 15)); d1 = turn<T>(d1, a, 8); c0 = add<T>(c0, d1); b3 = turn<T>(b3, c0, 7); put<T>(value, 2, a);
  a = mix<T>(at<T>(value, 3), b0, at<T>(m, 8)); d2 = turn<T>(d2, a, 16); c1 = add<T>(c1, d2); b0 = turn<T>(b0, c1, 12);
  a = mix<T>(a, b0, at<T>(m, 1)); d2 = turn<T>(d2, a, 8); c1 = add<T>(c1, d2); b0 = turn<T>(b0, c1, 7); put<T>(value, 3, a);
  // Round 4
  a = mix<T>(at<T>(value, 0), b0, at<T>(m, 10)); d0 = turn<T>(d0, a, 16); c0 = add<T>(c0, d0); b0 = turn<T>(b0, c0, 12);
  a = mix<T>(a, b0, at<T>(m, 7)); d0 = turn<T>(d0, a, 8); c0 = add<T>(c0, d0); b0 = turn<T>(b0, c0, 7); put<T>(value, 0, a);
  a = mix<T>(at<T>(value, 1), b1, at<T>(m, 12)); d1 = turn<T>(d1, a, 16); c1 = add<T>(c1, d1); b1 = turn<T>(b1, c1, 12);
  a = mix<T>(a, b1, at<T>(m, 9)); d1 = turn<T>(d1, a, 8); c1 = add<T>(c1, d1); b1 = turn<T>(b1, c1, 7); put<T>(value, 1, a);
  a = mix<T>(at<T>(value, 2), b2, at<T>(m, 14)); d2 = turn<T>(d2, a, 16); c2 = add<T>(c2, d2); b2 = turn<T>(b2, c2, 12);
  a = mix<T>(a, b2, at<T>(m, 3)); d2 = turn<T>(d2, a, 8); c2 = add<T>(c2, d2); b2 = turn<T>(b2, c2, 7); put<T>(value, 2, a);
  a = mix<T>(at<T>(value, 3), b3, at<T>(m, 13)); d3 = turn<T>(d3, a, 16); c3 = add<T>(c3, d3); b3 = turn<T>(b3, c3, 12);
  a = mix<T>(a, b3, at<T>(m, 15)); d3 = turn<T>(d3, a, 8); c3 = add<T>(c3, d3); b3 = turn<T>(b3, c3, 7); put<T>(value, 3, a);
  a = mix<T>(at<T>(value, 0), b1, at<T>(m, 4)); d3 = turn<T>(d3, a, 16); c2 = add<T>(c2, d3); b1 = turn<T>(b1, c2, 12);
  a = mix<T>(a, b1, at<T>(m, 0)); d3 = turn<T>(d3, a, 8); c2 = add<T>(c2, d3); b1 = turn<T>(b1, c2, 7); put<T>(value, 0, a);
  a = mix<T>(at<T>(value, 1), b2, at<T>(m, 11)); d0 = turn<T>(d0, a, 16); c3 = add<T>(c3, d0); b2 = turn<T>(b2, c3, 12);
  a = mix<T>(a, b2, at<T>(m, 2)); d0 = turn<T>(d0, a, 8); c3 = add<T>(c3, d0); b2 = turn<T>(b2, c3, 7); put<T>(value, 1, a);
  a = mix<T>(at<T>(value, 2), b3, at<T>(m, 5)); d1 = turn<T>(d1, a, 16); c0 = add<T>(c0, d1); b3 = turn<T>(b3, c0, 12);
  a = mix<T>(a, b3, at<T>(m, 8)); d1 = turn<T>(d1, a, 8); c0 = add<T>(c0, d1); b3 = turn<T>(b3, c0, 7); put<T>(value, 2, a);
  a = mix<T>(at<T>(value, 3), b0, at<T>(m, 1)); d2 = turn<T>(d2, a, 16); c1 = add<T>(c1, d2); b0 = turn<T>(b0, c1, 12);
  a = mix<T>(a, b0, at<T>(m, 6)); d2 = turn<T>(d2, a, 8); c1 = add<T>(c1, d2); b0 = turn<T>(b0, c1, 7); put<T>(value, 3, a);
  // Round 5
  a = mix<T>(at<T>(value, 0), b0, at<T>(m, 12)); d0 = turn<T>(d0, a, 16); c0 = add<T>(c0, d0); b0 = turn<T>(b0, c0, 12);
  a = mix<T>(a, b0, at<T>(m, 13)); d0 = turn<T>(d0, a, 8); c0 = add<T>(c0, d0); b0 = turn<T>(b0, c0, 7); put<T>(value, 0, a);
  a = mix<T>(at<T>(value, 1), b1, at<T>(m, 9)); d1 = turn<T>(d1, a, 16); c1 = add<T>(c1, d1); b1 = turn<T>(b1, c1, 12);
  a = mix<T>(a, b1, at<T>(m, 11)); d1 = turn<T>(d1, a, 8); c1 = add<T>(c1, d1); b1 = turn<T>(b1, c1, 7); put<T>(value, 1, a);
  a = mix<T>(at<T>(value, 2), b2, at<T>(m, 15)); d2 = turn<T>(d2, a, 16); c2 = add<T>(c2, d2); b2 = turn<T>(b2, c2, 12);
  a = mix<T>(a, b2, at<T>(m, 10)); d2 = turn<T>(d2, a, 8); c2 = add<T>(c2, d2); b2 = turn<T>(b2, c2, 7); put<T>(value, 2, a);
  a = mix<T>(at<T>(value, 3), b3, at<T>(m, 14)); d3 = turn<T>(d3, a, 16); c3 = add<T>(c3, d3); b3 = turn<T>(b3, c3, 12);
  a = mix<T>(a, b3, at<T>(m, 8)); d3 = turn<T>(d3, a, 8); c3 = add<T>(c3, d3); b3 = turn<T>(b3, c3, 7); put<T>(value, 3, a);
  a = mix<T>(at<T>(value, 0), b1, at<T>(m, 7)); d3 = turn<T>(d3, a, 16); c2 = add<T>(c2, d3); b1 = turn<T>(b1, c2, 12);
  a = mix<T>(a, b1, at<T>(m, 2)); d3 = turn<T>(d3, a, 8); c2 = add<T>(c2, d3); b1 = turn<T>(b1, c2, 7); put<T>(value, 0, a);
  a = mix<T>(at<T>(value, 1), b2, at<T>(m, 5)); d0 = turn<T>(d0, a, 16); c3 = add<T>(c3, d0); b2 = turn<T>(b2, c3, 12);
  a = mix<T>(a, b2, at<T>(m, 3)); d0 = turn<T>(d0, a, 8); c3 = add<T>(c3, d0); b2 = turn<T>(b2, c3, 7); put<T>(value, 1, a);
  a = mix<T>(at<T>(value, 2), b3, at<T>(m, 0)); d1 = turn<T>(d1, a, 16); c0 = add<T>(c0, d1); b3 = turn<T>(b3, c0, 12);
  a = mix<T>(a, b3, at<T>(m, 1)); d1 = turn<T>(d1, a, 8); c0 = add<T>(c0, d1); b3 = turn<T>(b3, c0, 7); put<T>(value, 2, a);
  a = mix<T>(at<T>(value, 3), b0, at<T>(m, 6)); d2 = turn<T>(d2, a, 16); c1 = add<T>(c1, d2); b0 = turn<T>(b0, c1, 12);
  a = mix<T>(a, b0, at<T>(m, 4)); d2 = turn<T>(d2, a, 8); c1 = add<T>(c1, d2); b0 = turn<T>(b0, c1, 7); put<T>(value, 3, a);
  // Round 6
  a = mix<T>(at<T>(value, 0), b0, at<T>(m, 9)); d0 = turn<T>(d0, a, 16); c0 = add<T>(c0, d0); b0 = turn<T>(b0, c0, 12);
  a = mix<T>(a, b0, at<T>(m, 14)); d0 = turn<T>(d0, a, 8); c0 = add<T>(c0, d0); b0 = turn<T>(b0, c0, 7); put<T>(value, 0, a);
  a = mix<T>(at<T>(value, 1), b1, at<T>(m, 11)); d1 = turn<T>(d1, a, 16); c1 = add<T>(c1, d1); b1 = turn<T>(b1, c1, 12);
  a = mix<T>(a, b1, at<T>(m, 5)); d1 = turn<T>(d1, a, 8); c1 = add<T>(c1, d1); b1 = turn<T>(b1, c1, 7); put<T>(value, 1, a);
  a = mix<T>(at<T>(value, 2), b2, at<T>(m, 8)); d2 = turn<T>(d2, a, 16); c2 = add<T>(c2, d2); b2 = turn<T>(b2, c2, 12);
  a = mix<T>(a, b2, at<T>(m, 12)); d2 = turn<T>(d2, a, 8); c2 = add<T>(c2, d2); b2 = turn<T>(b2, c2, 7); put<T>(value, 2, a);
  a = mix<T>(at<T>(value, 3), b3, at<T>(m, 15)); d3 = turn<T>(d3, a, 16); c3 = add<T>(c3, d3); b3 = turn<T>(b3, c3, 12);
  a = mix<T>(a, b3, at<T>(m, 1)); d3 = turn<T>(d3, a, 8); c3 = add<T>(c3, d3); b3 = turn<T>(b3, c3, 7); put<T>(value, 3, a);
  a = mix<T>(at<T>(value, 0), b1, at<T>(m, 13)); d3 = turn<T>(d3, a, 16); c2 = add<T>(c2, d3); b1 = turn<T>(b1, c2, 12);
  a = mix<T>(a, b1, at<T>(m, 3)); d3 = turn<T>(d3, a, 8); c2 = add<T>(c2, d3); b1 = turn<T>(b1, c2, 7); put<T>(value, 0, a);
  a = mix<T>(at<T>(value, 1), b2, at<T>(m, 0)); d0 = turn<T>(d0, a, 16); c3 = add<T>(c3, d0); b2 = turn<T>(b2, c3, 12);
  a = mix<T>(a, b2, at<T>(m, 10)); d0 = turn<T>(d0, a, 8); c3 = add<T>(c3, d0); b2 = turn<T>(b2, c3, 7); put<T>(value, 1, a);
  a = mix<T>(at<T>(value, 2), b3, at<T>(m, 2)); d1 = turn<T>(d1, a, 16); c0 = add<T>(c0, d1); b3 = turn<T>(b3, c0, 12);
  a = mix<T>(a, b3, at<T>(m, 6)); d1 = turn<T>(d1, a, 8); c0 = add<T>(c0, d1); b3 = turn<T>(b3, c0, 7); put<T>(value, 2, a);
  a = mix<T>(at<T>(value, 3), b0, at<T>(m, 4)); d2 = turn<T>(d2, a, 16); c1 = add<T>(c1, d2); b0 = turn<T>(b0, c1, 12);
  a = mix<T>(a, b0, at<T>(m, 7)); d2 = turn<T>(d2, a, 8); c1 = add<T>(c1, d2); b0 = turn<T>(b0, c1, 7); put<T>(value, 3, a);
  // Round 7
  a = mix<T>(at<T>(value, 0), b0, at<T>(m, 11)); d0 = turn<T>(d0, a, 16); c0 = add<T>(c0, d0); b0 = turn<T>(b0, c0, 12);
  a = mix<T>(a, b0, at<T>(m, 15)); d0 = turn<T>(d0, a, 8); c0 = add<T>(c0, d0); b0 = turn<T>(b0, c0, 7); put<T>(value, 0, a);
  a = mix<T>(at<T>(value, 1), b1, at<T>(m, 5)); d1 = turn<T>(d1, a, 16); c1 = add<T>(c1, d1); b1 = turn<T>(b1, c1, 12);
  a = mix<T>(a, b1, at<T>(m, 0)); d1 = turn<T>(d1, a, 8); c1 = add<T>(c1, d1); b1 = turn<T>(b1, c1, 7); put<T>(value, 1, a);
  a = mix<T>(at<T>(value, 2), b2, at<T>(m, 1)); d2 = turn<T>(d2, a, 16); c2 = add<T>(c2, d2); b2 = turn<T>(b2, c2, 12);
  a = mix<T>(a, b2, at<T>(m, 9)); d2 = turn<T>(d2, a, 8); c2 = add<T>(c2, d2); b2 = turn<T>(b2, c2, 7); put<T>(value, 2, a);
  a = mix<T>(at<T>(value, 3), b3, at<T>(m, 8)); d3 = turn<T>(d3, a, 16); c3 = add<T>(c3, d3); b3 = turn<T>(b3, c3, 12);
  a = mix<T>(a, b3, at<T>(m, 6)); d3 = turn<T>(d3, a, 8); c3 = add<T>(c3, d3); b3 = turn<T>(b3, c3, 7); put<T>(value, 3, a);
  a = mix<T>(at<T>(value, 0), b1, at<T>(m, 14)); d3 = turn<T>(d3, a, 16); c2 = add<T>(c2, d3); b1 = turn<T>(b1, c2, 12);
  a = mix<T>(a, b1, at<T>(m, 10)); d3 = turn<T>(d3, a, 8); c2 = add<T>(c2, d3); b1 = turn<T>(b1, c2, 7); put<T>(value, 0, a);
  a = mix<T>(at<T>(value, 1), b2, at<T>(m, 2)); d0 = turn<T>(d0, a, 16); c3 = add<T>(c3, d0); b2 = turn<T>(b2, c3, 12);
  a = mix<T>(a, b2, at<T>(m, 12)); d0 = turn<T>(d0, a, 8); c3 = add<T>(c3, d0); b2 = turn<T>(b2, c3, 7); put<T>(value, 1, a);
  a = mix<T>(at<T>(value, 2), b3, at<T>(m, 3)); d1 = turn<T>(d1, a, 16); c0 = add<T>(c0, d1); b3 = turn<T>(b3, c0, 12);
  a = mix<T>(a, b3, at<T>(m, 4)); d1 = turn<T>(d1, a, 8); c0 = add<T>(c0, d1); b3 = turn<T>(b3, c0, 7); put<T>(value, 2, a);
  a = mix<T>(at<T>(value, 3), b0, at<T>(m, 7)); d2 = turn<T>(d2, a, 16); c1 = add<T>(c1, d2); b0 = turn<T>(b0, c1, 12);
  a = mix<T>(a, b0, at<T>(m, 13)); d2 = turn<T>(d2, a, 8); c1 = add<T>(c1, d2); b0 = turn<T>(b0, c1, 7); put<T>(value, 3, a);
  put<T>(value, 0, xor<T>(at<T>(value, 0), c0));
  put<T>(value, 1, xor<T>(at<T>(value, 1), c1));
  put<T>(value, 2, xor<T>(at<T>(value, 2), c2));
  put<T>(value, 3, xor<T>(at<T>(value, 3), c3));
  put<T>(value, 4, xor<T>(b0, d0));
  put<T>(value, 5, xor<T>(b1, d1));
  put<T>(value, 6, xor<T>(b2, d2));
  put<T>(value, 7, xor<T>(b3, d3));
}

// Four side by side ---------------------------------------------------------------------------------------------

/** Sixteen bytes of each of four blocks, turned so that each vector holds one word of all. */
// @ts-ignore: decorator
@inline
function weave(to: usize, a: v128, b: v128, c: v128, d: v128): void {
  const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const ab2 = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const cd2 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<i64>(ab, cd, 0, 2), 0);
  v128.store(to, v128.shuffle<i64>(ab, cd, 1, 3), 16);
  v128.store(to, v128.shuffle<i64>(ab2, cd2, 0, 2), 32);
  v128.store(to, v128.shuffle<i64>(ab2, cd2, 1, 3), 48);
}

/** The blocks at `from`, and at one, two and three times `stride` from there. */
function loadFour(m: usize, from: usize, stride: usize): void {
  const from1 = from + stride;
  const from2 = from1 + stride;
  const from3 = from2 + stride;
  weave(m, v128.load(from, 0), v128.load(from1, 0), v128.load(from2, 0), v128.load(from3, 0));
  weave(m + 64, v128.load(from, 16), v128.load(from1, 16), v128.load(from2, 16), v128.load(from3, 16));
  weave(m + 128, v128.load(from, 32), v128.load(from1, 32), v128.load(from2, 32), v128.load(from3, 32));
  weave(m + 192, v128.load(from, 48), v128.load(from1, 48), v128.load(from2, 48), v128.load(from3, 48));
}

/** Half of each of the four chaining values at work, one after the other again. */
function storeHalf(values: usize, to: usize): void {
  const a = v128.load(values, 0);
  const b = v128.load(values, 16);
  const c = v128.load(values, 32);
  const d = v128.load(values, 48);
  const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const ab2 = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const cd2 = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<i64>(ab, cd, 0, 2), 0);
  v128.store(to, v128.shuffle<i64>(ab, cd, 1, 3), 32);
  v128.store(to, v128.shuffle<i64>(ab2, cd2, 0, 2), 64);
  v128.store(to, v128.shuffle<i64>(ab2, cd2, 1, 3), 96);
}

/** The chaining values of four chunks that follow each other. */
function fourChunks(state: usize, input: usize, counter: u64, to: usize): void {
  const values = state + LANE_VALUES;
  const m = state + MESSAGE;
  const low = i32x4.add(i32x4.splat(<i32>counter), i32x4(0, 1, 2, 3));
  const high = i32x4(
    <i32>(counter >> 32),
    <i32>((counter + 1) >> 32),
    <i32>((counter + 2) >> 32),
    <i32>((counter + 3) >> 32),
  );
  start<v128>(values);
  for (let block = 0; block < 16; block++, input += BLOCK) {
    loadFour(m, input, CHUNK);
    const flags = (block == 0 ? CHUNK_START : 0) | (block == 15 ? CHUNK_END : 0);
    compress<v128>(values, m, low, high, BLOCK, flags);
  }
  storeHalf(values, to);
  storeHalf(values + 64, to + 16);
}

/** The chaining values of four parents, whose eight children follow each other. */
function fourParents(state: usize, children: usize, to: usize): void {
  const values = state + LANE_VALUES;
  const m = state + MESSAGE;
  start<v128>(values);
  loadFour(m, children, BLOCK);
  compress<v128>(values, m, i32x4.splat(0), i32x4.splat(0), BLOCK, PARENT);
  storeHalf(values, to);
  storeHalf(values + 64, to + 16);
}

/** The chaining value of a subtree of so many chunks (a power of two, four or more), left in the state. */
function subtree(state: usize, input: usize, chunks: i32, counter: u64): void {
  const values = state + VALUES;
  for (let i = 0; i < chunks; i += LANES) {
    fourChunks(state, input + <usize>(i * CHUNK), counter + i, values + <usize>i * VALUE);
  }
  let parents = chunks >> 1;
  for (; parents >= LANES; parents >>= 1) {
    for (let i = 0; i < parents; i += LANES) {
      fourParents(state, values + <usize>i * 2 * VALUE, values + <usize>i * VALUE);
    }
  }
  for (; parents > 0; parents >>= 1) {
    for (let i = 0; i < parents; i++) {
      parent(state, values + <usize>i * 2 * VALUE, 0);
      copyValue(values + <usize>i * VALUE, state);
    }
  }
  copyValue(state, values);
}

// One by one ----------------------------------------------------------------------------------------------------

/** By words of eight bytes: `memory.copy` is a call, far slower for so few (measured). */
// @ts-ignore: decorator
@inline
function copyValue(to: usize, from: usize): void {
  store<u64>(to, load<u64>(from, 0), 0);
  store<u64>(to, load<u64>(from, 8), 8);
  store<u64>(to, load<u64>(from, 16), 16);
  store<u64>(to, load<u64>(from, 24), 24);
}

/** The chaining value of two children that follow each other, left in the state (2.5). */
function parent(state: usize, children: usize, root: i32): void {
  start<i32>(state);
  compress<i32>(state, children, 0, 0, BLOCK, PARENT | root);
}

/** Takes a block of the chunk at work. */
function block(state: usize, m: usize, length: i32, flags: i32): void {
  const counter = load<u64>(state, FIRST_CHUNK) + load<u64>(state, CHUNKS);
  const first = load<i32>(state, BLOCKS) == 0 ? CHUNK_START : 0;
  compress<i32>(state, m, <i32>counter, <i32>(counter >> 32), length, flags | first);
}

/** Takes a block that is known not to be the last. */
function inner(state: usize, m: usize): void {
  const blocks = load<i32>(state, BLOCKS);
  if (blocks < 15) {
    block(state, m, BLOCK, 0);
    store<i32>(state, blocks + 1, BLOCKS);
    return;
  }
  block(state, m, BLOCK, CHUNK_END);
  store<i32>(state, 0, BLOCKS);
  push(state, 1);
}

/** Takes the top of the stack as the left child and the state's chaining value as the right one. */
function merge(state: usize, root: i32): void {
  const depth = load<i32>(state, DEPTH) - 1;
  store<i32>(state, depth, DEPTH);
  const top = state + STACK + <usize>depth * VALUE;
  copyValue(top + VALUE, state);
  parent(state, top, root);
}

/** The state's chaining value is that of a finished subtree: merged with every one that is now complete. */
function push(state: usize, chunks: i32): void {
  const all = load<u64>(state, CHUNKS) + chunks;
  store<u64>(state, all, CHUNKS);
  for (let n = all / chunks; (n & 1) == 0; n >>= 1) merge(state, 0);
  const depth = load<i32>(state, DEPTH);
  copyValue(state + STACK + <usize>depth * VALUE, state);
  store<i32>(state, depth + 1, DEPTH);
  start<i32>(state);
}

/** How many chunks of these bytes make one subtree now, without the last one: no more than `LARGEST`. */
function fitting(state: usize, bytes: i32): i32 {
  const chunks = load<u64>(state, CHUNKS);
  let most = LARGEST;
  while (most > 1 && (most >= bytes / CHUNK + (bytes % CHUNK == 0 ? 0 : 1) || (chunks & (most - 1)) != 0)) most >>= 1;
  return most;
}

/** Starts a stream, or a piece of one that begins so many chunks from its start. */
export function begin(state: usize, firstChunk: f64): void {
  start<i32>(state);
  store<i32>(state, 0, HELD_BYTES);
  store<i32>(state, 0, BLOCKS);
  store<i32>(state, 0, DEPTH);
  store<u64>(state, 0, CHUNKS);
  store<u64>(state, <u64>firstChunk, FIRST_CHUNK);
}

/** Takes the next bytes. The last block is held back: only the end of the stream tells which it is. */
export function update(state: usize, input: usize, length: i32): void {
  const held = load<i32>(state, HELD_BYTES);
  const end = input + length;
  const topUp = min(BLOCK - held, length);
  memory.copy(state + HELD_AT + held, input, topUp);
  store<i32>(state, held + topUp, HELD_BYTES);
  if (topUp == length) return;
  let at = input + topUp;
  // Where nothing was held these are the input's own first bytes, and the chunk can be taken whole.
  if (held == 0) at = input;
  else inner(state, state + HELD_AT);
  while (<i32>(end - at) > BLOCK) {
    const chunks = load<i32>(state, BLOCKS) == 0 ? fitting(state, <i32>(end - at)) : 1;
    if (ASC_FEATURE_SIMD && chunks >= LANES) {
      subtree(state, at, chunks, load<u64>(state, FIRST_CHUNK) + load<u64>(state, CHUNKS));
      push(state, chunks);
      at += chunks * CHUNK;
    } else {
      inner(state, at);
      at += BLOCK;
    }
  }
  memory.copy(state + HELD_AT, at, end - at);
  store<i32>(state, <i32>(end - at), HELD_BYTES);
}

/**
 * Ends it and writes 32 bytes: the digest with `root` 8 (the flag, table 3), the chaining value of a piece with 0.
 * Then only `begin` may follow.
 */
export function end(state: usize, out: usize, root: i32): void {
  const held = load<i32>(state, HELD_BYTES);
  memory.fill(state + HELD_AT + held, 0, BLOCK - held);
  block(state, state + HELD_AT, held, CHUNK_END | (load<i32>(state, DEPTH) == 0 ? root : 0));
  for (let depth = load<i32>(state, DEPTH); depth > 0; depth--) merge(state, depth == 1 ? root : 0);
  copyValue(out, state);
}
