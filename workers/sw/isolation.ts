/**
 * The headers that isolate a page (https://web.dev/articles/coop-coep), put onto what the service worker serves: a
 * host that can't send them then has shared memory too, from the second load on. `scripts/vite/isolation.ts` are
 * the same, sent by a server.
 */
import type { WorkboxPlugin } from 'workbox-core';

const HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** A response of such a status must have no body, not even an empty one (https://fetch.spec.whatwg.org/#statuses). */
const WITHOUT_BODY = new Set([101, 103, 204, 205, 304]);

export function isolated(response: Response): Response {
  // An opaque response, an opaque redirect and an error can't be copied; they have the status 0.
  if (response.status === 0) return response;
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
  const body = WITHOUT_BODY.has(status) ? null : response.body;
  return new Response(body, { status, statusText, headers });
}

export const isolation: WorkboxPlugin = {
  handlerWillRespond: ({ response }) => Promise.resolve(isolated(response)),
};
