import { expect, it } from 'vitest';
import { ArrayColumns, NOBODY } from '../../../src/lab/sort/array-columns.ts';
import { jobSentence, stageWords } from '../../../src/lab/sort/words.ts';
import { blocking } from '../../../src/strategies/blocking.ts';
import type { SortParams } from '../../../src/tasks/sort/info.ts';
import { jobOf, optionsOf } from '../../support/jobs.ts';

const job = (params: Record<string, string>) =>
  jobOf({ task: 'sort', params, shape: {}, bytes: new Uint8Array(0), shared: false });

it.each([
  ['cut', 0],
  ['whole', 0],
  ['cut', 65_536],
] as const)(
  'after a run the columns climb, and each has its thread (merges %s, the output begins at %i)',
  async (merges, outputStart) => {
    const plain = job({ count: '100000', merges });
    const one = { ...plain, output: new ArrayBuffer(outputStart + plain.plan.outputBytes), outputStart };
    const columns = new ArrayColumns(104);
    columns.begin(one.params as SortParams);
    expect(columns.threads.every((thread) => thread === NOBODY)).toBe(true);
    expect([...columns.heights]).not.toEqual([...columns.heights].sort((a, b) => a - b));
    columns.take(Infinity);
    const onPart = (done: Parameters<ArrayColumns['part']>[0]): void => {
      columns.part({ ...done, thread: 3 }, one);
    };
    await blocking.run(one, optionsOf({ onPart }));
    expect([...columns.heights]).toEqual([...columns.heights].sort((a, b) => a - b));
    expect(columns.threads.every((thread) => thread === 3)).toBe(true);
    // Every column changed once a stage, and is told in the order of the change.
    const changed = columns.take(Infinity);
    const stages = columns.stage + 1;
    expect(changed).toHaveLength(104 * stages);
    expect(new Set(changed.slice(0, 104)).size).toBe(104);
  },
);

it('a part that is told late doesn’t undo what a later round wrote', async () => {
  const one = job({ count: '100000' });
  const told: Parameters<ArrayColumns['part']>[0][] = [];
  await blocking.run(one, optionsOf({ onPart: (done) => told.push(done) }));
  const columns = new ArrayColumns(104);
  columns.begin(one.params as SortParams);
  for (const done of told.toReversed()) columns.part(done, one);
  expect([...columns.heights]).toEqual([...columns.heights].sort((a, b) => a - b));
});

it('names the job and its stages', () => {
  const one = job({ count: '2000000', order: 'nearly' });
  expect(jobSentence(one.params as SortParams, one.plan)).toBe(
    '2 million numbers nearly sorted, one in 16 astray: 32 runs, then five rounds of merges.',
  );
  const small = job({ count: '2000' });
  expect(jobSentence(small.params as SortParams, small.plan)).toBe('2,000 numbers in random order: one run.');
  expect([stageWords(0, 6), stageWords(2, 6), stageWords(0, 1)]).toEqual(['runs', 'round 2 of 5', 'one run']);
});
