import { formatBytes } from '../../ui/format.ts';
import { NAV } from '../nav.ts';
import type { Missing } from './contract.ts';
import type { Isolation } from './isolated.ts';
import type { Lasting } from './lasting.svelte.ts';
import type { OfflineStatus } from './offline.svelte.ts';

const WHY = {
  insecure: 'Not from this address: browsers keep a page only where it comes over https.',
  unsupported: 'This browser can’t keep a page.',
  closed:
    'This browser keeps nothing here: a private window, no room left, storage that is closed to the page, or a certificate that it doesn’t trust.',
} as const;

function partName({ part, bytes }: Missing): string {
  const name = NAV.find(({ page }) => page === part)?.label ?? 'icons and other files';
  return `${name} (${formatBytes(bytes)})`;
}

/** Whether the app is there without a network. */
export function offlineWords(status: OfflineStatus): string {
  if (status.status === 'starting') return 'The page is being kept on this device.';
  if (status.status === 'unavailable') return WHY[status.why];
  const { missing, bytes } = status.kept;
  if (missing.length === 0)
    return `Ready: all of it, ${formatBytes(bytes)}, is kept on this device. No network is needed any more.`;
  const rest = missing.map(partName).join(', ');
  const when = status.fetching ? 'on its way, while nothing else runs' : 'not here yet';
  return `The rest works without a network; ${when}: ${rest}.`;
}

/** Whether the app and the results stay when the device runs short of room. */
export const LASTING_WORDS: Readonly<Record<Exclude<Lasting, 'unknown'>, string>> = {
  clearable: 'The browser may clear this app and your results by itself. Results that you exported are safe.',
  refused:
    'The browser would not promise to keep this app and your results; installing the app or visiting it often may change its mind. Results that you exported are safe.',
  kept: 'This app and your results stay until you delete them yourself.',
};

export const ISOLATION_WORDS: Readonly<Record<Isolation, string>> = {
  on: 'On: all threads read and write one memory, so the pool copies nothing.',
  'after-reload':
    'Off until this page is loaded again. The pool then copies nothing; until then parts are handed over, with the same result.',
  insecure:
    'Not from this address: browsers share memory only where the page comes over https. Parts are handed over to the workers instead, with the same result.',
  'not-here': 'Not available here: parts are handed over to the workers instead, with the same result.',
};
