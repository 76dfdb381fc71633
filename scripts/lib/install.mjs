// Only Node's own modules here: this runs before anything is installed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, execute, executeNode, lastLine } from './process.mjs';
import { PlainError, tell } from './say.mjs';

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} Package */

const OLDEST_NODE = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = OLDEST_NODE;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  throw new PlainError(
    `Unblocked needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, Package>}
 */
function packagesIn(file) {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const lock = /** @type {{ packages?: Record<string, Package> }} */ (JSON.parse(text));
  return lock.packages ?? {};
}

/**
 * Whether `node_modules` holds what the lock file says. File times can't tell: `npm install` writes the
 * lock file last, a checkout gives it any time.
 */
export function isInstalled() {
  const installedLock = 'node_modules/.package-lock.json';
  if (!existsSync(join(ROOT, installedLock))) return false;
  const installed = packagesIn(installedLock);
  return Object.entries(packagesIn('package-lock.json')).every(([path, wanted]) => {
    const elsewhere = wanted.optional === true || wanted.devOptional === true;
    const found = installed[path];
    if (path === '' || (found === undefined && elsewhere)) return true;
    return found?.version === wanted.version;
  });
}

function npm() {
  // Set by npm for the scripts it runs: the very npm that was called.
  const own = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--include=dev'];
  if (own !== undefined && /\.[cm]?js$/.test(own)) return executeNode(own, args);
  return execute(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}

/** Installs exactly what `package-lock.json` names, if it isn't there yet. */
export async function ensureInstalled() {
  checkNode();
  if (isInstalled()) return;
  tell('Installing what is missing (npm ci) …');
  const { code, output } = await npm();
  if (code === 0) return;
  const reason = output.split('\n').find((line) => /^npm (error|ERR!) \S/.test(line)) ?? lastLine(output);
  throw new PlainError(
    `Could not install the packages: ${reason}\nCheck the network, then run "npm ci" to see the whole story.`,
  );
}
