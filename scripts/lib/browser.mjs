import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { installedBrowsers } from './browser-places.mjs';
import { execute, executeNode } from './process.mjs';
import { PlainError, tell } from './say.mjs';

/** @typedef {{ path: string, source: string }} Browser */

const DOWNLOAD_LIMIT = 300_000;

/** No traffic of the browser's own while something is measured. */
const ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

function isRoot() {
  return process.getuid?.() === 0;
}

/**
 * How every script and test starts the browser. Chromium's sandbox refuses to run as root.
 *
 * @param {string | undefined} path
 */
export function launchOptions(path) {
  return {
    ...(path !== undefined && { executablePath: path }),
    chromiumSandbox: !isRoot(),
    args: ARGS,
  };
}

/** @returns {Browser | null} */
function fromEnvironment() {
  const path = process.env.CHROMIUM_PATH;
  if (path === undefined || path === '') return null;
  if (!existsSync(path)) throw new PlainError(`CHROMIUM_PATH is ${path}, but there is no such file.`);
  return { path, source: 'CHROMIUM_PATH' };
}

/** @returns {Browser | null} */
function fromPlaywright() {
  const require = createRequire(import.meta.url);
  try {
    const { chromium } = /** @type {typeof import('playwright')} */ (require('playwright'));
    const path = chromium.executablePath();
    return existsSync(path) ? { path, source: "Playwright's own" } : null;
  } catch {
    return null; // Playwright has no build for this system.
  }
}

/**
 * Whether the file is a browser that starts: Ubuntu's `chromium-browser` may be a stub, a download may
 * lack system libraries. Windows opens a window when asked, so there a file is enough.
 *
 * @param {string} path
 */
function starts(path) {
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}

/** @returns {Browser[]} */
function onThisMachine() {
  const installed = installedBrowsers().map((path) => ({ path, source: 'installed' }));
  const downloaded = fromPlaywright();
  return downloaded === null ? installed : [...installed, downloaded];
}

/**
 * The browser to use, without fetching one and without trying it: for configuration files.
 *
 * @returns {Browser | null}
 */
export function lookUpBrowser() {
  return fromEnvironment() ?? onThisMachine()[0] ?? null;
}

async function download() {
  tell("No Chrome, Chromium or Edge here: fetching Playwright's Chromium …");
  const args = ['install', '--no-shell', 'chromium'];
  await executeNode('node_modules/playwright/cli.js', args, { timeout: DOWNLOAD_LIMIT });
}

async function installBySystem() {
  if (!isRoot() || !existsSync('/usr/bin/apt-get')) return;
  tell('That did not work: installing chromium by apt-get …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await execute('apt-get', ['update', '-q'], { env, timeout: DOWNLOAD_LIMIT });
  const packages = ['chromium', 'fonts-liberation'];
  const args = ['install', '-y', '-q', '--no-install-recommends', ...packages];
  await execute('apt-get', args, { env, timeout: DOWNLOAD_LIMIT });
}

/**
 * The browser for tests and measurements: named by `CHROMIUM_PATH`, installed, Playwright's own, or else
 * fetched. Says which.
 *
 * @returns {Promise<Browser>}
 */
export async function findBrowser() {
  const named = fromEnvironment();
  const searches = named ? [] : [() => Promise.resolve(), download, installBySystem];
  let found = named ?? undefined;
  for (const search of searches) {
    await search();
    found = onThisMachine().find(({ path }) => starts(path));
    if (found) break;
  }
  if (!found) {
    throw new PlainError(
      'No browser: install Chrome, Chromium or Edge, or name one with CHROMIUM_PATH=/path/to/chrome.',
    );
  }
  tell(`Browser: ${found.path} (${found.source})`);
  return found;
}
