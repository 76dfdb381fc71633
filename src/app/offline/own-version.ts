import type { PageLock } from './contract.ts';

/** The address of this page's first script, which names its version (see `Kept.entry`). */
export function ownEntry(): string {
  return document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? '';
}

/** Tells every service worker that a page of this version is open, until it is closed. */
export function holdPageLock(): void {
  const name: PageLock = `unblocked-page ${ownEntry()}`;
  navigator.locks
    .request(name, { mode: 'shared' }, () => new Promise(() => undefined))
    .catch(() => undefined); // Refused where storage is: then nothing is kept either.
}
