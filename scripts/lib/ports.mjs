import { createServer } from 'node:net';

/**
 * Tries the port; resolves to the one that was had, or `null` where it is taken.
 *
 * @param {number} port 0 = any
 * @param {string} host
 * @returns {Promise<number | null>}
 */
function tryPort(port, host) {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      // A machine without IPv6 has nobody on its IPv6 ports.
      resolve(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? null : port);
    });
    server.listen(port, host, () => {
      const address = server.address();
      const had = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => {
        resolve(had);
      });
    });
  });
}

/**
 * Whether nobody listens there, on either loopback address and on all of them.
 *
 * @param {number} port
 */
export async function isFree(port) {
  for (const host of ['127.0.0.1', '::1', '0.0.0.0']) {
    if ((await tryPort(port, host)) === null) return false;
  }
  return true;
}

/**
 * The wanted port if it is free, else any that is.
 *
 * @param {number} wanted 0 = any
 */
export async function freePort(wanted) {
  if (wanted !== 0 && (await isFree(wanted))) return wanted;
  return (await tryPort(0, '127.0.0.1')) ?? wanted;
}
