import type { Desk } from '../desk.svelte.ts';
import type { Stop } from '../model/stops.ts';

/** On a phone another stop is another screen, and begins at its top. */
export function topOfStop(desk: Desk): () => void {
  let seen: Stop | null = null;
  return () => {
    if (desk.stop === seen) return;
    seen = desk.stop;
    if (!matchMedia('(min-width: 768px)').matches) scrollTo(0, 0);
  };
}

/**
 * The key under the thumb is another one after each step. Who pressed it by keyboard stays at it, and is not sent back
 * to the beginning of the page.
 */
export function keepFocus(dock: HTMLElement): () => void {
  let inside = false;
  const listening = new AbortController();
  const { signal } = listening;
  dock.addEventListener('focusin', () => (inside = true), { signal });
  dock.addEventListener(
    'focusout',
    ({ relatedTarget }) => {
      // Nobody else has it: the key that had it may just have been replaced.
      if (relatedTarget !== null) inside = dock.contains(relatedTarget as Node);
    },
    { signal },
  );
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      if (!dock.contains(target as Node)) inside = false;
    },
    { signal },
  );
  const watch = new MutationObserver(() => {
    if (!inside || dock.contains(document.activeElement)) return;
    const keys = dock.querySelectorAll<HTMLElement>('button, a');
    keys[keys.length - 1]?.focus({ preventScroll: true });
  });
  watch.observe(dock, { childList: true, subtree: true });
  return () => {
    listening.abort();
    watch.disconnect();
  };
}
