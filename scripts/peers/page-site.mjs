import { join } from 'node:path';
import { build, preview } from 'vite';
import { freePort } from '../lib/ports.mjs';
import { ROOT } from '../lib/process.mjs';

const configFile = join(ROOT, 'scripts/peers/vite.config.ts');

/**
 * Builds and serves the page on which the peers run.
 *
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function servePeers() {
  await build({ configFile, logLevel: 'error' });
  const server = await preview({
    configFile,
    logLevel: 'error',
    preview: { port: await freePort(0), open: false },
  });
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}
