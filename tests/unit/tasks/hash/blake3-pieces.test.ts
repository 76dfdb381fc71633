import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Blake3, rootOfPieces } from '../../../../src/tasks/hash/blake3.ts';
import { toHex } from '../../../../src/tasks/hash/hex.ts';
import { subtreeValue } from './reference-blake3.ts';
import { byHashWasm, pattern } from './support.ts';

function valueOf(piece: Uint8Array, firstChunk: number): Uint8Array {
  const hasher = new Blake3(firstChunk);
  const value = new Uint8Array(32);
  hasher.update(piece);
  hasher.chainingValue(value);
  return value;
}

function words(value: Uint8Array): number[] {
  const view = new DataView(value.buffer, value.byteOffset);
  return Array.from({ length: 8 }, (_, i) => view.getUint32(4 * i, true));
}

function digestInPieces(bytes: Uint8Array, pieceBytes: number): string {
  const count = Math.ceil(bytes.length / pieceBytes);
  const values = new Uint8Array(count * 32);
  for (let i = 0; i < count; i++) {
    const piece = bytes.subarray(i * pieceBytes, (i + 1) * pieceBytes);
    values.set(valueOf(piece, (i * pieceBytes) / 1024), 32 * i);
  }
  const out = new Uint8Array(32);
  rootOfPieces(values, out);
  return toHex(out);
}

describe('a file cut into subtrees', () => {
  it('has the digest of the whole, for every number of pieces up to 40', () => {
    for (let pieces = 2; pieces <= 40; pieces++) {
      for (const rest of [1, 64, 1023, 1024]) {
        const bytes = pattern((pieces - 1) * 1024 + rest);
        expect(digestInPieces(bytes, 1024)).toBe(byHashWasm('blake3', bytes));
      }
    }
  });

  it('has the digest of the whole, for pieces of any size and any length', () => {
    const cut = fc.record({
      power: fc.integer({ min: 0, max: 5 }),
      length: fc.integer({ min: 1, max: 200_000 }),
    });
    fc.assert(
      fc.property(cut, ({ power, length }) => {
        const pieceBytes = 1024 * 2 ** power;
        const bytes = pattern(Math.max(length, pieceBytes + 1));
        expect(digestInPieces(bytes, pieceBytes)).toBe(byHashWasm('blake3', bytes));
      }),
      { numRuns: 60 },
    );
  });

  it.each([0, 5, 2 ** 32 - 1, 2 ** 32 + 6, 2 ** 40])(
    'has the chaining value of the specification from chunk %i on',
    (firstChunk) => {
      for (const length of [1, 64, 65, 1024, 1025, 3000, 4096, 10_000]) {
        const piece = pattern(length);
        expect(words(valueOf(piece, firstChunk))).toEqual(subtreeValue(piece, BigInt(firstChunk)));
      }
    },
  );

  it('takes chaining values at any offset, and leaves them as they are', () => {
    const bytes = pattern(3000);
    const values = new Uint8Array(1 + 3 * 32);
    [0, 1, 2].forEach((i) => {
      values.set(valueOf(bytes.subarray(1024 * i, 1024 * (i + 1)), i), 1 + 32 * i);
    });
    const before = values.slice();
    const out = new Uint8Array(32);
    rootOfPieces(values.subarray(1), out);
    expect(toHex(out)).toBe(byHashWasm('blake3', bytes));
    expect(values).toEqual(before);
  });
});
