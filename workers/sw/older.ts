import type { PageLock } from '../../src/app/offline/contract.ts';

/** Whether a page of another version is open in this scope: it may still ask for files that were kept for it. */
export async function olderPageLives(scope: string, entry: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  const ours: PageLock = `unblocked-page ${entry}`;
  const any: PageLock = `unblocked-page ${scope}`;
  return held.some(({ name = '' }) => name.startsWith(any) && name !== ours);
}
