import type { PageLock } from './contract.ts';

/** The address of this page's entry, which names its version (see `Kept.entry`): what it needs stands before it. */
export function ownEntry(): string {
  return [...document.querySelectorAll<HTMLScriptElement>('script[type="module"][src]')].at(-1)?.src ?? '';
}

/** Tells every service worker that a page of this version is open, until it is closed. */
export function holdPageLock(): void {
  const name: PageLock = `unblocked-page ${ownEntry()}`;
  navigator.locks
    .request(name, { mode: 'shared' }, () => new Promise(() => undefined))
    .catch(() => undefined); // Refused where storage is: then nothing is kept either.
}
