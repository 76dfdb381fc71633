import { expect, it } from 'vitest';
import { good, refusal, startMedia } from '../support/media.ts';

const media = startMedia();
const ROOMY = { maxPixels: 4e6 };

it(
  'draws photos that are files, each another picture, the same ones every time',
  { timeout: 60_000 },
  async () => {
    const { photos } = good(await media.samplePhotos(3));
    const texts = await Promise.all(
      photos.map(async (photo) => new Uint8Array(await photo.arrayBuffer()).join()),
    );
    expect(photos.map(({ type }) => type)).toEqual(['image/jpeg', 'image/jpeg', 'image/jpeg']);
    expect(new Set(texts).size).toBe(3);
    const again = good(await media.samplePhotos(1)).photos[0];
    expect(new Uint8Array((await again?.arrayBuffer()) ?? new ArrayBuffer(0)).join()).toBe(texts[0]);
  },
);

it('decodes one of many: its pixels in a blob, a small picture of it', { timeout: 60_000 }, async () => {
  const [file = new Blob()] = good(await media.samplePhotos(1)).photos;
  const photo = good(await media.photo(file, 'one.jpg', ROOMY));
  expect(photo.pixels.size).toBe(photo.width * photo.height * 4);
  expect(photo.preview.width).toBe(192);
  const pixels = good(await media.decode(file, 'one.jpg', ROOMY, false)).pixels as ArrayBuffer;
  const kept = new Uint8Array(await photo.pixels.arrayBuffer());
  expect(kept.every((byte, i) => byte === new Uint8Array(pixels, i, 1)[0] || i > 4000)).toBe(true);
});

it('names a file that is no photo', async () => {
  const error = refusal(await media.photo(new Blob(['Dear Sir']), 'letter.jpg', ROOMY));
  expect(error.title).toContain('letter.jpg');
});
