import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** `new URL('…/x.worker.ts', import.meta.url)`, as it stands inside `new Worker()`. */
const WORKER_URL = /new URL\(\s*'([^']+\.worker\.ts)',\s*import\.meta\.url\s*\)/g;
/** Vite's own wrapper of `import()`: it calls `document` and `window`, which workers haven't got. */
const HELPER = '\0vite/preload-helper.js';
const OWN_HELPER = fileURLToPath(new URL('./import-ahead.mjs', import.meta.url));

/**
 * Builds the workers together with the page. Vite builds each on its own, so that what several threads need
 * (Comlink, a task's kernel) would be fetched once for each; here it is one file, and the second thread finds
 * it in the browser's cache.
 */
export function sharedWorkers(): Plugin {
  return {
    name: 'unblocked:shared-workers',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === HELPER ? readFileSync(OWN_HELPER, 'utf8') : null),
    transform: {
      filter: { code: '.worker.ts' },
      handler(code, id) {
        const started = code.replaceAll(WORKER_URL, (_, path: string) => {
          const worker = this.emitFile({ type: 'chunk', id: resolve(id, '..', path) });
          return `import.meta.ROLLUP_FILE_URL_${worker}`;
        });
        return started === code ? null : { code: started, map: null };
      },
    },
  };
}
