import type { Page } from '@playwright/test';
import { PlainSite } from './plain-site.ts';
import { expect, test as base } from './test.ts';

/** Journeys on a plain host under a path, with the service worker. */
export const test = base.extend<{ readonly site: PlainSite }>({
  serviceWorkers: 'allow',
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are wanted from the pattern
  site: async ({}, use) => {
    const site = new PlainSite();
    await site.open();
    await use(site);
    await site.close();
  },
  baseURL: async ({ site }, use) => {
    await use(site.url);
  },
});

/** All of the version is on the device: its files are fetched one by one, when the page has nothing better to do. */
export async function keptAll(page: Page): Promise<void> {
  await expect(page.getByText('Ready offline')).toBeVisible({ timeout: 90_000 });
}

/** The addresses that are kept, below the site's folder and without revisions. */
export async function keptFiles(page: Page): Promise<string[]> {
  const urls = await page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) found.push(url);
    }
    return found;
  });
  const root = new URL('./', page.url()).pathname;
  return urls.map((url) => new URL(url).pathname.slice(root.length)).sort();
}

/** Looks for a newer version, as the browser does on a load, and waits until it is there and waits itself. */
export async function lookForNewer(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const { installing } = registration;
    while (registration.waiting === null) {
      await new Promise((resolve) => installing?.addEventListener('statechange', resolve, { once: true }));
    }
  });
}

export { expect };
