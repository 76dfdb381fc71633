/** Light or dark: the system's choice until the switch is used, then remembered on this device. */
export type Theme = 'light' | 'dark';

const KEY = 'unblocked-theme';

/** `null` where nothing is remembered, or where storage is refused (private windows, blocked cookies). */
export function rememberedTheme(): Theme | null {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : null;
  } catch {
    return null;
  }
}

export function currentTheme(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Sets it for this page; the browser's own bars follow. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  const colour = getComputedStyle(document.body).backgroundColor;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    meta.removeAttribute('media');
    meta.content = colour;
  }
}

export function rememberTheme(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage is refused: the choice holds until the page is closed.
  }
}
