import { describe, expect, test } from 'vitest';
import { filesOf, hashToFollow } from '../../../src/app/arrivals/launch-queue.ts';
import { withoutMarker } from '../../../src/app/arrivals/marker.ts';
import { outcomeOf } from '../../../src/app/arrivals/shared-files.ts';
import { isPicture } from '../../../src/tasks/image/picture-type.ts';

const HERE = new URL('https://example.org/unblocked/#/?task=edges') as unknown as Location;
const follow = (targetURL: string) => hashToFollow({ targetURL }, HERE);

describe('the address of a launch', () => {
  test('a shortcut is followed', () => {
    expect(follow('https://example.org/unblocked/#/?task=hash')).toBe('#/?task=hash');
  });

  test.each([
    ['the app’s own icon', 'https://example.org/unblocked/'],
    ['where the page is already', 'https://example.org/unblocked/#/?task=edges'],
    ['the target of a share', 'https://example.org/unblocked/share'],
    ['another copy of the app', 'https://example.org/#/?task=hash'],
    ['another origin', 'https://example.com/unblocked/#/?task=hash'],
  ])('%s is not', (_, url) => {
    expect(follow(url)).toBeNull();
  });

  test('a launch may have none', () => {
    expect(hashToFollow({}, HERE)).toBeNull();
  });
});

describe('the files of a launch', () => {
  const handle = (name: string, getFile: () => Promise<File>) =>
    ({ kind: 'file', name, getFile }) as unknown as FileSystemHandle;
  const folder = { kind: 'directory', name: 'photos' } as FileSystemHandle;

  test('are read in their order; a folder is left out', async () => {
    const [a, b] = [new File(['1'], 'a.bin'), new File(['2'], 'b.bin')];
    const files = [
      handle('a.bin', () => Promise.resolve(a)),
      folder,
      handle('b.bin', () => Promise.resolve(b)),
    ];
    expect(await filesOf({ files })).toEqual([a, b]);
  });

  test('one that can’t be read is named', async () => {
    const files = [handle('gone.iso', () => Promise.reject(new DOMException('', 'NotFoundError')))];
    await expect(filesOf({ files })).rejects.toThrow('gone.iso');
  });
});

describe('the marker of a share', () => {
  test('is told apart from the lab’s own parameters', () => {
    const found = withoutMarker(new URLSearchParams('task=blur&arrived=too-large&sigma=4'));
    expect(found?.marker).toBe('too-large');
    expect(found?.rest.toString()).toBe('task=blur&sigma=4');
  });

  test('is mostly not there', () => {
    expect(withoutMarker(new URLSearchParams('task=blur'))).toBeNull();
  });

  test('a value nobody knows means that files may wait', () => {
    expect(['too-large', 'nothing', 'x', 'constructor'].map(outcomeOf)).toEqual([
      'too-large',
      'nothing',
      '1',
      '1',
    ]);
  });
});

describe('a picture by its name and type', () => {
  test.each([
    ['photo.jpg', 'image/jpeg', true],
    ['photo', 'image/png', true],
    ['IMG_1.HEIC', '', true],
    ['photo.webp', 'application/octet-stream', true],
    ['drawing.svg', 'image/svg+xml', false],
    ['disk.iso', '', false],
    ['photo.jpg', 'application/zip', false],
  ])('%s of type "%s": %s', (name, type, picture) => {
    expect(isPicture({ name, type })).toBe(picture);
  });
});
