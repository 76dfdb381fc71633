import type { Page } from '@playwright/test';

type Logging = typeof globalThis & { statusLog?: string[] };

/** Writes down from now on whatever the live region says, so that a late result would be seen. */
export async function logStatus(page: Page): Promise<void> {
  await page.evaluate(() => {
    const log: string[] = [];
    (globalThis as Logging).statusLog = log;
    const region = document.querySelector('main > [role="status"]');
    if (region === null) throw new Error('The lab has no live region.');
    new MutationObserver(() => {
      const text = region.textContent;
      if (text !== '' && text !== log.at(-1)) log.push(text);
    }).observe(region, { childList: true, characterData: true, subtree: true });
  });
}

/** All that was said since `logStatus`, each once where it was said twice in a row. */
export function statusLog(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as Logging).statusLog ?? []);
}
