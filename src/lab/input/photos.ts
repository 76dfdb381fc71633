import { throwIfAborted } from '../../async/abort.ts';
import type { Pool } from '../../pool/pool.ts';
import type { Photo } from '../../pool/media-api.ts';
import {
  InputError,
  unreadable,
  type PhotoEntry,
  type PhotoProblem,
  type PhotosInput,
} from '../model/input.ts';
import { canShare } from '../model/job.ts';
import { pathOf } from './files.ts';
import type { PictureDesk } from './picture.ts';

/** A photo with more is scaled down while it is decoded: a run is about filters, and many must fit into memory. */
export const PHOTO_PIXELS = 4_000_000;

export interface Desks {
  readonly pool: Pool;
  readonly desk: PictureDesk;
  /** Of all photos together that a run works on. */
  readonly maxPixels: number;
}

interface Decoded {
  readonly entry: PhotoEntry;
  readonly pixels: Blob;
}

/**
 * Decodes photos one after another until as many are there as fit into memory. Files that can't be decoded are
 * told, and left out. @throws InputError, AbortError, WorkerDiedError, PoolGaveUpError
 */
export async function loadPhotos(
  files: readonly File[],
  desks: Desks,
  signal: AbortSignal,
): Promise<PhotosInput> {
  const decoded: Decoded[] = [];
  const problems: PhotoProblem[] = [];
  let left = desks.maxPixels;
  for (const file of files) {
    const photo = await decode(file, desks.desk, signal, problems);
    if (photo === null) continue;
    const { name, width, height, preview, pixels } = photo;
    left -= width * height;
    if (left < 0 && decoded.length > 0) {
      preview.close();
      break;
    }
    decoded.push({ entry: { name, width, height, preview }, pixels });
  }
  desks.desk.rest();
  if (decoded.length === 0) throw noPhoto(problems);
  return gathered(decoded, { problems, files }, desks.pool, signal);
}

/** Photos of our own. @throws InputError, AbortError, WorkerDiedError, PoolGaveUpError */
export async function samplePhotos(count: number, desks: Desks, signal: AbortSignal): Promise<PhotosInput> {
  const drawn = await desks.desk.call((api) => api.samplePhotos(count), signal);
  if (!drawn.ok) throw new InputError(drawn.error.title, drawn.error.sentence);
  const files = drawn.photos.map((photo, i) => {
    const number = String(i + 1).padStart(2, '0');
    return new File([photo], `viaduct-${number}.jpg`, { type: photo.type });
  });
  return { ...(await loadPhotos(files, desks, signal)), sample: true };
}

async function decode(
  file: File,
  desk: PictureDesk,
  signal: AbortSignal,
  problems: PhotoProblem[],
): Promise<(Photo & { readonly name: string }) | null> {
  const name = pathOf(file);
  const limits = { maxPixels: PHOTO_PIXELS };
  const found = await desk.call((api) => api.photo(file, name, limits), signal);
  if (found.ok) return { ...found, name };
  problems.push({ name, title: found.error.title, sentence: found.error.sentence });
  return null;
}

/** All pixels in one buffer, put together by a worker. */
async function gathered(
  decoded: readonly Decoded[],
  rest: Pick<PhotosInput, 'problems' | 'files'>,
  pool: Pool,
  signal: AbortSignal,
): Promise<PhotosInput> {
  const whole = new Blob(decoded.map(({ pixels }) => pixels));
  const [slot] = await pool.ready(1, signal);
  if (slot === undefined) throw new Error('The pool has no worker.');
  const bytes = await slot.call((api) => api.gather(whole, canShare()));
  throwIfAborted(signal);
  if (!bytes.ok) throw unreadable('The photos');
  const photos = decoded.map(({ entry }) => entry);
  const source = { kind: 'memory', buffer: bytes.bytes } as const;
  return { kind: 'photos', sample: false, photos, totalBytes: whole.size, source, ...rest };
}

function noPhoto(problems: readonly PhotoProblem[]): InputError {
  const [first, ...more] = problems;
  if (first === undefined) return new InputError('No photo was chosen', 'Choose one or more.');
  if (more.length === 0) return new InputError(first.title, first.sentence);
  return new InputError(
    'None of these files is a photo that can be used',
    `${first.title}: ${first.sentence}`,
  );
}
