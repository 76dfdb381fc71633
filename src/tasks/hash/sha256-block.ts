/**
 * SHA-256, one block: FIPS 180-4, https://csrc.nist.gov/pubs/fips/180-4/upd1/final (sections in brackets below).
 *
 * The sixteen words of the message schedule live in locals, sixteen rounds are written out and the loop goes
 * four times round: a schedule of 64 words in a typed array ran at 0.65 of this speed (measured, V8).
 */

/** The first words of the fractional parts of the cube roots of the first 64 primes (4.2.2). */
// prettier-ignore
const K = new Int32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);

/** The hash value to start from (5.3.3). */
// prettier-ignore
const START = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
] as const;

export const BLOCK_BYTES = 64;

/** Rotates right (2.2.2). */
const ror = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

/** Sets the eight words of a state to the start value. */
export function startState(state: Int32Array): void {
  state.set(START);
}

/**
 * Takes one block into the state (6.2.2). `state` is eight words; the block is the 64 bytes of `view` from
 * `at`, at any alignment, also in shared memory.
 */
// eslint-disable-next-line max-lines-per-function -- sixteen rounds written out, so that all words stay in locals
export function takeBlock(state: Int32Array, view: DataView, at: number): void {
  let w0 = view.getInt32(at);
  let w1 = view.getInt32(at + 4);
  let w2 = view.getInt32(at + 8);
  let w3 = view.getInt32(at + 12);
  let w4 = view.getInt32(at + 16);
  let w5 = view.getInt32(at + 20);
  let w6 = view.getInt32(at + 24);
  let w7 = view.getInt32(at + 28);
  let w8 = view.getInt32(at + 32);
  let w9 = view.getInt32(at + 36);
  let w10 = view.getInt32(at + 40);
  let w11 = view.getInt32(at + 44);
  let w12 = view.getInt32(at + 48);
  let w13 = view.getInt32(at + 52);
  let w14 = view.getInt32(at + 56);
  let w15 = view.getInt32(at + 60);

  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;

  for (let i = 0; ; i += 16) {
    h = (h + (ror(e, 6) ^ ror(e, 11) ^ ror(e, 25)) + (g ^ (e & (f ^ g))) + (K[i] as number) + w0) | 0;
    d = (d + h) | 0;
    h = (h + (ror(a, 2) ^ ror(a, 13) ^ ror(a, 22)) + ((a & b) | (c & (a | b)))) | 0;
    g = (g + (ror(d, 6) ^ ror(d, 11) ^ ror(d, 25)) + (f ^ (d & (e ^ f))) + (K[i + 1] as number) + w1) | 0;
    c = (c + g) | 0;
    g = (g + (ror(h, 2) ^ ror(h, 13) ^ ror(h, 22)) + ((h & a) | (b & (h | a)))) | 0;
    f = (f + (ror(c, 6) ^ ror(c, 11) ^ ror(c, 25)) + (e ^ (c & (d ^ e))) + (K[i + 2] as number) + w2) | 0;
    b = (b + f) | 0;
    f = (f + (ror(g, 2) ^ ror(g, 13) ^ ror(g, 22)) + ((g & h) | (a & (g | h)))) | 0;
    e = (e + (ror(b, 6) ^ ror(b, 11) ^ ror(b, 25)) + (d ^ (b & (c ^ d))) + (K[i + 3] as number) + w3) | 0;
    a = (a + e) | 0;
    e = (e + (ror(f, 2) ^ ror(f, 13) ^ ror(f, 22)) + ((f & g) | (h & (f | g)))) | 0;
    d = (d + (ror(a, 6) ^ ror(a, 11) ^ ror(a, 25)) + (c ^ (a & (b ^ c))) + (K[i + 4] as number) + w4) | 0;
    h = (h + d) | 0;
    d = (d + (ror(e, 2) ^ ror(e, 13) ^ ror(e, 22)) + ((e & f) | (g & (e | f)))) | 0;
    c = (c + (ror(h, 6) ^ ror(h, 11) ^ ror(h, 25)) + (b ^ (h & (a ^ b))) + (K[i + 5] as number) + w5) | 0;
    g = (g + c) | 0;
    c = (c + (ror(d, 2) ^ ror(d, 13) ^ ror(d, 22)) + ((d & e) | (f & (d | e)))) | 0;
    b = (b + (ror(g, 6) ^ ror(g, 11) ^ ror(g, 25)) + (a ^ (g & (h ^ a))) + (K[i + 6] as number) + w6) | 0;
    f = (f + b) | 0;
    b = (b + (ror(c, 2) ^ ror(c, 13) ^ ror(c, 22)) + ((c & d) | (e & (c | d)))) | 0;
    a = (a + (ror(f, 6) ^ ror(f, 11) ^ ror(f, 25)) + (h ^ (f & (g ^ h))) + (K[i + 7] as number) + w7) | 0;
    e = (e + a) | 0;
    a = (a + (ror(b, 2) ^ ror(b, 13) ^ ror(b, 22)) + ((b & c) | (d & (b | c)))) | 0;
    h = (h + (ror(e, 6) ^ ror(e, 11) ^ ror(e, 25)) + (g ^ (e & (f ^ g))) + (K[i + 8] as number) + w8) | 0;
    d = (d + h) | 0;
    h = (h + (ror(a, 2) ^ ror(a, 13) ^ ror(a, 22)) + ((a & b) | (c & (a | b)))) | 0;
    g = (g + (ror(d, 6) ^ ror(d, 11) ^ ror(d, 25)) + (f ^ (d & (e ^ f))) + (K[i + 9] as number) + w9) | 0;
    c = (c + g) | 0;
    g = (g + (ror(h, 2) ^ ror(h, 13) ^ ror(h, 22)) + ((h & a) | (b & (h | a)))) | 0;
    f = (f + (ror(c, 6) ^ ror(c, 11) ^ ror(c, 25)) + (e ^ (c & (d ^ e))) + (K[i + 10] as number) + w10) | 0;
    b = (b + f) | 0;
    f = (f + (ror(g, 2) ^ ror(g, 13) ^ ror(g, 22)) + ((g & h) | (a & (g | h)))) | 0;
    e = (e + (ror(b, 6) ^ ror(b, 11) ^ ror(b, 25)) + (d ^ (b & (c ^ d))) + (K[i + 11] as number) + w11) | 0;
    a = (a + e) | 0;
    e = (e + (ror(f, 2) ^ ror(f, 13) ^ ror(f, 22)) + ((f & g) | (h & (f | g)))) | 0;
    d = (d + (ror(a, 6) ^ ror(a, 11) ^ ror(a, 25)) + (c ^ (a & (b ^ c))) + (K[i + 12] as number) + w12) | 0;
    h = (h + d) | 0;
    d = (d + (ror(e, 2) ^ ror(e, 13) ^ ror(e, 22)) + ((e & f) | (g & (e | f)))) | 0;
    c = (c + (ror(h, 6) ^ ror(h, 11) ^ ror(h, 25)) + (b ^ (h & (a ^ b))) + (K[i + 13] as number) + w13) | 0;
    g = (g + c) | 0;
    c = (c + (ror(d, 2) ^ ror(d, 13) ^ ror(d, 22)) + ((d & e) | (f & (d | e)))) | 0;
    b = (b + (ror(g, 6) ^ ror(g, 11) ^ ror(g, 25)) + (a ^ (g & (h ^ a))) + (K[i + 14] as number) + w14) | 0;
    f = (f + b) | 0;
    b = (b + (ror(c, 2) ^ ror(c, 13) ^ ror(c, 22)) + ((c & d) | (e & (c | d)))) | 0;
    a = (a + (ror(f, 6) ^ ror(f, 11) ^ ror(f, 25)) + (h ^ (f & (g ^ h))) + (K[i + 15] as number) + w15) | 0;
    e = (e + a) | 0;
    a = (a + (ror(b, 2) ^ ror(b, 13) ^ ror(b, 22)) + ((b & c) | (d & (b | c)))) | 0;
    if (i === 48) break;
    // The next sixteen words of the schedule, each in the place of the one that is 16 older.
    w0 = (w0 + (ror(w1, 7) ^ ror(w1, 18) ^ (w1 >>> 3)) + w9) | 0;
    w0 = (w0 + (ror(w14, 17) ^ ror(w14, 19) ^ (w14 >>> 10))) | 0;
    w1 = (w1 + (ror(w2, 7) ^ ror(w2, 18) ^ (w2 >>> 3)) + w10) | 0;
    w1 = (w1 + (ror(w15, 17) ^ ror(w15, 19) ^ (w15 >>> 10))) | 0;
    w2 = (w2 + (ror(w3, 7) ^ ror(w3, 18) ^ (w3 >>> 3)) + w11) | 0;
    w2 = (w2 + (ror(w0, 17) ^ ror(w0, 19) ^ (w0 >>> 10))) | 0;
    w3 = (w3 + (ror(w4, 7) ^ ror(w4, 18) ^ (w4 >>> 3)) + w12) | 0;
    w3 = (w3 + (ror(w1, 17) ^ ror(w1, 19) ^ (w1 >>> 10))) | 0;
    w4 = (w4 + (ror(w5, 7) ^ ror(w5, 18) ^ (w5 >>> 3)) + w13) | 0;
    w4 = (w4 + (ror(w2, 17) ^ ror(w2, 19) ^ (w2 >>> 10))) | 0;
    w5 = (w5 + (ror(w6, 7) ^ ror(w6, 18) ^ (w6 >>> 3)) + w14) | 0;
    w5 = (w5 + (ror(w3, 17) ^ ror(w3, 19) ^ (w3 >>> 10))) | 0;
    w6 = (w6 + (ror(w7, 7) ^ ror(w7, 18) ^ (w7 >>> 3)) + w15) | 0;
    w6 = (w6 + (ror(w4, 17) ^ ror(w4, 19) ^ (w4 >>> 10))) | 0;
    w7 = (w7 + (ror(w8, 7) ^ ror(w8, 18) ^ (w8 >>> 3)) + w0) | 0;
    w7 = (w7 + (ror(w5, 17) ^ ror(w5, 19) ^ (w5 >>> 10))) | 0;
    w8 = (w8 + (ror(w9, 7) ^ ror(w9, 18) ^ (w9 >>> 3)) + w1) | 0;
    w8 = (w8 + (ror(w6, 17) ^ ror(w6, 19) ^ (w6 >>> 10))) | 0;
    w9 = (w9 + (ror(w10, 7) ^ ror(w10, 18) ^ (w10 >>> 3)) + w2) | 0;
    w9 = (w9 + (ror(w7, 17) ^ ror(w7, 19) ^ (w7 >>> 10))) | 0;
    w10 = (w10 + (ror(w11, 7) ^ ror(w11, 18) ^ (w11 >>> 3)) + w3) | 0;
    w10 = (w10 + (ror(w8, 17) ^ ror(w8, 19) ^ (w8 >>> 10))) | 0;
    w11 = (w11 + (ror(w12, 7) ^ ror(w12, 18) ^ (w12 >>> 3)) + w4) | 0;
    w11 = (w11 + (ror(w9, 17) ^ ror(w9, 19) ^ (w9 >>> 10))) | 0;
    w12 = (w12 + (ror(w13, 7) ^ ror(w13, 18) ^ (w13 >>> 3)) + w5) | 0;
    w12 = (w12 + (ror(w10, 17) ^ ror(w10, 19) ^ (w10 >>> 10))) | 0;
    w13 = (w13 + (ror(w14, 7) ^ ror(w14, 18) ^ (w14 >>> 3)) + w6) | 0;
    w13 = (w13 + (ror(w11, 17) ^ ror(w11, 19) ^ (w11 >>> 10))) | 0;
    w14 = (w14 + (ror(w15, 7) ^ ror(w15, 18) ^ (w15 >>> 3)) + w7) | 0;
    w14 = (w14 + (ror(w12, 17) ^ ror(w12, 19) ^ (w12 >>> 10))) | 0;
    w15 = (w15 + (ror(w0, 7) ^ ror(w0, 18) ^ (w0 >>> 3)) + w8) | 0;
    w15 = (w15 + (ror(w13, 17) ^ ror(w13, 19) ^ (w13 >>> 10))) | 0;
  }
  state[0] = ((state[0] as number) + a) | 0;
  state[1] = ((state[1] as number) + b) | 0;
  state[2] = ((state[2] as number) + c) | 0;
  state[3] = ((state[3] as number) + d) | 0;
  state[4] = ((state[4] as number) + e) | 0;
  state[5] = ((state[5] as number) + f) | 0;
  state[6] = ((state[6] as number) + g) | 0;
  state[7] = ((state[7] as number) + h) | 0;
}
