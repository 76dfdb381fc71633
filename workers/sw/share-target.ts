/**
 * Files that the system shares with the installed app (`share_target` of the manifest): kept in a cache, so that
 * they arrive without a network and when the app was closed, until the page takes them.
 * https://w3c.github.io/web-share-target/
 */
import { registerRoute } from 'workbox-routing';
import type { ArrivalOutcome, ArrivalsContract } from '../../src/app/arrivals/contract.ts';
import { isPicture } from '../../src/tasks/image/picture-type.ts';

declare const self: ServiceWorkerGlobalScope;

const CONTRACT: ArrivalsContract = {
  cache: 'unblocked-arrivals',
  folder: 'share',
  marker: 'arrived',
  nameHeader: 'x-file-name',
  dateHeader: 'x-file-modified',
};

/** The field of the form, as in the manifest. */
const FIELD = 'files';
/** The page tells these limits, and that larger files can be chosen there instead. */
const MAX_FILES = 200;
const MAX_BYTES = 256 << 20;

interface Kept {
  readonly outcome: ArrivalOutcome;
  readonly files: readonly File[];
}

/** Answers posts to `<scope>share`. Part of the service worker's start. */
export function registerShareTarget(): void {
  const { href } = new URL(CONTRACT.folder, self.registration.scope);
  registerRoute(
    ({ url }) => url.origin + url.pathname === href,
    ({ request }) => receive(request),
    'POST',
  );
}

async function receive(request: Request): Promise<Response> {
  const { outcome, files } = await keep(request);
  const pictures = files.length > 0 && files.every(isPicture);
  const params = new URLSearchParams({ task: pictures ? 'blur' : 'hash', [CONTRACT.marker]: outcome });
  // See Other: the page is then fetched by GET, and a reload posts nothing again.
  return Response.redirect(new URL(`./#/?${params.toString()}`, self.registration.scope).href, 303);
}

async function keep(request: Request): Promise<Kept> {
  try {
    const form = await request.formData();
    const files = form.getAll(FIELD).filter((value) => value instanceof File);
    const outcome = problemOf(files) ?? (await store(files));
    return { outcome, files };
  } catch {
    // A form that can't be read, or storage that is full or refused.
    return { outcome: 'not-kept', files: [] };
  }
}

function problemOf(files: readonly File[]): ArrivalOutcome | null {
  // A form whose file field was left empty holds one nameless file.
  if (files.every(({ name, size }) => name === '' && size === 0)) return 'nothing';
  if (files.length > MAX_FILES) return 'too-many';
  return files.reduce((sum, { size }) => sum + size, 0) > MAX_BYTES ? 'too-large' : null;
}

async function store(files: readonly File[]): Promise<ArrivalOutcome> {
  const folder = new URL(`${CONTRACT.folder}/`, self.registration.scope).href;
  const cache = await caches.open(CONTRACT.cache);
  // What an earlier share left, if nobody came for it. Another copy of the app may live on this origin.
  for (const { url } of await cache.keys()) if (url.startsWith(folder)) await cache.delete(url);
  // One after the other: the cache gives them back in the order in which they were put.
  for (const [i, file] of files.entries()) await cache.put(`${folder}${String(i)}`, responseOf(file));
  return '1';
}

function responseOf(file: File): Response {
  return new Response(file, {
    headers: {
      'content-type': file.type,
      [CONTRACT.nameHeader]: encodeURIComponent(file.name),
      [CONTRACT.dateHeader]: String(file.lastModified),
    },
  });
}
