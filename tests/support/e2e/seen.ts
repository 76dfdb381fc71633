import type { Page } from '@playwright/test';

interface Sought {
  readonly selector: string;
  /** Looked at instead of the text. */
  readonly attribute?: string;
  readonly words: RegExp;
  readonly limitMs: number;
}

/**
 * Looks inside the page with every change of it until some such element says these words, be it for a moment; `false`
 * where none did in time. Playwright's own looks come to be half a second apart: each wait would take that much longer
 * than what it waits for, and a state that lasts a tenth of a second would not be seen at all.
 */
export function seen(page: Page, { words, ...sought }: Sought): Promise<boolean> {
  const { source, flags } = words;
  return page.evaluate(
    ({ selector, attribute, limitMs, ...regex }) => {
      const wanted = new RegExp(regex.source, regex.flags);
      const said = (element: Element): string =>
        (attribute === undefined ? element.textContent : element.getAttribute(attribute)) ?? '';
      const isThere = (): boolean =>
        [...document.querySelectorAll(selector)].some((element) => wanted.test(said(element)));
      if (isThere()) return true;
      return new Promise<boolean>((resolve) => {
        const end = (found: boolean): void => {
          observer.disconnect();
          clearTimeout(timer);
          resolve(found);
        };
        const observer = new MutationObserver(() => {
          if (isThere()) end(true);
        });
        const timer = setTimeout(end, limitMs, false);
        observer.observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        });
      });
    },
    { ...sought, source, flags },
  );
}
