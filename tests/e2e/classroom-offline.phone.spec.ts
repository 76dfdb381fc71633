import { expect, test } from '../support/e2e/test.ts';

test('once a class experiment is open, the school’s network may fail: it runs, asks, and is shared', async ({
  lab,
  page,
  context,
}) => {
  await lab.open('task=denoise&size=1mp&radius=2&repeat=8&workers=2&lock=1');
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await lab.compareButton.tap();
  await expect(lab.results.getByRole('listitem')).toHaveCount(3, { timeout: 45_000 });
  await page.getByRole('button', { name: 'Share' }).tap();
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).tap();
  await page.getByRole('button', { name: 'Again' }).tap();
  await lab.cancelButton.tap();
  await expect(lab.cancelled).toBeVisible();
});
