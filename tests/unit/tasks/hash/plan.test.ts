import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParamError } from '../../../../src/tasks/contract.ts';
import { hash, hashTask } from '../../../../src/tasks/hash/hash.ts';
import { ALGORITHMS, type HashParams } from '../../../../src/tasks/hash/part.ts';

const KIB = 1024;
const MIB = 1024 * KIB;
const SHA256: HashParams = { algorithm: 'sha256' };
const BLAKE3: HashParams = { algorithm: 'blake3' };

/** How many files each part has; 0 for a piece. */
function groups(params: HashParams, sizes: readonly number[]): number[] {
  return hash.plan(params, { sizes }).parts.map((part) => (part.kind === 'files' ? part.files.length : 0));
}

function repeat(count: number, size: number): number[] {
  return Array.from({ length: count }, () => size);
}

describe('how files are grouped', () => {
  it.each([SHA256, BLAKE3])('small neighbours share a part: at most 64, at most 1 MiB (%o)', (params) => {
    expect(groups(params, repeat(130, 10))).toEqual([64, 64, 2]);
    expect(groups(params, repeat(5, 400 * KIB))).toEqual([2, 2, 1]);
    expect(groups(params, [512 * KIB, 512 * KIB, 0, 1])).toEqual([3, 1]);
  });

  it('a file of 1 MiB or more has a part of its own', () => {
    expect(groups(SHA256, repeat(3, MIB))).toEqual([1, 1, 1]);
    expect(groups(SHA256, [5, 3 * MIB, 5, 5])).toEqual([1, 1, 2]);
  });

  it('SHA-256 never cuts a file', () => {
    expect(groups(SHA256, [2048 * MIB])).toEqual([1]);
  });

  it('under SHA-256 larger neighbours share one to be hashed side by side, where parts enough are left', () => {
    expect(groups(SHA256, repeat(200, MIB))).toEqual(repeat(50, 4));
    expect(groups(SHA256, repeat(4000, MIB)).slice(0, 3)).toEqual([8, 8, 8]);
    expect(groups(SHA256, repeat(40, 9 * MIB))).toEqual(repeat(40, 1));
    expect(groups(BLAKE3, repeat(200, MIB))).toEqual(repeat(200, 1));
  });

  it('of more than four files as many share a part as fill the lanes to the end', () => {
    expect(groups(SHA256, repeat(12, 200 * KIB))).toEqual([4, 4, 4]);
    expect(groups(SHA256, [...repeat(7, 100), MIB])).toEqual([4, 3, 1]);
  });

  it('BLAKE3 cuts a file into pieces of 1 to 16 MiB, so that there are 32 or more where it can', () => {
    expect(groups(BLAKE3, [MIB])).toEqual([1]);
    expect(groups(BLAKE3, [MIB + 1])).toEqual([0, 0]);
    expect(groups(BLAKE3, [64 * MIB])).toEqual(repeat(32, 0));
    expect(groups(BLAKE3, [1024 * MIB])).toEqual(repeat(64, 0));
    expect(groups(BLAKE3, [7, 3 * MIB, 7, 7])).toEqual([1, 0, 0, 0, 2]);
  });

  it('BLAKE3 leaves files whole where there are many of them', () => {
    expect(groups(BLAKE3, repeat(100, 2 * MIB))).toEqual(repeat(100, 1));
  });

  it('pieces tell where they start in their file', () => {
    const parts = hash.plan(BLAKE3, { sizes: [3, 40 * MIB] }).parts.slice(1, 4);
    expect(parts).toMatchObject([
      { kind: 'piece', file: 1, piece: 0, pieces: 40, firstChunk: 0 },
      { kind: 'piece', file: 1, piece: 1, pieces: 40, firstChunk: 2 ** 10 },
      { kind: 'piece', file: 1, piece: 2, pieces: 40, firstChunk: 2 ** 11 },
    ]);
  });

  it('no files are no parts', () => {
    expect(hash.plan(SHA256, { sizes: [] })).toEqual({ parts: [], outputBytes: 0 });
  });

  it('an empty file has a part with an empty input and a digest', () => {
    const { parts, outputBytes } = hash.plan(BLAKE3, { sizes: [0] });
    expect(parts).toHaveLength(1);
    expect(parts[0]?.input).toEqual({ start: 0, end: 0 });
    expect(outputBytes).toBe(32);
  });

  it('parts lie end to end in the input and in the output, whatever the files', () => {
    const sizes = fc.array(fc.oneof(fc.nat(3 * MIB), fc.nat(50), fc.constant(0)), { maxLength: 200 });
    const task = hashTask(64 * KIB);
    fc.assert(
      fc.property(sizes, fc.constantFrom(...ALGORITHMS), (lengths, algorithm) => {
        const { parts, outputBytes } = task.plan({ algorithm }, { sizes: lengths });
        let read = 0;
        let written = 0;
        parts.forEach((part, i) => {
          expect(part.index).toBe(i);
          expect([part.input.start, part.output.start]).toEqual([read, written]);
          expect(part.cost).toBeGreaterThan(part.input.end - part.input.start);
          read = part.input.end;
          written = part.output.end;
        });
        expect(read).toBe(lengths.reduce((sum, length) => sum + length, 0));
        expect(outputBytes).toBe(written);
        const whole = parts.flatMap((part) =>
          part.kind === 'files' ? part.files.map((_, i) => part.firstFile + i) : [],
        );
        const cut = parts.flatMap((part) => (part.kind === 'piece' && part.piece === 0 ? [part.file] : []));
        expect([...whole, ...cut].sort((a, b) => a - b)).toEqual(lengths.map((_, i) => i));
      }),
    );
  });
});

describe('the nature of the job', () => {
  it('is resumable for one SHA-256 stream and for one small file', () => {
    expect(hash.nature(SHA256, { sizes: [2048 * MIB] })).toBe('resumable');
    expect(hash.nature(BLAKE3, { sizes: [MIB] })).toBe('resumable');
  });

  it('is divisible for many files, and for one large file under BLAKE3', () => {
    expect(hash.nature(SHA256, { sizes: [1, 1] })).toBe('divisible');
    expect(hash.nature(BLAKE3, { sizes: [1, 1] })).toBe('divisible');
    expect(hash.nature(BLAKE3, { sizes: [MIB + 1] })).toBe('divisible');
  });
});

describe('the algorithm in a link', () => {
  it('is SHA-256 where nothing is said', () => {
    expect(hash.parse({})).toEqual(SHA256);
  });

  it.each(ALGORITHMS)('can be %s', (algorithm) => {
    expect(hash.parse({ algorithm, other: 'x' })).toEqual({ algorithm });
  });

  it.each(['', 'md5', 'SHA256', 'sha256 '])('is refused as "%s", with a sentence', (algorithm) => {
    expect(() => hash.parse({ algorithm })).toThrow(
      new ParamError('algorithm', 'algorithm must be sha256 or blake3.'),
    );
  });
});
