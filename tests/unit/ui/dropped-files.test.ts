import { describe, expect, it } from 'vitest';
import { filesOfList } from '../../../src/ui/dropped-files.ts';
import { filesOfEntries, type Entry } from '../../../src/ui/dropped-folders.ts';

function fileEntry(fullPath: string): Entry {
  const file = new File(['x'], fullPath.split('/').at(-1) ?? '');
  return {
    isFile: true,
    isDirectory: false,
    fullPath,
    file: (done) => {
      done(file);
    },
  };
}

/** Gives its children in batches, as Chromium does. */
function folder(fullPath: string, children: readonly Entry[], batch = 2): Entry {
  return {
    isFile: false,
    isDirectory: true,
    fullPath,
    createReader: () => {
      let at = 0;
      return {
        readEntries: (done) => {
          at += batch;
          done(children.slice(at - batch, at));
        },
      };
    },
  };
}

describe('filesOfEntries', () => {
  it('walks folders to their leaves, over all batches, in the order of their paths', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const inner = folder('/photos/2024', [fileEntry('/photos/2024/z.jpg')]);
    const outer = folder('/photos', [...names.map((name) => fileEntry(`/photos/${name}.jpg`)), inner]);
    const found = await filesOfEntries([fileEntry('/SHA256SUMS'), outer]);
    expect(found.map(({ path }) => path)).toEqual([
      'SHA256SUMS',
      'photos/2024/z.jpg',
      ...names.map((name) => `photos/${name}.jpg`),
    ]);
  });

  it('is empty for an empty folder', async () => {
    expect(await filesOfEntries([folder('/empty', [])])).toEqual([]);
  });

  it('passes on what cannot be read', async () => {
    const reason = new DOMException('gone', 'NotFoundError');
    const gone: Entry = {
      isFile: true,
      isDirectory: false,
      fullPath: '/gone',
      file: (_, failed) => {
        failed(reason);
      },
    };
    await expect(filesOfEntries([gone])).rejects.toBe(reason);
  });
});

describe('filesOfList', () => {
  it('keeps the path in a chosen folder, and the name of a lone file', () => {
    const lone = Object.assign(new File([], 'a.txt'), { webkitRelativePath: '' });
    const inside = Object.assign(new File([], 'b.txt'), { webkitRelativePath: 'docs/b.txt' });
    expect(filesOfList([lone, inside]).map(({ path }) => path)).toEqual(['a.txt', 'docs/b.txt']);
    expect(filesOfList(null)).toEqual([]);
  });
});
