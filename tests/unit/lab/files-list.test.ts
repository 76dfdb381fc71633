import { describe, expect, it } from 'vitest';
import { listAlgorithm, readLists, sortOut } from '../../../src/lab/files/list-file.ts';
import { pathOf } from '../../../src/lab/input/files.ts';

const file = (name: string, text = 'x'): File => new File([text], name);

describe('telling lists from files to hash', () => {
  it.each([
    ['SHA256SUMS', 'sha256'],
    ['sha256sum.txt', 'sha256'],
    ['debian.iso.sha256', 'sha256'],
    ['B3SUMS', 'blake3'],
    ['debian.iso.b3', 'blake3'],
    ['checksums.txt', null],
    ['notes.txt', undefined],
    ['mysums.doc', undefined],
  ])('%s', (name, algorithm) => {
    expect(listAlgorithm({ name, size: 100 })).toBe(algorithm);
  });

  it('hashes what is too large for a list', () => {
    expect(listAlgorithm({ name: 'SHA256SUMS', size: 1_000_000 })).toBeUndefined();
  });

  it('keeps the folders of dropped files', () => {
    const { files, lists } = sortOut([
      { file: file('a.jpg'), path: 'photos/2024/a.jpg' },
      { file: file('SHA256SUMS'), path: 'photos/SHA256SUMS' },
    ]);
    expect(files.map(pathOf)).toEqual(['photos/2024/a.jpg']);
    expect(lists.map(({ name }) => name)).toEqual(['SHA256SUMS']);
  });

  it('reads several lists as one, and their algorithm where they agree', async () => {
    expect(await readLists([file('SHA256SUMS', '\uFEFFone\n'), file('b.sha256', 'two\n')])).toEqual({
      text: 'one\ntwo',
      algorithm: 'sha256',
    });
    expect((await readLists([file('SHA256SUMS'), file('B3SUMS')])).algorithm).toBeNull();
  });
});
