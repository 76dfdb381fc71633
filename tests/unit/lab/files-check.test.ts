import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Checklist } from '../../../src/lab/files/check.ts';
import { parseSums, type Sums } from '../../../src/tasks/hash/sums.ts';
import { verdicts } from '../../../src/tasks/hash/verdicts.ts';

const digestOf = (digit: string): string => digit.repeat(64);
const [A, B, C] = ['a', 'b', 'c'].map(digestOf) as [string, string, string];
const entries = (...names: string[]) => names.map((name) => ({ name, size: 1 }));
const checklist = (text: string, ...names: string[]): Checklist =>
  new Checklist(parseSums(text), entries(...names), 'sha256');

describe('a checklist', () => {
  it('tells match, differs, not listed and missing', () => {
    const check = checklist(`${A}  one\n${B}  two\n${C}  gone\n`, 'one', 'two', 'extra');
    expect(check.verdictOf(0, null)).toBe('waits');
    expect(check.verdictOf(0, A)).toBe('match');
    expect(check.verdictOf(1, A)).toBe('differs');
    expect(check.verdictOf(2, A)).toBe('not listed');
    expect(check.tally([A, A, C])).toMatchObject({ match: 1, differs: [1], notListed: 1, waits: 0 });
    expect(check.tally([A, A, C]).missing.map(({ name }) => name)).toEqual(['gone']);
  });

  it('takes one digest without a name to be about the only file', () => {
    const check = checklist(A, 'one');
    expect(check.verdictOf(0, A)).toBe('match');
    expect(check.verdictOf(0, B)).toBe('differs');
    expect(check.tally([B]).missing).toEqual([]);
  });

  it('looks among several files for a digest without a name, and misses it only when all are known', () => {
    const check = checklist(A, 'one', 'two');
    expect(check.tally([B, null]).missing).toHaveLength(0);
    expect(check.tally([B, C]).missing).toHaveLength(1);
    expect(check.tally([B, A])).toMatchObject({ match: 1, notListed: 1, missing: [] });
  });

  it('wants both lines of a file that is listed twice', () => {
    const check = checklist(`${A}  one\n${B}  one\n`, 'one', 'two');
    expect(check.verdictOf(0, A)).toBe('differs');
  });

  it('leaves out lines of the other algorithm', () => {
    const check = checklist(`BLAKE3 (one) = ${A}`, 'one');
    expect(check.notChecked).toBe(1);
    expect(check.verdictOf(0, B)).toBe('not listed');
  });

  it('says of every file what the verdicts of a whole list say', () => {
    const name = fc.constantFrom('a', 'b', 'x/a', 'c');
    const line = fc.record({ name: fc.option(name), digest: fc.constantFrom(A, B) });
    const file = fc.record({ name, digest: fc.option(fc.constantFrom(A, B, C)) });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), fc.array(file, { maxLength: 4 }), (lines, files) => {
        const sums: Sums = {
          bad: [],
          lines: lines.map((at, i) => ({ ...at, line: i + 1, algorithm: null })),
        };
        const check = new Checklist(sums, entries(...files.map((at) => at.name)), 'sha256');
        const words = { match: 'match', mismatch: 'differs', 'not listed': 'not listed', pending: 'waits' };
        const expected = verdicts(sums, files).files.map(({ verdict }) => words[verdict]);
        expect(files.map(({ digest }, i) => check.verdictOf(i, digest))).toEqual(expected);
      }),
    );
  });
});
