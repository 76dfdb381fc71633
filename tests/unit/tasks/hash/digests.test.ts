import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DigestProgress } from '../../../../src/tasks/hash/digests.ts';
import { hashTask } from '../../../../src/tasks/hash/hash.ts';
import { ALGORITHMS } from '../../../../src/tasks/hash/part.ts';
import { expected, filesOf, runTask } from './support.ts';

const task = hashTask(1024);

describe('digests as parts end', () => {
  it('are told once each and right, in whatever order the parts end', async () => {
    const sizes = fc.array(fc.nat(6000), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.constantFrom(...ALGORITHMS), fc.gen(), async (lengths, algorithm, gen) => {
        const files = filesOf(lengths);
        const { plan, output } = await runTask(task, { algorithm }, files);
        const indexes = plan.parts.map((part) => part.index);
        const order = gen(fc.shuffledSubarray, indexes, { minLength: indexes.length });
        const progress = new DigestProgress(plan);
        const told = order.flatMap((index) => {
          const span = plan.parts[index]?.output;
          return progress.partDone(index, output.slice(span?.start, span?.end));
        });
        told.sort((a, b) => a.file - b.file);
        expect(told).toEqual(files.each.map((bytes, file) => ({ file, digest: expected(algorithm, bytes) })));
      }),
      { numRuns: 40 },
    );
  });

  it('of a file in pieces wait for its last piece; a part told twice counts once', async () => {
    const files = filesOf([3000, 10]);
    const { plan, output } = await runTask(task, { algorithm: 'blake3' }, files);
    const progress = new DigestProgress(plan);
    const done = (index: number): number[] => {
      const span = plan.parts[index]?.output;
      return progress.partDone(index, output.subarray(span?.start, span?.end)).map(({ file }) => file);
    };
    expect([1, 1, 3, 0, 2, 2, 99].map(done)).toEqual([[], [], [1], [], [0], [], []]);
  });
});
