import type { ArrivalOutcome, ArrivalsContract } from './contract.ts';
import { SHARE_PROBLEMS } from './words.ts';

const CONTRACT: Omit<ArrivalsContract, 'marker'> = {
  cache: 'unblocked-arrivals',
  folder: 'share',
  nameHeader: 'x-file-name',
  dateHeader: 'x-file-modified',
};

/** The marker's value as an outcome; one that nobody knows means that files may wait. */
export function outcomeOf(marker: string): ArrivalOutcome {
  return Object.hasOwn(SHARE_PROBLEMS, marker) ? (marker as ArrivalOutcome) : '1';
}

/** Takes what the service worker kept for this copy of the app: once, then it is gone. @throws where storage is refused */
export async function takeShared(store: CacheStorage, appUrl: string): Promise<File[]> {
  const folder = new URL(`${CONTRACT.folder}/`, appUrl).href;
  const cache = await store.open(CONTRACT.cache);
  const files: File[] = [];
  for (const request of await cache.keys()) {
    if (!request.url.startsWith(folder)) continue;
    const response = await cache.match(request);
    if (response !== undefined) files.push(await fileOf(response));
    await cache.delete(request);
  }
  return files;
}

async function fileOf(response: Response): Promise<File> {
  const { headers } = response;
  const name = decodeURIComponent(headers.get(CONTRACT.nameHeader) ?? '') || 'shared file';
  const lastModified = Number(headers.get(CONTRACT.dateHeader) ?? Date.now());
  return new File([await response.blob()], name, { type: headers.get('content-type') ?? '', lastModified });
}
