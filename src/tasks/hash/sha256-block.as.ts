/**
 * SHA-256, one block (FIPS 180-4, sections in brackets): the twin of `sha256-block.ts`. `rounds` has a block of one
 * message, or of four side by side, one in each lane of a vector: every operation serves four.
 *
 * Nothing here is static, since modules share a memory: the caller gives the constants a place.
 */

/** Writes the first words of the fractional parts of the cube roots of the first 64 primes (4.2.2), 256 bytes. */
// prettier-ignore
export function putConstants(k: usize): void {
  put(k, 0, 0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5); put(k, 4, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5);
  put(k, 8, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3); put(k, 12, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174);
  put(k, 16, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc); put(k, 20, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da);
  put(k, 24, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7); put(k, 28, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967);
  put(k, 32, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13); put(k, 36, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85);
  put(k, 40, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3); put(k, 44, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070);
  put(k, 48, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5); put(k, 52, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3);
  put(k, 56, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208); put(k, 60, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2);
}

function put(k: usize, i: usize, a: i32, b: i32, c: i32, d: i32): void {
  const at = k + (i << 2);
  store<i32>(at, a, 0);
  store<i32>(at, b, 4);
  store<i32>(at, c, 8);
  store<i32>(at, d, 12);
}

/** How many messages go side by side. */
export function lanes(): i32 {
  return ASC_FEATURE_SIMD ? 4 : 1;
}

// The same lines serve four messages and one: `T` is `v128` or `i32` --------------------------------------------

// @ts-ignore: decorator
@inline
export function add<T>(a: T, b: T): T {
  if (isVector<T>()) return i32x4.add(a, b);
  else return a + b;
}

// @ts-ignore: decorator
@inline
function sub<T>(a: T, b: T): T {
  if (isVector<T>()) return i32x4.sub(a, b);
  else return a - b;
}

// @ts-ignore: decorator
@inline
export function xor<T>(a: T, b: T): T {
  if (isVector<T>()) return v128.xor(a, b);
  else return a ^ b;
}

// @ts-ignore: decorator
@inline
function and<T>(a: T, b: T): T {
  if (isVector<T>()) return v128.and(a, b);
  else return a & b;
}

// @ts-ignore: decorator
@inline
function shr<T>(x: T, n: i32): T {
  if (isVector<T>()) return i32x4.shr_u(x, n);
  else return x >>> n;
}

/** Two rotations to the right, xored: a vector has none, but four shifts need no fourth xor. */
// @ts-ignore: decorator
@inline
function turns<T>(x: T, p: i32, q: i32): T {
  if (isVector<T>()) {
    const first = v128.xor(i32x4.shr_u(x, p), i32x4.shl(x, 32 - p));
    return v128.xor(first, v128.xor(i32x4.shr_u(x, q), i32x4.shl(x, 32 - q)));
  } else return rotr<T>(x, p) ^ rotr<T>(x, q);
}

// @ts-ignore: decorator
@inline
function turn<T>(x: T, n: i32): T {
  if (isVector<T>()) return v128.xor(i32x4.shr_u(x, n), i32x4.shl(x, 32 - n));
  else return rotr<T>(x, n);
}

/**
 * The `e` of the next round: d + T1 (6.2.2), where `h` comes with its word and constant. What needs the last `e` is added
 * last, since all rounds wait for it; T1 is what `d` has grown by.
 */
// @ts-ignore: decorator
@inline
export function nextE<T>(d: T, e: T, f: T, g: T, h: T): T {
  const choice = xor<T>(g, and<T>(e, xor<T>(f, g)));
  return add<T>(add<T>(add<T>(d, h), choice), xor<T>(turns<T>(e, 6, 11), turn<T>(e, 25)));
}

/** T1 with Maj and Σ0 on top: T1 + T2 (6.2.2). Maj so that `a ^ b` serves the next round again, as its `b ^ c`. */
// @ts-ignore: decorator
@inline
export function t2<T>(a: T, b: T, c: T, h: T): T {
  return add<T>(
    add<T>(h, xor<T>(b, and<T>(xor<T>(a, b), xor<T>(b, c)))),
    xor<T>(turns<T>(a, 2, 13), turn<T>(a, 22)),
  );
}

