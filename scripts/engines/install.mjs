import { existsSync } from 'node:fs';
import { execute, lastLine } from '../lib/process.mjs';
import { tell } from '../lib/say.mjs';
import { findFirefox } from './firefox.mjs';
import { findWebKit } from './webkit.mjs';

/** For all of it together, in ms: whoever waits for a mirror that is down should be told so. */
const LIMIT = 300_000;
const PACKAGES = ['firefox-esr', 'webkit2gtk-driver', 'xvfb', 'xauth'];

/** How a person gets them. */
export const HOW = `as root on Debian: apt-get install ${PACKAGES.join(' ')}`;

/**
 * Gets the browsers that are missing from the system's package manager, where it can. Never rejects.
 *
 * @returns {Promise<string>} why some may still be missing; `''` where nothing went wrong
 */
export async function installEngines() {
  if (findFirefox() !== null && findWebKit() !== null) return '';
  if (!existsSync('/usr/bin/apt-get')) return 'there is no apt-get here to install it';
  if (process.getuid?.() !== 0) return 'only root may install it';
  tell(`Installing ${PACKAGES.join(', ')} by apt-get …`);
  const end = performance.now() + LIMIT;
  const problems = [await aptGet(['update', '-q'], end)];
  // One by one: a system that hasn't got one of them may have the others.
  for (const name of PACKAGES) {
    problems.push(await aptGet(['install', '-y', '-q', '--no-install-recommends', name], end));
  }
  return problems.filter((problem) => problem !== '').join('; ');
}

/**
 * @param {readonly string[]} args
 * @param {number} end when it is given up, on this process's clock
 * @returns {Promise<string>} what went wrong, or `''`
 */
async function aptGet(args, end) {
  const timeout = end - performance.now();
  const what = `apt-get ${args[0]} ${args
    .slice(1)
    .filter((arg) => !arg.startsWith('-'))
    .join(' ')}`.trim();
  if (timeout <= 0) return `${what}: not tried any more after ${LIMIT / 1000} s`;
  const { code, output } = await execute('apt-get', args, {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    timeout,
  });
  if (code === 0) return '';
  return `${what}: ${performance.now() < end ? lastLine(output) : `not done after ${LIMIT / 1000} s`}`;
}
