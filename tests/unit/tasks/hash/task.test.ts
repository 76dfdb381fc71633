import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../../../src/tasks/contract.ts';
import { hash, hashTask } from '../../../../src/tasks/hash/hash.ts';
import { ALGORITHMS, type HashParams } from '../../../../src/tasks/hash/part.ts';
import { READ_BYTES, STEP_BYTES } from '../../../../src/tasks/hash/steps.ts';
import { expected, filesOf, reusingSource, runPart, runTask } from './support.ts';

const KIB = 1024;
const MIB = 1024 * KIB;

const JOBS: readonly (readonly [string, readonly number[]])[] = [
  ['one empty file', [0]],
  ['one byte', [1]],
  ['empty files between, before and after others', [0, 0, 5, 0, 1024, 0, 0]],
  ['seventy small files', Array.from({ length: 70 }, (_, i) => i * 37)],
  ['files that just fill a group', [512 * KIB, 512 * KIB, 0, 1]],
  ['a file longer than one read', [5 * MIB + 3]],
  ['large and small files', [10, 2 * MIB, 0, 3 * MIB + 1, 20]],
  ['no file', []],
];

describe.each(ALGORITHMS)('%s of', (algorithm) => {
  const params: HashParams = { algorithm };

  it.each(JOBS)('%s, in memory and read as needed', async (_, sizes) => {
    const files = filesOf(sizes);
    const digests = files.each.map((bytes) => expected(algorithm, bytes));
    expect((await runTask(hash, params, files)).digests).toEqual(digests);
    expect((await runTask(hash, params, files, reusingSource)).digests).toEqual(digests);
  });

  it('any files, cut into pieces of any size', async () => {
    const sizes = fc.array(fc.oneof(fc.nat(40_000), fc.nat(30)), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 0, max: 4 }), async (lengths, power) => {
        const files = filesOf(lengths);
        const { digests } = await runTask(hashTask(KIB * 2 ** power), params, files, reusingSource);
        expect(digests).toEqual(files.each.map((bytes) => expected(algorithm, bytes)));
      }),
      { numRuns: 40 },
    );
  });

  it('files in shared memory', async () => {
    const files = filesOf([3, 0, 70_001]);
    const shared = new Uint8Array(new SharedArrayBuffer(files.bytes.length + 1)).subarray(1);
    shared.set(files.bytes);
    const run = await runTask(hashTask(8 * KIB), params, { ...files, bytes: shared });
    expect(run.digests).toEqual(files.each.map((bytes) => expected(algorithm, bytes)));
    expect(Buffer.compare(shared, files.bytes)).toBe(0);
  });

  it('one file: reads at most 4 MiB at once, in order, in steps of the size that was set', () => {
    const files = filesOf([9 * MIB + 5]);
    // One part, whatever the algorithm: a file is as long as a piece may be.
    const whole = { kind: 'files', index: 0, cost: 1, firstFile: 0 } as const;
    const span = { start: 0, end: files.bytes.length };
    const part = { ...whole, files: [span], input: span, output: { start: 0, end: 32 } };
    const steps = hash.steps({ params, shape: files.shape, part, out: new Uint8Array(32) });
    const reads: Span[] = [];
    let wanted = steps.next(new Uint8Array(0));
    let count = 0;
    for (; wanted.done !== true; count++) {
      const span = wanted.value;
      if (span !== undefined) reads.push(span);
      wanted = steps.next(
        span === undefined ? new Uint8Array(0) : files.bytes.subarray(span.start, span.end),
      );
    }
    expect(reads).toEqual([
      { start: 0, end: READ_BYTES },
      { start: READ_BYTES, end: 2 * READ_BYTES },
      { start: 2 * READ_BYTES, end: 9 * MIB + 5 },
    ]);
    expect(count).toBe(Math.ceil(files.bytes.length / STEP_BYTES[algorithm]));
  });

  it('a file that is shorter than it was: no digest, but an error', async () => {
    const shape = { sizes: [100] };
    const [part] = hash.plan(params, shape).parts;
    if (part === undefined) throw new Error('no part');
    const job = { params, shape, part, out: new Uint8Array(32) };
    await expect(runPart(hash, job, new Uint8Array(99))).rejects.toThrow(
      'The file changed while it was read.',
    );
  });
});

it('BLAKE3 of a file of real pieces equals hash-wasm', async () => {
  const files = filesOf([16 * MIB + 1]);
  const { plan, digests } = await runTask(hash, { algorithm: 'blake3' }, files);
  expect(plan.parts).toHaveLength(17);
  expect(digests).toEqual(files.each.map((bytes) => expected('blake3', bytes)));
});
