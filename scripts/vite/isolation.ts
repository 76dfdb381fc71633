import type { Connect, Plugin } from 'vite';

/** What isolates a page from others, where a host sends it. */
export const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * The headers that make a page cross-origin isolated (https://web.dev/articles/coop-coep), so that
 * `SharedArrayBuffer` exists; none with `UNBLOCKED_ISOLATION=no`, as on a host that can't send them.
 */
export function isolationHeaders(): Record<string, string> {
  return process.env.UNBLOCKED_ISOLATION === 'no' ? {} : ISOLATION;
}

/**
 * Sends them with every answer. Vite's own `headers` aren't sent with "304 Not Modified", and WebKit judges a worker's
 * script by what came with that: after a reload no worker would start (measured in WebKitGTK 2.50).
 */
export function isolation(): Plugin {
  const headers = Object.entries(isolationHeaders());
  const send: Connect.NextHandleFunction = (_, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
  return {
    name: 'unblocked:isolation',
    configureServer: ({ middlewares }) => void middlewares.use(send),
    configurePreviewServer: ({ middlewares }) => void middlewares.use(send),
  };
}
