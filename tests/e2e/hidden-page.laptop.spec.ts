import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e/test.ts';

type Hideable = typeof globalThis & { pageIsHidden?: boolean };

/** As when the person goes to another tab and comes back. */
async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((value) => {
    (globalThis as Hideable).pageIsHidden = value;
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, hidden);
}

test('a run during which the page was hidden is not counted, and says so', async ({ lab, page }) => {
  await page.addInitScript(() => {
    const hidden = (): boolean => (globalThis as Hideable).pageIsHidden === true;
    Object.defineProperty(document, 'hidden', { get: hidden });
    Object.defineProperty(document, 'visibilityState', { get: () => (hidden() ? 'hidden' : 'visible') });
  });
  await lab.open('task=edges&size=4mp&repeat=24&workers=2');
  await lab.begin('pool');
  await lab.underWay();
  await setHidden(page, true);
  await setHidden(page, false);
  await lab.done();
  await expect(lab.results).toContainText('One run is not counted. The page was hidden for a moment');
  await expect(lab.results.getByRole('heading', { level: 1 })).toContainText('No run counts this time.');
  await expect(lab.row('pool')).toContainText('not available');
  await lab.run('pool');
  await expect(lab.results).not.toContainText('not counted');
});