// @ts-ignore: decorator
@inline
export function word<T>(w: usize, i: usize): T {
  return load<T>(w + (i & 15) * sizeof<T>());
}

/** Word and constant of a round. */
// @ts-ignore: decorator
@inline
function kw<T>(w: usize, k: usize, i: usize): T {
  if (isVector<T>()) return i32x4.add(word<T>(w, i), v128.load32_splat(k + (i << 2)));
  else return word<T>(w, i) + load<T>(k + (i << 2));
}

/** σ0 (4.6). */
// @ts-ignore: decorator
@inline
export function sigma0<T>(x: T): T {
  return xor<T>(turns<T>(x, 7, 18), shr<T>(x, 3));
}

/** σ1 (4.7). */
// @ts-ignore: decorator
@inline
export function sigma1<T>(x: T): T {
  return xor<T>(turns<T>(x, 17, 19), shr<T>(x, 10));
}

/** The word that takes the place of word `i` sixteen rounds on (6.2.2). */
// @ts-ignore: decorator
@inline
function next<T>(w: usize, i: usize): void {
  const early = add<T>(word<T>(w, i), sigma0<T>(word<T>(w, i + 1)));
  store<T>(w + i * sizeof<T>(), add<T>(early, add<T>(word<T>(w, i + 9), sigma1<T>(word<T>(w, i + 14)))));
}

