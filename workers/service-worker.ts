/** Serves the app without a network, and isolates its pages on hosts that send no headers. */
import { registerRoute } from 'workbox-routing';
import type { Asked, BuiltFile } from '../src/app/offline/contract.ts';
import { KeptFiles } from './sw/kept.ts';
import { olderPageLives } from './sw/older.ts';
import { registerShareTarget } from './sw/share-target.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: readonly BuiltFile[] };

const { scope } = self.registration;
const kept = new KeptFiles(self.__WB_MANIFEST, scope);
const page = new URL('index.html', scope);

async function clearOlder(event: ExtendableEvent): Promise<void> {
  if (!(await olderPageLives(scope, kept.entry))) await kept.clear(event);
}

// The first version takes the open page under its wing, so that it is there offline at once; a later one waits.
self.addEventListener('install', (event) => {
  kept.install(event);
});
self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), clearOlder(event)]));
});

async function answer(asked: Asked, event: ExtendableMessageEvent): Promise<void> {
  if (asked.ask === 'take-over') return self.skipWaiting();
  const next = asked.ask === 'next' ? await kept.fetchNext(asked.from, event) : 0;
  if (asked.ask === 'state') await clearOlder(event);
  event.ports[0]?.postMessage(await kept.state(next));
}

self.addEventListener('message', (event) => {
  event.waitUntil(answer(event.data as Asked, event));
});

registerShareTarget();
registerRoute(
  ({ url, request }) =>
    request.mode === 'navigate' && (url.href.split(/[?#]/)[0] === scope || url.pathname === page.pathname),
  ({ event }) => kept.serve({ event, request: new Request(page) }),
);
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && kept.has(url),
  (options) => kept.serve(options),
);
registerRoute(
  ({ url }) => url.href.startsWith(scope),
  ({ request }) => kept.serveOther(request),
);
