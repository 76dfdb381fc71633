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

/**
 * The computed colours at this element. A custom property computes to its text (`light-dark(…)`), so each role
 * is set as the element's own colour for a moment and read back.
 */
export function readPalette(element: HTMLElement): Palette {
  const style = getComputedStyle(element);
  const before = element.style.color;
  const palette: Partial<Record<Role, string>> = {};
  for (const role of ROLES) {
    element.style.color = `var(--${role})`;
    palette[role] = style.color;
  }
  element.style.color = before;
  return palette as Palette;
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