/** The rounds of one block of each message, whose sixteen words are at `w`: used, and replaced at once. */
// prettier-ignore
// @ts-ignore: decorator
@inline
export function rounds<T>(state: usize, w: usize, constants: usize): void {
  let a = word<T>(state, 0), b = word<T>(state, 1), c = word<T>(state, 2), d = word<T>(state, 3);
  let e = word<T>(state, 4), f = word<T>(state, 5), g = word<T>(state, 6), h = word<T>(state, 7);
  let x: T;
  let k = constants;
  for (const last = constants + 192; k < last; k += 64) {
    x = d; d = nextE<T>(d, e, f, g, add<T>(h, kw<T>(w, k, 0))); h = t2<T>(a, b, c, sub<T>(d, x)); next<T>(w, 0);
    x = c; c = nextE<T>(c, d, e, f, add<T>(g, kw<T>(w, k, 1))); g = t2<T>(h, a, b, sub<T>(c, x)); next<T>(w, 1);
    x = b; b = nextE<T>(b, c, d, e, add<T>(f, kw<T>(w, k, 2))); f = t2<T>(g, h, a, sub<T>(b, x)); next<T>(w, 2);
    x = a; a = nextE<T>(a, b, c, d, add<T>(e, kw<T>(w, k, 3))); e = t2<T>(f, g, h, sub<T>(a, x)); next<T>(w, 3);
    x = h; h = nextE<T>(h, a, b, c, add<T>(d, kw<T>(w, k, 4))); d = t2<T>(e, f, g, sub<T>(h, x)); next<T>(w, 4);
    x = g; g = nextE<T>(g, h, a, b, add<T>(c, kw<T>(w, k, 5))); c = t2<T>(d, e, f, sub<T>(g, x)); next<T>(w, 5);
    x = f; f = nextE<T>(f, g, h, a, add<T>(b, kw<T>(w, k, 6))); b = t2<T>(c, d, e, sub<T>(f, x)); next<T>(w, 6);
    x = e; e = nextE<T>(e, f, g, h, add<T>(a, kw<T>(w, k, 7))); a = t2<T>(b, c, d, sub<T>(e, x)); next<T>(w, 7);
    x = d; d = nextE<T>(d, e, f, g, add<T>(h, kw<T>(w, k, 8))); h = t2<T>(a, b, c, sub<T>(d, x)); next<T>(w, 8);
    x = c; c = nextE<T>(c, d, e, f, add<T>(g, kw<T>(w, k, 9))); g = t2<T>(h, a, b, sub<T>(c, x)); next<T>(w, 9);
    x = b; b = nextE<T>(b, c, d, e, add<T>(f, kw<T>(w, k, 10))); f = t2<T>(g, h, a, sub<T>(b, x)); next<T>(w, 10);
    x = a; a = nextE<T>(a, b, c, d, add<T>(e, kw<T>(w, k, 11))); e = t2<T>(f, g, h, sub<T>(a, x)); next<T>(w, 11);
    x = h; h = nextE<T>(h, a, b, c, add<T>(d, kw<T>(w, k, 12))); d = t2<T>(e, f, g, sub<T>(h, x)); next<T>(w, 12);
    x = g; g = nextE<T>(g, h, a, b, add<T>(c, kw<T>(w, k, 13))); c = t2<T>(d, e, f, sub<T>(g, x)); next<T>(w, 13);
    x = f; f = nextE<T>(f, g, h, a, add<T>(b, kw<T>(w, k, 14))); b = t2<T>(c, d, e, sub<T>(f, x)); next<T>(w, 14);
    x = e; e = nextE<T>(e, f, g, h, add<T>(a, kw<T>(w, k, 15))); a = t2<T>(b, c, d, sub<T>(e, x)); next<T>(w, 15);
  }
  x = d; d = nextE<T>(d, e, f, g, add<T>(h, kw<T>(w, k, 0))); h = t2<T>(a, b, c, sub<T>(d, x));
  x = c; c = nextE<T>(c, d, e, f, add<T>(g, kw<T>(w, k, 1))); g = t2<T>(h, a, b, sub<T>(c, x));
  x = b; b = nextE<T>(b, c, d, e, add<T>(f, kw<T>(w, k, 2))); f = t2<T>(g, h, a, sub<T>(b, x));
  x = a; a = nextE<T>(a, b, c, d, add<T>(e, kw<T>(w, k, 3))); e = t2<T>(f, g, h, sub<T>(a, x));
  x = h; h = nextE<T>(h, a, b, c, add<T>(d, kw<T>(w, k, 4))); d = t2<T>(e, f, g, sub<T>(h, x));
  x = g; g = nextE<T>(g, h, a, b, add<T>(c, kw<T>(w, k, 5))); c = t2<T>(d, e, f, sub<T>(g, x));
  x = f; f = nextE<T>(f, g, h, a, add<T>(b, kw<T>(w, k, 6))); b = t2<T>(c, d, e, sub<T>(f, x));
  x = e; e = nextE<T>(e, f, g, h, add<T>(a, kw<T>(w, k, 7))); a = t2<T>(b, c, d, sub<T>(e, x));
  x = d; d = nextE<T>(d, e, f, g, add<T>(h, kw<T>(w, k, 8))); h = t2<T>(a, b, c, sub<T>(d, x));
  x = c; c = nextE<T>(c, d, e, f, add<T>(g, kw<T>(w, k, 9))); g = t2<T>(h, a, b, sub<T>(c, x));
  x = b; b = nextE<T>(b, c, d, e, add<T>(f, kw<T>(w, k, 10))); f = t2<T>(g, h, a, sub<T>(b, x));
  x = a; a = nextE<T>(a, b, c, d, add<T>(e, kw<T>(w, k, 11))); e = t2<T>(f, g, h, sub<T>(a, x));
  x = h; h = nextE<T>(h, a, b, c, add<T>(d, kw<T>(w, k, 12))); d = t2<T>(e, f, g, sub<T>(h, x));
  x = g; g = nextE<T>(g, h, a, b, add<T>(c, kw<T>(w, k, 13))); c = t2<T>(d, e, f, sub<T>(g, x));
  x = f; f = nextE<T>(f, g, h, a, add<T>(b, kw<T>(w, k, 14))); b = t2<T>(c, d, e, sub<T>(f, x));
  x = e; e = nextE<T>(e, f, g, h, add<T>(a, kw<T>(w, k, 15))); a = t2<T>(b, c, d, sub<T>(e, x));
  sum<T>(state, 0, a); sum<T>(state, 1, b); sum<T>(state, 2, c); sum<T>(state, 3, d);
  sum<T>(state, 4, e); sum<T>(state, 5, f); sum<T>(state, 6, g); sum<T>(state, 7, h);
}

// @ts-ignore: decorator
@inline
export function sum<T>(state: usize, i: usize, x: T): void {
  const at = state + i * sizeof<T>();
  store<T>(at, add<T>(load<T>(at), x));
}

/** Words are big-endian (3.1). */
// @ts-ignore: decorator
@inline
export function swapped(x: v128): v128 {
  return i8x16.swizzle(x, i8x16(3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12));
}
