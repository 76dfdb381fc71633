import { describe, expect, it } from 'vitest';
import { Checklist } from '../../../src/lab/files/check.ts';
import { BLOCK_ROWS, blocksOf, orderOf, Steady } from '../../../src/lab/files/rows.ts';
import { headlineOf, listProblems, otherAlgorithmNote, summaryOf } from '../../../src/lab/files/words.ts';
import { parseSums } from '../../../src/tasks/hash/sums.ts';

const [A, B] = ['a'.repeat(64), 'b'.repeat(64)];
const input = (count: number, totalBytes: number, sample: boolean) => ({
  kind: 'files' as const,
  sample,
  totalBytes,
  files: Array.from({ length: count }, (_, i) => ({ name: `f${i}`, size: 1 })),
  source: { kind: 'none' as const },
});

/** Files that are all of digest A, and a list of what each name should have. */
function standing(files: string[], list: string[]) {
  const entries = files.map((name) => ({ name, size: 1 }));
  const check = new Checklist(parseSums(list.join('\n')), entries, 'sha256');
  return { files: files.length, digests: files.length, tally: check.tally(files.map(() => A)) };
}

describe('the words about files', () => {
  it('sums up the person’s own files and the sample', () => {
    expect(summaryOf(input(12, 34_000_000, false))).toBe('12 files, 34 MB');
    expect(summaryOf(input(1, 999, false))).toBe('1 file, 999 bytes');
    expect(summaryOf(input(200, 209_715_200, true))).toBe('200 sample files, 210 MB, made by this page');
  });

  it('counts digests where there is no list', () => {
    const heading = (files: number, digests: number) => headlineOf({ files, digests, tally: null }).heading;
    expect(heading(4, 0)).toBe('4 files to hash');
    expect(heading(10_234, 1204)).toBe('1,204 of 10,234 digests');
    expect(heading(3, 3)).toBe('3 digests');
  });

  it('says how many match, and what is not here', () => {
    expect(headlineOf(standing(['x', 'y', 'z'], [`${A}  x`, `${B}  y`, `${A}  z`, `${A}  gone`]))).toEqual({
      icon: 'cross',
      heading: '1 of 4 files does not match',
      note: 'One is listed but not here.',
    });
    const all = headlineOf(
      standing(
        ['w', 'x', 'y', 'z'],
        ['w', 'x', 'y', 'z'].map((name) => `${A}  ${name}`),
      ),
    );
    expect(all).toEqual({ icon: 'check', heading: 'All 4 files match', note: '' });
    const some = headlineOf(standing(['x', 'y'], [`${A}  x`, `${A}  gone`]));
    expect(some).toMatchObject({ icon: 'question', heading: '1 of 2 files matches' });
    expect(some.note).toBe('One is listed but not here. One is not listed.');
    expect(headlineOf(standing(['x'], [A])).heading).toBe('The file matches');
    expect(headlineOf(standing(['x'], [B])).heading).toBe('The file does not match');
    expect(headlineOf(standing(['x', 'y'], ['rubbish'])).heading).toBe('None of these files is listed');
  });

  it('names bad lines one by one, but not hundreds', () => {
    const bad = (count: number) => parseSums(Array.from({ length: count }, () => 'rubbish').join('\n'));
    expect(listProblems(bad(2))).toEqual([
      'Line 1 is no checksum: “rubbish”',
      'Line 2 is no checksum: “rubbish”',
    ]);
    expect(listProblems(bad(300))).toHaveLength(6);
    expect(listProblems(bad(300)).at(-1)).toBe('… and 295 more lines.');
  });

  it('tells which algorithm a list is about', () => {
    expect(otherAlgorithmNote(0, 'sha256')).toBeNull();
    expect(otherAlgorithmNote(2, 'sha256')).toContain('2 lines are about BLAKE3');
  });
});

describe('the rows', () => {
  it('show mismatches first, then files in their order', () => {
    expect(orderOf(6, [3, 5])).toEqual([3, 5, 0, 1, 2, 4]);
    expect(orderOf(3, [])).toEqual([0, 1, 2]);
  });

  it('come in blocks, no more than are wanted or there are', () => {
    expect(blocksOf(10_234, BLOCK_ROWS * 2)).toEqual([0, BLOCK_ROWS]);
    expect(blocksOf(3, 200)).toEqual([0]);
    expect(blocksOf(0, 200)).toEqual([]);
  });

  it('stay the same list while they hold the same', () => {
    const steady = new Steady<number>();
    const first = steady.of([1, 2]);
    expect(steady.of([1, 2])).toBe(first);
    expect(steady.of([1, 3])).toEqual([1, 3]);
  });
});
