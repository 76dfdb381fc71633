import { describe, expect, it } from 'vitest';
import {
  ascii,
  avifSkeleton,
  join,
  jpegSkeleton,
  noisePixels,
  png,
  webpSkeleton,
} from '../support/pictures.ts';
import { decode, good, refusal, startMedia } from '../support/media.ts';

const media = startMedia();
const LIMITS = { maxPixels: 1e6 };

async function refusedFor(bytes: Uint8Array<ArrayBuffer>, name: string) {
  return refusal(await media.decode(new Blob([bytes]), name, LIMITS, false));
}

/** A file on the origin's own disk, which can be changed and deleted like a person's. */
async function fileOnDisk(name: string) {
  const root = await navigator.storage.getDirectory();
  const handle = await root.getFileHandle(name, { create: true });
  const write = async (bytes: Uint8Array<ArrayBuffer>) => {
    const writer = await handle.createWritable();
    await writer.write(bytes);
    await writer.close();
  };
  await write(png(9, 9, noisePixels(9, 9)));
  return { file: await handle.getFile(), write, remove: () => root.removeEntry(name) };
}

describe('decode refuses, each with its own sentence,', () => {
  it('what is not a picture', async () => {
    const error = await refusedFor(Uint8Array.from(ascii('Dear diary, today …')), 'notes.pages');
    expect(error).toMatchObject({
      code: 'not-a-picture',
      title: 'notes.pages is not a picture',
      bytes: null,
    });
    expect(error.sentence).toContain('JPEG, PNG, WebP, GIF and AVIF');
  });

  it('an empty file', async () => {
    expect(await refusedFor(new Uint8Array(0), 'void.jpg')).toMatchObject({
      code: 'empty',
      title: 'void.jpg is empty',
    });
  });

  it.each([
    [
      'PNG',
      png(90, 90, noisePixels(90, 90)).slice(0, 19_000),
      /^It ends after 19 kB, before its picture does\./,
      null,
    ],
    ['JPEG', jpegSkeleton(90, 90).slice(0, -2), /^It ends after \d+ bytes, before its picture does\./, null],
    ['WebP', webpSkeleton(90, 90).slice(0, 40), /^It ends after 40 of 44 bytes\./, 44],
  ])('a cut-off %s', async (_type, bytes, words, whole) => {
    const error = await refusedFor(bytes, 'IMG_2814');
    expect(error).toMatchObject({ code: 'cut-off', title: 'IMG_2814 is cut off' });
    expect(error.bytes).toEqual({ have: bytes.length, of: whole });
    expect(error.sentence).toMatch(words);
  });

  it('a picture whose inside is damaged', async () => {
    expect(await refusedFor(jpegSkeleton(90, 90), 'a.jpg')).toMatchObject({
      code: 'broken',
      title: 'a.jpg is damaged',
    });
    expect((await refusedFor(avifSkeleton(90, 90), 'a.avif')).code).toBe('broken');
  });

  it('a picture larger than any browser reads', async () => {
    const error = await refusedFor(jpegSkeleton(65_000, 65_000), 'map.jpg');
    expect(error.code).toBe('too-large');
    expect(error.sentence).toContain('65000 × 65000, 4225.0 megapixels');
  });

  it('a file that was deleted after it was chosen', async () => {
    const { file, remove } = await fileOnDisk('deleted.png');
    await remove();
    expect(refusal(await media.decode(file, 'deleted.png', LIMITS, false)).code).toBe('unreadable');
  });

  it('a file that was changed after it was chosen', async () => {
    const { file, write, remove } = await fileOnDisk('changed.png');
    await write(png(20, 20, noisePixels(20, 20)));
    expect(refusal(await media.decode(file, 'changed.png', LIMITS, false)).code).toBe('unreadable');
    await remove();
  });
});

it('takes a JPEG with something appended, as phones do', async () => {
  const surface = new OffscreenCanvas(16, 16);
  surface.getContext('2d')?.fillRect(0, 0, 8, 8);
  const blob = await surface.convertToBlob({ type: 'image/jpeg' });
  const bytes = join(new Uint8Array(await blob.arrayBuffer()), ascii('and a film'));
  expect(good(await decode(media, bytes)).width).toBe(16);
});

it('goes on after a refusal', async () => {
  await refusedFor(new Uint8Array(0), 'void.jpg');
  expect(good(await decode(media, png(2, 2, noisePixels(2, 2)))).width).toBe(2);
});
