/**
 * BLAKE3's compression and chunks, written slowly and straight from the specification (sections 2.2 to 2.4),
 * to check what other libraries keep inside: chaining values, and counters beyond 32 bits.
 */
const IV = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
const PERMUTATION = [2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8];
const MIXES = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const;

interface Block {
  readonly counter: bigint;
  readonly length: number;
  readonly flags: number;
}

function rotate(x: number, n: number): number {
  return ((x >>> n) | (x << (32 - n))) >>> 0;
}

function at(words: readonly number[], i: number): number {
  const word = words[i];
  if (word === undefined) throw new RangeError(`no word ${i}`);
  return word;
}

function compress(cv: readonly number[], block: readonly number[], { counter, length, flags }: Block) {
  const halves = [Number(counter & 0xffffffffn), Number(counter >> 32n)];
  const v = [...cv, ...IV.slice(0, 4), ...halves, length, flags];
  let m = [...block];
  const half = ([a, b, c, d]: (typeof MIXES)[number], word: number, r: readonly [number, number]) => {
    v[a] = (at(v, a) + at(v, b) + word) >>> 0;
    v[d] = rotate(at(v, d) ^ at(v, a), r[0]);
    v[c] = (at(v, c) + at(v, d)) >>> 0;
    v[b] = rotate(at(v, b) ^ at(v, c), r[1]);
  };
  for (let round = 0; round < 7; round++) {
    MIXES.forEach((mix, i) => {
      half(mix, at(m, 2 * i), [16, 12]);
      half(mix, at(m, 2 * i + 1), [8, 7]);
    });
    m = PERMUTATION.map((from) => at(m, from));
  }
  return v.slice(0, 8).map((word, i) => (word ^ at(v, i + 8)) >>> 0);
}

function wordsOf(bytes: Uint8Array): number[] {
  const padded = new Uint8Array(64);
  padded.set(bytes);
  const view = new DataView(padded.buffer);
  return Array.from({ length: 16 }, (_, i) => view.getUint32(4 * i, true));
}

function chunkValue(chunk: Uint8Array, counter: bigint): number[] {
  const blocks = Math.max(1, Math.ceil(chunk.length / 64));
  let cv = IV;
  for (let i = 0; i < blocks; i++) {
    const block = chunk.subarray(64 * i, 64 * i + 64);
    const flags = (i === 0 ? 1 : 0) | (i === blocks - 1 ? 2 : 0);
    cv = compress(cv, wordsOf(block), { counter, length: block.length, flags });
  }
  return cv;
}

/** The chaining value of a subtree whose first chunk has this number; not for a root. */
export function subtreeValue(bytes: Uint8Array, firstChunk: bigint): number[] {
  if (bytes.length <= 1024) return chunkValue(bytes, firstChunk);
  let left = 1;
  while (left * 2 * 1024 < bytes.length) left *= 2;
  const a = subtreeValue(bytes.subarray(0, left * 1024), firstChunk);
  const b = subtreeValue(bytes.subarray(left * 1024), firstChunk + BigInt(left));
  return compress(IV, [...a, ...b], { counter: 0n, length: 64, flags: 4 });
}
