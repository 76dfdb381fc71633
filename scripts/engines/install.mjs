import { existsSync } from 'node:fs';
import { execute } from '../lib/process.mjs';
import { tell } from '../lib/say.mjs';
import { findFirefox } from './firefox.mjs';
import { findWebKit } from './webkit.mjs';

const LIMIT = 600_000;
const PACKAGES = ['firefox-esr', 'webkit2gtk-driver', 'xvfb', 'xauth'];

/** How a person gets them. */
export const HOW = `as root on Debian: apt-get install ${PACKAGES.join(' ')}`;

/** Gets the browsers that are missing from the system's package manager, where it can. Never rejects. */
export async function installEngines() {
  if (findFirefox() !== null && findWebKit() !== null) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  tell(`Installing ${PACKAGES.join(', ')} by apt-get …`);
  const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeout: LIMIT };
  await execute('apt-get', ['update', '-q'], options);
  // One by one: a system that hasn't got one of them may have the others.
  for (const name of PACKAGES) {
    await execute('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], options);
  }
}
