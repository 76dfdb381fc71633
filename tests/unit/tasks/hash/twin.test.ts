import { blake3 as nobleBlake3 } from '@noble/hashes/blake3.js';
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builds } from '../../../../src/tasks/hash/hash.as.ts?wasm';
import { rootOfPieces } from '../../../../src/tasks/hash/blake3.ts';
import { toHex } from '../../../../src/tasks/hash/hex.ts';
import type { Hasher } from '../../../../src/tasks/hash/hasher.ts';
import { Blake3Twin, Sha256Twin, type HashKernel } from '../../../../src/tasks/hash/kernel.ts';
import { ALGORITHMS, type Algorithm } from '../../../../src/tasks/hash/part.ts';
import { loadModule } from '../../../../src/wasm/load.ts';
import { Ground } from '../../../../src/wasm/room.ts';
import { differences, waysToRun } from '../../../support/tasks/twins.ts';
import { ascii, filesOf, pattern } from './support.ts';

const KIB = 1024;
const MIB = 1024 * KIB;
const VARIANTS = ['simd', 'scalar'] as const;

interface Kernels {
  readonly kernel: HashKernel;
  readonly ground: Ground;
}

async function load(variant: (typeof VARIANTS)[number]): Promise<Kernels> {
  const memory = new WebAssembly.Memory({ initial: 2, maximum: 65_536 });
  const module = await loadModule(builds[variant], false);
  const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
  return { kernel: exports as unknown as HashKernel, ground: new Ground(memory, null) };
}

const loaded = { simd: await load('simd'), scalar: await load('scalar') };
/** Once more, for streams by the thousand: a part gives back what it took. */
const pieces = { simd: await load('simd'), scalar: await load('scalar') };

/** What a stream's answer is when its bytes come in pieces of so many. */
function digest(hasher: Hasher, bytes: Uint8Array, step = Infinity): string {
  const out = new Uint8Array(32);
  hasher.reset();
  for (let at = 0; at < bytes.length; at += step) hasher.update(bytes.subarray(at, at + step));
  hasher.digest(out);
  return toHex(out);
}

/** Lengths on both sides of every border of blocks, chunks, and subtrees that are worked out side by side. */
const BORDERS = [0, 1, 2, 4, 8, 15, 16, 17, 32, 63, 64, 65, 128, 129]
  .map((chunks) => chunks * KIB)
  .concat([55, 56, 64, 119, 120, 128, 960])
  .flatMap((length) => [length - 1, length, length + 1])
  .filter((length) => length >= 0);

const noble = { sha256: nobleSha256, blake3: nobleBlake3 };

describe.each(VARIANTS)('the twin, %s', (variant) => {
  const { kernel, ground } = loaded[variant];
  const room = ground.enter();
  const hashers = { sha256: new Sha256Twin(kernel, room), blake3: new Blake3Twin(kernel, room) };

  // FIPS 180-4's examples (csrc.nist.gov), and the official vectors of BLAKE3 for lengths 0, 1 and 1024.
  it.each<[Algorithm, Uint8Array, string]>([
    ['sha256', ascii('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['sha256', ascii(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['blake3', pattern(0), 'af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262'],
    ['blake3', pattern(1), '2d3adedff11b61f14c886e35afa036736dcd87a74d27b5c1510225d0f592e213'],
    ['blake3', pattern(1024), '42214739f095a406f3fc83deb889744ac00df831c10daa55189b5d121c855af7'],
  ])('%s has its published value', (algorithm, bytes, wanted) => {
    expect(digest(hashers[algorithm], bytes)).toBe(wanted);
  });

  it.each(ALGORITHMS)('%s is right on both sides of every border, in one go and in pieces', (algorithm) => {
    for (const length of BORDERS) {
      const bytes = pattern(length);
      const wanted = toHex(noble[algorithm](bytes));
      for (const step of [Infinity, 61, 64, 1000, 4096]) {
        const found = digest(hashers[algorithm], bytes, step);
        expect({ length, step, found }).toEqual({ length, step, found: wanted });
      }
    }
  });

  it('BLAKE3 splits into whole subtrees and merges again, for any pieces', () => {
    const cut = fc.record({
      power: fc.integer({ min: 0, max: 7 }),
      length: fc.integer({ min: 2, max: 150_000 }),
    });
    fc.assert(
      fc.property(cut, ({ power, length }) => {
        const pieceBytes = KIB * 2 ** power;
        const bytes = pattern(Math.max(length, pieceBytes + 1));
        const values = new Uint8Array(Math.ceil(bytes.length / pieceBytes) * 32);
        const part = pieces[variant].ground.enter();
        for (let at = 0, i = 0; at < bytes.length; at += pieceBytes, i += 1) {
          const piece = new Blake3Twin(pieces[variant].kernel, part, at / KIB);
          piece.update(bytes.subarray(at, at + pieceBytes));
          piece.chainingValue(values.subarray(32 * i));
        }
        part.leave();
        const out = new Uint8Array(32);
        rootOfPieces(values, out);
        expect(toHex(out)).toBe(toHex(nobleBlake3(bytes)));
      }),
      { numRuns: 150 },
    );
  });
});

describe('every way to run the twin gives the bytes of TypeScript', async () => {
  const ways = await waysToRun('hash', 16 * MIB);
  const JOBS: readonly (readonly [string, readonly number[]])[] = [
    ['no file', []],
    ['one empty file', [0]],
    ['all borders, in one part or two', BORDERS],
    ['two, three and four files', [70_000, 3]],
    ['four equal files', [300_000, 300_000, 300_000, 300_000]],
    ['lanes that are filled again', [900_000, 10, 64, 0, 500, 7000, 70_000, 3, 128, 129, 4096]],
    ['one large file', [5 * MIB + 3]],
    ['large and small files', [10, 2 * MIB, 0, 3 * MIB + 1, 20]],
  ];

  it.each(JOBS.flatMap(([name, sizes]) => ALGORITHMS.map((algorithm) => [name, algorithm, sizes] as const)))(
    '%s, %s',
    async (_, algorithm, sizes) => {
      const { bytes, shape } = filesOf(sizes);
      expect(await differences('hash', ways, { params: { algorithm }, shape, input: bytes })).toEqual([]);
    },
  );

  it('so do any files', async () => {
    const sizes = fc.array(fc.oneof(fc.nat(60_000), fc.nat(200)), { maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.constantFrom(...ALGORITHMS), async (lengths, algorithm) => {
        const { bytes, shape } = filesOf(lengths);
        expect(await differences('hash', ways, { params: { algorithm }, shape, input: bytes })).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
