/** Colours for canvases, read from the tokens: a canvas cannot say `var(--ink)`. */
import type { Strategy } from '../strategy.ts';

const ROLES = [
  'ink',
  'ink-2',
  'ink-3',
  'paper',
  'rule',
  'grat',
  'idle',
  'now',
  'on-now',
  'scope',
  ...(['blocking', 'chunked', 'pool'] as const satisfies readonly Strategy[]),
] as const;

export type Role = (typeof ROLES)[number];
export type Palette = Readonly<Record<Role, string>>;

const COLOUR = /[\w-]+\([^()]*\)/g;

/**
 * The computed colours at this element. A custom property computes to its text (`light-dark(…)`), so the roles are the
 * colours of a gradient that the element has for a moment: all are computed at once.
 */
export function readPalette(element: HTMLElement): Palette {
  const before = element.style.backgroundImage;
  element.style.backgroundImage = `linear-gradient(${ROLES.map((role) => `var(--${role})`).join()})`;
  const gradient = getComputedStyle(element).backgroundImage;
  element.style.backgroundImage = before;
  const colours = gradient.slice('linear-gradient('.length).match(COLOUR) ?? [];
  return Object.fromEntries(ROLES.map((role, i) => [role, colours[i] ?? ''])) as Palette;
}

/** Calls back when the page turns dark or light, by the system or by the switch. Returns its own undoing. */
export function onThemeChange(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  system.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', changed);
  };
}
