import { createHash } from 'node:crypto';
import { sha256 as noble } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../../../src/tasks/hash/hex.ts';
import { Sha256 } from '../../../../src/tasks/hash/sha256.ts';
import { ascii, byHashWasm, pattern } from './support.ts';

function digest(...pieces: Uint8Array[]): string {
  const hasher = new Sha256();
  const out = new Uint8Array(32);
  for (const piece of pieces) hasher.update(piece);
  hasher.digest(out);
  return toHex(out);
}

describe('SHA-256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    [
      'abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu',
      'cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1',
    ],
  ])('of NIST’s message "%s"', (message, published) => {
    expect(digest(ascii(message))).toBe(published);
  });

  it('of a million times the letter a, in uneven pieces', () => {
    const piece = ascii('a'.repeat(999));
    const pieces = Array.from({ length: 1001 }, () => piece);
    expect(digest(...pieces, ascii('a'))).toBe(
      'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
    );
  });

  it('equals two other implementations at every length around the block’s edges', () => {
    for (let length = 0; length <= 260; length++) {
      const bytes = pattern(length);
      expect(digest(bytes)).toBe(byHashWasm('sha256', bytes));
      expect(digest(bytes)).toBe(bytesToHex(noble(bytes)));
    }
  });

  it('does not depend on how the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 12 }), (pieces) => {
        const whole = createHash('sha256');
        for (const piece of pieces) whole.update(piece);
        expect(digest(...pieces)).toBe(whole.digest('hex'));
      }),
    );
  });

  it('reads shared memory at any offset', () => {
    const bytes = pattern(1000);
    const shared = new Uint8Array(new SharedArrayBuffer(1100));
    for (let offset = 0; offset < 9; offset++) {
      const view = shared.subarray(offset, offset + bytes.length);
      view.set(bytes);
      expect(digest(view)).toBe(byHashWasm('sha256', bytes));
    }
  });

  it('starts anew after a reset', () => {
    const hasher = new Sha256();
    const out = new Uint8Array(32);
    hasher.update(pattern(77));
    hasher.reset();
    hasher.update(ascii('abc'));
    hasher.digest(out);
    expect(toHex(out)).toBe(digest(ascii('abc')));
  });

  it('counts more than 2^32 bits', { timeout: 60_000 }, () => {
    const megabyte = pattern(2 ** 20);
    const own = new Sha256();
    const node = createHash('sha256');
    for (let i = 0; i < 513; i++) {
      own.update(megabyte);
      node.update(megabyte);
    }
    const out = new Uint8Array(32);
    own.digest(out);
    expect(toHex(out)).toBe(node.digest('hex'));
  });
});
