import { blake3 as noble } from '@noble/hashes/blake3.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Blake3, blake3 } from '../../../../src/tasks/hash/blake3.ts';
import { toHex } from '../../../../src/tasks/hash/hex.ts';
import { ascii, byHashWasm, pattern } from './support.ts';

function digest(...pieces: Uint8Array[]): string {
  const hasher = new Blake3();
  const out = new Uint8Array(32);
  for (const piece of pieces) hasher.update(piece);
  hasher.digest(out);
  return toHex(out);
}

/** The lengths of the official test vectors (test_vectors.json of the BLAKE3 project). */
const OFFICIAL = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 63, 64, 65, 127, 128, 129, 1023, 1024, 1025, 2048, 2049, 3072, 3073, 4096, 4097,
  5120, 5121, 6144, 6145, 7168, 7169, 8192, 8193, 16384, 31744, 102400,
];

describe('BLAKE3', () => {
  it.each(OFFICIAL)('of the official vector of %i bytes, as two other implementations have it', (length) => {
    const bytes = pattern(length);
    expect(digest(bytes)).toBe(byHashWasm('blake3', bytes));
    expect(digest(bytes)).toBe(bytesToHex(noble(bytes)));
  });

  it.each([
    [0, 'af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262'],
    [1, '2d3adedff11b61f14c886e35afa036736dcd87a74d27b5c1510225d0f592e213'],
    [1024, '42214739f095a406f3fc83deb889744ac00df831c10daa55189b5d121c855af7'],
    [1025, 'd00278ae47eb27b34faecf67b4fe263f82d5412916c1ffd97c8cb7fb814b8444'],
  ])('of %i bytes is the published digest', (length, published) => {
    expect(digest(pattern(length))).toBe(published);
  });

  it('of "abc" is the published digest', () => {
    expect(toHex(blake3(ascii('abc')))).toBe(
      '6437b3ac38465133ffb63b75273a8db548c558465d79db03fd359c6cd5bd9d85',
    );
  });

  it('does not depend on how the stream is cut', () => {
    const cuts = fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 10 });
    fc.assert(
      fc.property(cuts, (lengths) => {
        const bytes = pattern(lengths.reduce((sum, length) => sum + length, 0));
        let start = 0;
        const pieces = lengths.map((length) => bytes.subarray(start, (start += length)));
        expect(digest(...pieces)).toBe(byHashWasm('blake3', bytes));
      }),
    );
  });

  it('reads shared memory at any offset', () => {
    const bytes = pattern(2500);
    const shared = new Uint8Array(new SharedArrayBuffer(2600));
    for (let offset = 0; offset < 9; offset++) {
      const view = shared.subarray(offset, offset + bytes.length);
      view.set(bytes);
      expect(digest(view)).toBe(byHashWasm('blake3', bytes));
    }
  });

  it('starts anew after a reset', () => {
    const hasher = new Blake3();
    const out = new Uint8Array(32);
    hasher.update(pattern(5000));
    hasher.reset();
    hasher.update(pattern(1025));
    hasher.digest(out);
    expect(toHex(out)).toBe(digest(pattern(1025)));
  });
});
