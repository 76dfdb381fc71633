import { transfer } from 'comlink';
import { abortError, onAbort } from '../../async/abort.ts';
import type { MediaError, SaveType } from '../../pool/media-api.ts';
import type { Slot } from '../../pool/slot.ts';
import type { Engine } from '../../tasks/contract.ts';
import { imageBatch } from '../../tasks/image-batch/image-batch.ts';
import type { ImageBatchParams } from '../../tasks/image-batch/info.ts';
import { fitted } from '../../tasks/image-batch/plan.ts';
import { PHOTO_PIXELS } from '../input/photos.ts';
import type { PictureDesk } from '../input/picture.ts';
import { QUALITY } from '../result/picture-file.ts';
import { thumbOf } from './thumb.ts';

export interface Bench {
  readonly desk: Pick<PictureDesk, 'call'>;
  readonly slot: Slot;
  readonly params: ImageBatchParams;
  readonly engine: Engine;
  readonly type: SaveType;
  readonly signal: AbortSignal;
}

export type Filtered =
  | { readonly ok: true; readonly file: Blob; readonly thumb: ImageData }
  | { readonly ok: false; readonly error: Pick<MediaError, 'title' | 'sentence'> };

/** Far above the ids of measured runs. */
let nextId = Number.MAX_SAFE_INTEGER - 1_000_000;

/**
 * One photo from file to file: decoded and packed by the picture worker, filtered by a worker of the pool. The same
 * kernel as in a run. @throws AbortError, WorkerDiedError
 */
export async function filterPhoto(file: File, name: string, bench: Bench): Promise<Filtered> {
  const { desk, params, type, signal } = bench;
  signal.throwIfAborted();
  const decoded = await desk.call((api) => api.decode(file, name, { maxPixels: PHOTO_PIXELS }, false));
  if (!decoded.ok) return decoded;
  decoded.preview.close();
  signal.throwIfAborted();
  const photo = { width: decoded.width, height: decoded.height };
  // It was asked for without sharing.
  const output = await filtered(decoded.pixels as ArrayBuffer, photo, bench);
  signal.throwIfAborted();
  const size = fitted(photo, params.fit);
  const thumb = thumbOf(new Uint8Array(output), size);
  const packed = await desk.call((api) => api.encode(transfer(output, [output]), size, type, QUALITY));
  return packed.ok ? { ok: true, file: packed.blob, thumb } : packed;
}

async function filtered(
  pixels: ArrayBuffer,
  photo: { readonly width: number; readonly height: number },
  { slot, params, engine, signal }: Bench,
): Promise<ArrayBuffer> {
  const shape = { photos: [photo] };
  const [part] = imageBatch.plan(params, shape).parts;
  if (part === undefined) throw new RangeError('There is no part for the photo.');
  const setup = { runId: (nextId -= 1), task: imageBatch.id, params, shape, engine };
  const off = onAbort(signal, () => {
    if (!slot.dead) slot.abort(setup.runId);
  });
  try {
    const reply = await slot.call((api) => api.part(setup, part, transfer(pixels, [pixels])));
    if (reply.ok) return reply.output;
    throw reply.aborted ? abortError() : new Error(reply.message);
  } finally {
    off();
  }
}
