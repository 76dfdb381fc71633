import { throwIfAborted } from '../../async/abort.ts';
import { Caller } from '../../pool/caller.ts';
import type { MediaApi } from '../../pool/media-api.ts';
import { spawnMedia } from '../../pool/spawn.ts';
import { InputError, type PictureInput } from '../model/input.ts';
import { formatMegapixels } from '../../ui/format.ts';

/** The worker for pictures: made when first needed, made anew when it was ended. */
export class PictureDesk {
  #caller: Caller<MediaApi> | null = null;

  /** Calls the worker; when the signal fires it is ended at once, because decoding can't be interrupted. */
  async call<T>(run: (api: MediaApi) => Promise<T>, signal?: AbortSignal): Promise<T> {
    throwIfAborted(signal);
    const caller = (this.#caller ??= this.#spawn());
    const end = (): void => {
      caller.die('it was stopped');
    };
    signal?.addEventListener('abort', end, { once: true });
    try {
      return await caller.call(run);
    } catch (error) {
      throwIfAborted(signal);
      throw error;
    } finally {
      signal?.removeEventListener('abort', end);
    }
  }

  /**
   * Ends the worker while nobody needs it: what it holds of a photo (its bytes, shared pixels) is freed at once,
   * not when an idle thread happens to collect it (measured: 50 MiB a photo). The next call makes another.
   */
  rest(): void {
    if (this.#caller?.busy === false) this.#caller.die('it has nothing to do');
  }

  #spawn(): Caller<MediaApi> {
    const caller = new Caller<MediaApi>('The picture worker', spawnMedia(), () => {
      if (this.#caller === caller) this.#caller = null;
    });
    return caller;
  }
}

/** @throws InputError, AbortError, WorkerDiedError */
export async function loadPicture(
  file: File,
  desk: PictureDesk,
  options: { readonly maxPixels: number; readonly shared: boolean },
  signal: AbortSignal,
): Promise<PictureInput> {
  const { maxPixels, shared } = options;
  const decoded = await desk.call((api) => api.decode(file, file.name, { maxPixels }, shared), signal);
  desk.rest();
  if (!decoded.ok) throw new InputError(decoded.error.title, decoded.error.sentence);
  const { width, height, pixels, preview, scaledFrom } = decoded;
  const note =
    scaledFrom === null
      ? null
      : `${file.name} has ${formatMegapixels(scaledFrom.width, scaledFrom.height)}; it was scaled down to ` +
        `${formatMegapixels(width, height)} so that three runs fit into this device's memory.`;
  return { kind: 'picture', name: file.name, sample: false, width, height, pixels, preview, note };
}

/** The sample picture at the given size. @throws InputError, AbortError, WorkerDiedError */
export async function samplePicture(
  size: { readonly width: number; readonly height: number },
  desk: PictureDesk,
  shared: boolean,
  signal: AbortSignal,
): Promise<PictureInput> {
  const drawn = await desk.call((api) => api.sample(size.width, size.height, shared), signal);
  if (!drawn.ok) throw new InputError(drawn.error.title, drawn.error.sentence);
  const { width, height, pixels, preview } = drawn;
  return { kind: 'picture', name: 'Viaduct', sample: true, width, height, pixels, preview, note: null };
}
