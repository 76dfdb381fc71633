import type { Page } from '@playwright/test';

type Hideable = typeof globalThis & { pageIsHidden?: boolean };

/** Before the first `goto`: the test says whether the page can be seen. */
export async function makeHideable(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const hidden = (): boolean => (globalThis as Hideable).pageIsHidden === true;
    Object.defineProperty(document, 'hidden', { get: hidden });
    Object.defineProperty(document, 'visibilityState', { get: () => (hidden() ? 'hidden' : 'visible') });
    // As in a browser: a page that nobody sees gets no frames until it is seen again.
    const ask = globalThis.requestAnimationFrame.bind(globalThis);
    globalThis.requestAnimationFrame = (callback) =>
      ask(function frame(timestamp) {
        if (hidden()) ask(frame);
        else callback(timestamp);
      });
  });
}

/** As when the person goes to another app the moment that the lab says so: then, and not when the test gets to it. */
export async function hideWhen(page: Page, words: string): Promise<void> {
  await page.evaluate((said) => {
    const observer = new MutationObserver(() => {
      if (document.querySelector('main > [role="status"]')?.textContent !== said) return;
      observer.disconnect();
      (globalThis as Hideable).pageIsHidden = true;
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  }, words);
}

/** As when the person goes to another app, or comes back. */
export async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((value) => {
    (globalThis as Hideable).pageIsHidden = value;
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, hidden);
}
