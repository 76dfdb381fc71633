import { preview } from 'vite';
import { isFree } from './ports.mjs';
import { ROOT } from './process.mjs';
import { PlainError } from './say.mjs';

/**
 * @typedef {object} Site
 * @property {string} url of the page on this machine
 * @property {string[]} network its addresses on the local network; none unless asked for
 * @property {() => Promise<void>} close
 */

/**
 * @typedef {object} SiteOptions
 * @property {number} port
 * @property {boolean} [lan] also for other devices of the local network
 * @property {import('./certificate.mjs').Certificate} [certificate] serves https with it
 */

/**
 * Serves the production build, isolated unless `UNBLOCKED_ISOLATION` is `no` (see scripts/vite/isolation.ts).
 *
 * @param {SiteOptions} options
 * @returns {Promise<Site>}
 */
export async function serveBuild({ port, lan = false, certificate }) {
  if (!(await isFree(port))) {
    throw new PlainError(`Port ${port} is in use: stop what runs there, or choose another with --port.`);
  }
  const server = await preview({
    root: ROOT,
    logLevel: 'error',
    preview: {
      port,
      strictPort: true,
      open: false,
      host: lan ? true : 'localhost',
      // By whatever name the network knows this machine: files that anybody may have need no guard.
      ...(lan && { allowedHosts: true }),
      ...(certificate && { https: certificate }),
    },
  });
  return {
    url: server.resolvedUrls?.local[0] ?? `http://localhost:${port}/`,
    network: server.resolvedUrls?.network ?? [],
    close: () => server.close(),
  };
}
