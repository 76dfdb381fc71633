import type { Page } from '@playwright/test';
import { violationsInBoth, withAxe } from '../support/e2e/axe.ts';
import { expect, test } from '../support/e2e/test.ts';

type Offering = typeof globalThis & { asked?: number };

/** The browser offers its prompt only to a person with a profile of their own: the event is made here. */
async function offer(page: Page): Promise<void> {
  await page.evaluate(() => {
    const prompt = () => {
      const counting = globalThis as Offering;
      counting.asked = (counting.asked ?? 0) + 1;
      return Promise.resolve({ outcome: 'accepted' });
    };
    dispatchEvent(Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt }));
  });
}

test('where the browser offers it, the page’s own button opens its prompt once', async ({ lab, page }) => {
  await lab.open('task=edges&size=1mp&workers=2');
  const button = page.getByRole('banner').getByRole('button', { name: 'Install' });
  await expect(button).toHaveCount(0);
  await offer(page);
  await button.click();
  await expect(button).toHaveCount(0);
  expect(await page.evaluate(() => (globalThis as Offering).asked)).toBe(1);
});

test('once installed, the page says so and offers no more', async ({ page }) => {
  await page.goto('./#/about');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await offer(page);
  await expect(page.getByRole('main').getByRole('button', { name: 'Install' })).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event('appinstalled')));
  await expect(page.getByText('It is installed.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Install' })).toHaveCount(0);
});

test('in the app’s own window nothing is offered', async ({ page }) => {
  await page.addInitScript(() => {
    const real = globalThis.matchMedia.bind(globalThis);
    globalThis.matchMedia = (query) => real(query.includes('display-mode: standalone') ? 'all' : query);
  });
  await page.goto('./#/about');
  await expect(page.getByText('this is its own window')).toBeVisible();
  await offer(page);
  await expect(page.getByRole('button', { name: 'Install' })).toHaveCount(0);
});

const SAFARI = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5';
const BROWSERS = {
  'an iPhone': {
    userAgent: `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${SAFARI} Mobile/15E148 Safari/604.1`,
    words: ['Share', 'Add to Home Screen', 'Add'],
  },
  'Firefox on Android': {
    userAgent: 'Mozilla/5.0 (Android 14; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0',
    words: ['menu', 'Add app to Home screen', 'Add'],
  },
} as const;

for (const [name, { userAgent, words }] of Object.entries(BROWSERS)) {
  test.describe(`on ${name}`, () => {
    test.use({ userAgent });

    test('the steps are shown with pictures', async ({ lab, page }) => {
      await withAxe(page);
      await lab.open('task=edges&size=1mp&workers=2');
      await page.getByRole('banner').getByRole('button', { name: 'Install' }).click();
      const dialog = page.getByRole('dialog', { name: 'Install Unblocked' });
      const steps = dialog.getByRole('listitem');
      await expect(steps).toHaveCount(words.length);
      for (const [i, word] of words.entries()) {
        await expect(steps.nth(i).locator('strong')).toHaveText(word);
        await expect(steps.nth(i).locator('svg')).toBeVisible();
      }
      expect(await violationsInBoth(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Done' }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByRole('button', { name: 'Install' })).toBeFocused();
    });
  });
}
