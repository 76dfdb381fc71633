import { transfer } from 'comlink';
import type { Lent, MediaApi, MediaError, Pixels, SaveType, Size } from '../../pool/media-api.ts';
import type { PictureDesk } from '../input/picture.ts';

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: MediaError };

/** Large enough for any place on the page on a fine screen; the input's preview is as large. */
const PREVIEW_WIDTH = 960;

const kept = new WeakMap<Uint8Array, ResultPixels>();

/**
 * A result's pixels, which are lent to the picture worker and come back. Calls wait for one another: while the
 * buffer is away nobody else can have it. It is moved, never copied (a shared buffer stays where it is).
 */
export class ResultPixels {
  readonly #desk: Pick<PictureDesk, 'call'>;
  readonly #size: Size;
  #pixels: Pixels;
  #before: Promise<unknown> = Promise.resolve();

  constructor(result: Uint8Array, size: Size, desk: Pick<PictureDesk, 'call'>) {
    this.#desk = desk;
    this.#size = size;
    const whole = result.byteLength === result.buffer.byteLength;
    this.#pixels = whole ? result.buffer : result.slice().buffer;
  }

  /** The keeper of this result: a second view of it must not look for a buffer that has been moved away. */
  static of(result: Uint8Array, size: Size, desk: Pick<PictureDesk, 'call'>): ResultPixels {
    const known = kept.get(result) ?? new ResultPixels(result, size, desk);
    kept.set(result, known);
    return known;
  }

  /** A small picture to show. Close it when it is no longer shown. @throws WorkerDiedError */
  async preview(): Promise<Answer<ImageBitmap>> {
    const { width, height } = this.#size;
    const lent = await this.#lend((api, pixels) => api.bitmap(pixels, width, height, PREVIEW_WIDTH));
    return lent.ok ? { ok: true, value: lent.bitmap } : lent;
  }

  /** The picture as a file. @throws WorkerDiedError */
  async file(type: SaveType, quality: number): Promise<Answer<Blob>> {
    const lent = await this.#lend((api, pixels) => api.encode(pixels, this.#size, type, quality));
    return lent.ok ? { ok: true, value: lent.blob } : lent;
  }

  async #lend<T>(use: (api: MediaApi, pixels: Pixels) => Promise<Lent<T>>): Promise<Lent<T>> {
    const turn = this.#before.then(async () => {
      const pixels = this.#pixels;
      // Moved away, and the worker that had it is gone.
      if (pixels.byteLength === 0)
        throw new Error('The picture went with its worker. Run again to have it back.');
      const lent = await this.#desk.call((api) =>
        use(api, pixels instanceof ArrayBuffer ? transfer(pixels, [pixels]) : pixels),
      );
      this.#pixels = lent.pixels;
      return lent;
    });
    this.#before = turn.catch(() => undefined);
    return turn;
  }
}
