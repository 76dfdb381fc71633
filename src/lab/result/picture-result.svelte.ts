import type { SaveType } from '../../pool/media-api.ts';
import { formatBytes } from '../../ui/format.ts';
import { QUALITY } from './picture-file.ts';
import type { Answer, ResultPixels } from './result-pixels.ts';

export interface Problem {
  readonly title: string;
  readonly sentence: string;
}

export type Preview =
  | { readonly status: 'loading' }
  | { readonly status: 'shown'; readonly bitmap: ImageBitmap }
  | ({ readonly status: 'failed' } & Problem);

export type Saving =
  | { readonly status: 'idle' }
  | { readonly status: 'saving'; readonly name: string }
  | { readonly status: 'saved'; readonly sentence: string }
  | ({ readonly status: 'failed' } & Problem);

/** What the page shows of a result's picture, and how saving it gets on. */
export class PictureResultState {
  readonly #pixels: ResultPixels;
  #preview = $state.raw<Preview>({ status: 'loading' });
  #saving = $state.raw<Saving>({ status: 'idle' });
  #closed = false;

  constructor(pixels: ResultPixels) {
    this.#pixels = pixels;
  }

  get preview(): Preview {
    return this.#preview;
  }

  get saving(): Saving {
    return this.#saving;
  }

  show(): void {
    void this.#show();
  }

  /** `keep` gets the file: it puts it where the person's downloads go. */
  save(type: SaveType, name: string, keep: (file: Blob, name: string) => void): void {
    if (this.#saving.status !== 'saving') void this.#save(type, name, keep);
  }

  close(): void {
    this.#closed = true;
    if (this.#preview.status === 'shown') this.#preview.bitmap.close();
  }

  async #show(): Promise<void> {
    const found = await settled(this.#pixels.preview(), 'The picture could not be shown');
    if (this.#closed) {
      if (found.ok) found.value.close();
      return;
    }
    this.#preview = found.ok
      ? { status: 'shown', bitmap: found.value }
      : { status: 'failed', ...found.error };
  }

  async #save(type: SaveType, name: string, keep: (file: Blob, name: string) => void): Promise<void> {
    this.#saving = { status: 'saving', name };
    const packed = await settled(this.#pixels.file(type, QUALITY), 'The picture could not be saved');
    if (this.#closed) return;
    if (packed.ok) keep(packed.value, name);
    this.#saving = packed.ok
      ? { status: 'saved', sentence: `${name}, ${formatBytes(packed.value.size)}, is saved.` }
      : { status: 'failed', ...packed.error };
  }
}

type Settled<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Problem };

/** A worker that was lost is told like any other problem. */
async function settled<T>(answer: Promise<Answer<T>>, title: string): Promise<Settled<T>> {
  try {
    const found = await answer;
    if (found.ok) return found;
    return { ok: false, error: { title: found.error.title, sentence: found.error.sentence } };
  } catch (error) {
    return { ok: false, error: { title, sentence: error instanceof Error ? error.message : String(error) } };
  }
}
