import { describe, expect, it } from 'vitest';
import { PictureResultState } from '../../../src/lab/result/picture-result.svelte.ts';
import { ResultPixels } from '../../../src/lab/result/result-pixels.ts';
import type { MediaApi, Pixels } from '../../../src/pool/media-api.ts';

const SIZE = { width: 2, height: 1 };
const NO_WEBP = {
  code: 'not-supported',
  title: 'No WebP here',
  sentence: 'This browser can’t write WebP. Choose PNG or JPEG.',
  bytes: null,
} as const;

interface FakeDesk {
  call<T>(run: (api: MediaApi) => Promise<T>): Promise<T>;
  closed: number;
  fail: Error | null;
}

/** Where a moved buffer ends up: the old one is left empty, as when it is transferred to a worker. */
function move(pixels: Pixels): Pixels {
  return pixels instanceof ArrayBuffer ? structuredClone(pixels, { transfer: [pixels] }) : pixels;
}

function fakeDesk(): FakeDesk {
  const bitmapOf = (): ImageBitmap => ({ ...SIZE, close: () => (desk.closed += 1) });
  const api: Partial<MediaApi> = {
    bitmap: (pixels) => Promise.resolve({ ok: true, pixels: move(pixels), bitmap: bitmapOf() }),
    encode: (lent, _size, type) => {
      const pixels = move(lent);
      if (type === 'image/webp') return Promise.resolve({ ok: false, pixels, error: NO_WEBP });
      return Promise.resolve({
        ok: true,
        pixels,
        blob: new Blob([new Uint8Array(pixels).slice()], { type }),
      });
    },
  };
  const desk: FakeDesk = {
    call: (run) => (desk.fail === null ? run(api as MediaApi) : lose(run(api as MediaApi), desk.fail)),
    closed: 0,
    fail: null,
  };
  return desk;
}

async function lose<T>(answer: Promise<T>, error: Error): Promise<T> {
  await answer;
  throw error;
}

const bytes = Uint8Array.of(1, 2, 3, 255, 4, 5, 6, 255);
const shared = (): Uint8Array => {
  const result = new Uint8Array(new SharedArrayBuffer(bytes.length));
  result.set(bytes);
  return result;
};

describe.each([
  ['a buffer of its own', () => bytes.slice()],
  ['a shared buffer', shared],
  ['a view of a larger buffer', () => Uint8Array.of(9, ...bytes, 9).subarray(1, 9)],
])('the pixels of a result in %s', (_, make) => {
  it('can be shown, then saved twice', async () => {
    const pixels = new ResultPixels(make(), SIZE, fakeDesk());
    const asked = [pixels.preview(), pixels.file('image/png', 1), pixels.file('image/jpeg', 1)] as const;
    const [shown, png, jpeg] = await Promise.all(asked);
    expect(shown.ok).toBe(true);
    for (const file of [png, jpeg]) {
      const blob = file.ok ? file.value : new Blob();
      expect(new Uint8Array(await blob.arrayBuffer())).toEqual(bytes);
    }
  });

  it('come back when a format is refused', async () => {
    const pixels = new ResultPixels(make(), SIZE, fakeDesk());
    expect(await pixels.file('image/webp', 1)).toMatchObject({ ok: false, error: NO_WEBP });
    expect(await pixels.file('image/png', 1)).toMatchObject({ ok: true });
  });
});

describe('pixels that went with their worker', () => {
  it('are told to be gone, and no call hangs', async () => {
    const desk = fakeDesk();
    const pixels = new ResultPixels(bytes.slice(), SIZE, desk);
    desk.fail = new Error('The picture worker stopped.');
    await expect(pixels.preview()).rejects.toThrow('stopped');
    desk.fail = null;
    await expect(pixels.file('image/png', 1)).rejects.toThrow('Run again');
  });

  it('are still there when they were shared', async () => {
    const desk = fakeDesk();
    const pixels = new ResultPixels(shared(), SIZE, desk);
    desk.fail = new Error('The picture worker stopped.');
    await expect(pixels.preview()).rejects.toThrow('stopped');
    desk.fail = null;
    expect(await pixels.file('image/png', 1)).toMatchObject({ ok: true });
  });
});

it('has one keeper a result, so that a second view doesn’t look for a buffer that was moved', async () => {
  const desk = fakeDesk();
  const result = bytes.slice();
  expect(await ResultPixels.of(result, SIZE, desk).preview()).toMatchObject({ ok: true });
  expect(await ResultPixels.of(result, SIZE, desk).preview()).toMatchObject({ ok: true });
});

describe('the picture on the page', () => {
  /** Resolves with each file that is kept. */
  function kept(state: PictureResultState, type: 'image/png' | 'image/webp'): Promise<string> {
    return new Promise((resolve) => {
      state.save(type, 'a.png', (_, name) => {
        resolve(name);
      });
    });
  }

  it('is shown, saved, and said to be saved', async () => {
    const pixels = new ResultPixels(bytes.slice(), SIZE, fakeDesk());
    const state = new PictureResultState(pixels);
    expect(state.preview.status).toBe('loading');
    state.show();
    expect(await kept(state, 'image/png')).toBe('a.png');
    await pixels.preview();
    expect(state.preview.status).toBe('shown');
    expect(state.saving).toEqual({ status: 'saved', sentence: 'a.png, 8 bytes, is saved.' });
  });

  it('says why a format can’t be had, and saves the next one', async () => {
    const pixels = new ResultPixels(bytes.slice(), SIZE, fakeDesk());
    const state = new PictureResultState(pixels);
    state.save('image/webp', 'a.webp', () => {
      throw new Error('There is no file.');
    });
    expect(state.saving.status).toBe('saving');
    await pixels.preview();
    expect(state.saving).toEqual({ status: 'failed', title: NO_WEBP.title, sentence: NO_WEBP.sentence });
    expect(await kept(state, 'image/png')).toBe('a.png');
  });

  it('closes its bitmap, also one that comes too late', async () => {
    const desk = fakeDesk();
    const pixels = new ResultPixels(bytes.slice(), SIZE, desk);
    const state = new PictureResultState(pixels);
    state.show();
    state.close();
    await pixels.preview();
    expect(desk.closed).toBe(1);
    expect(state.preview.status).toBe('loading');
  });
});
