import { describe, expect, it } from 'vitest';
import type { Algorithm } from '../../../../src/tasks/hash/part.ts';
import { parseSums } from '../../../../src/tasks/hash/sums.ts';
import { verdicts, type CheckedFile } from '../../../../src/tasks/hash/verdicts.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const C = 'c'.repeat(64);

/** `verdict@line` for each file, `verdict@file` for each line. */
function check(list: readonly string[], files: readonly CheckedFile[], algorithm?: Algorithm) {
  const result = verdicts(parseSums(list.join('\n')), files, algorithm);
  return {
    files: result.files.map(({ verdict, line }) => (line === null ? verdict : `${verdict}@${line}`)),
    lines: result.lines.map(({ verdict, file }) => (file === null ? verdict : `${verdict}@${file}`)),
  };
}

const file = (name: string, digest: string | null): CheckedFile => ({ name, digest });

describe('checking files against a list', () => {
  it('tells match, mismatch, not listed, pending and missing', () => {
    const files = [file('x', A), file('y', B), file('z', C), file('w', null)];
    expect(check([`${A}  x`, `${A}  y`, `${A}  gone`, `${A}  w`], files)).toEqual({
      files: ['match@1', 'mismatch@2', 'not listed', 'pending@4'],
      lines: ['match@0', 'mismatch@1', 'missing', 'pending@3'],
    });
  });

  it('ignores a leading ./ and how accents are composed', () => {
    expect(check([`${A}  ././/x`, `${A}  caf\u00e9`], [file('x', A), file('./cafe\u0301', A)]).files).toEqual(
      ['match@1', 'match@2'],
    );
  });

  it('takes the path before the base name', () => {
    const files = [file('b/x', B), file('a/x', A)];
    expect(check([`${A}  a/x`, `${B}  b/x`], files).files).toEqual(['match@2', 'match@1']);
    expect(check([`${A}  a/x`, `${B}  c/x`], files).lines).toEqual(['match@1', 'match@0']);
  });

  it('finds a list made inside the chosen folder, or outside it', () => {
    const files = [file('top/a/x', A), file('top/b/x', B)];
    expect(check([`${A}  a/x`, `${B}  b/x`], files).files).toEqual(['match@1', 'match@2']);
    expect(check([`${A}  home/top/a/x`, `${B}  home/top/b/x`], files).files).toEqual(['match@1', 'match@2']);
    expect(check([`${A}  x`, `${B}  b/x`], [file('q/a/b/x', B), file('q/x', A)]).files).toEqual([
      'match@2',
      'match@1',
    ]);
  });

  it('takes the base name only where it is unique on both sides', () => {
    expect(check([`${A}  old/x`], [file('new/x', A)]).files).toEqual(['match@1']);
    expect(check([`${A}  old/x`], [file('new/x', A), file('other/x', A)])).toEqual({
      files: ['not listed', 'not listed'],
      lines: ['missing'],
    });
    expect(check([`${A}  old/x`, `${A}  older/x`], [file('new/x', A)]).lines).toEqual(['missing', 'missing']);
  });

  it('compares every file of one path', () => {
    expect(check([`${A}  x`], [file('x', A), file('x', B)])).toEqual({
      files: ['match@1', 'mismatch@1'],
      lines: ['mismatch@1'],
    });
    expect(check([`${A}  x`], [file('x', A), file('x', null)]).lines).toEqual(['pending@1']);
  });

  it('a file listed twice matches only if both lines do', () => {
    expect(check([`${A}  x`, `${B}  x`], [file('x', A)])).toEqual({
      files: ['mismatch@2'],
      lines: ['match@0', 'mismatch@0'],
    });
  });

  it('leaves out lines of the other algorithm', () => {
    const list = [`SHA256 (x) = ${A}`, `BLAKE3 (x) = ${B}`];
    expect(check(list, [file('x', B)], 'blake3')).toEqual({
      files: ['match@2'],
      lines: ['not checked', 'match@0'],
    });
    expect(check(list.slice(0, 1), [file('x', B)], 'blake3').files).toEqual(['not listed']);
  });
});

describe('a digest without a name', () => {
  it('is compared with the only file', () => {
    expect(check([A], [file('x', A)])).toEqual({ files: ['match@1'], lines: ['match@0'] });
    expect(check([A], [file('x', B)])).toEqual({ files: ['mismatch@1'], lines: ['mismatch@0'] });
    expect(check([A], [file('x', null)])).toEqual({ files: ['pending@1'], lines: ['pending@0'] });
    expect(check([A, B], [file('x', B)]).files).toEqual(['match@2']);
  });

  it('among several files matches the one that has it', () => {
    expect(check([B], [file('x', A), file('y', B)])).toEqual({
      files: ['not listed', 'match@1'],
      lines: ['match@1'],
    });
  });

  it('is missing only once all digests are known', () => {
    expect(check([C], [file('x', A), file('y', null)])).toEqual({
      files: ['not listed', 'pending'],
      lines: ['pending'],
    });
    expect(check([C], [file('x', A), file('y', B)]).lines).toEqual(['missing']);
    expect(check([C], []).lines).toEqual(['missing']);
  });

  it('does not outvote a name', () => {
    expect(check([`${A}  x`, B], [file('x', B)]).files).toEqual(['mismatch@1']);
  });
});
