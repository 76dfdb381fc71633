import { withAxe, violations } from '../support/e2e/axe.ts';
import { expect, test } from '../support/e2e/test.ts';

const LINK = 'task=denoise&size=1mp&radius=2&repeat=8&workers=2&lock=1';

test('a locked experiment: seen, not set; one big button; the result in large type; again', async ({
  lab,
  page,
}) => {
  await withAxe(page);
  await lab.open(LINK);
  await expect(page.getByText('Class experiment', { exact: true })).toBeVisible();
  await expect(page.getByText('Denoise, 1 megapixel')).toBeVisible();
  for (const role of ['radio', 'spinbutton', 'combobox', 'slider'] as const)
    await expect(page.getByRole(role)).toHaveCount(0);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Run / })).toHaveCount(0);
  await page.getByRole('button', { name: 'Options, fixed' }).tap();
  await expect(page.getByRole('definition').filter({ hasText: /^8$/ })).toBeVisible();
  expect(await violations(page), 'ready').toEqual([]);

  await lab.compareButton.tap();
  await lab.ended();
  await expect(lab.results.getByRole('heading', { level: 1 })).toHaveText(
    /^Your phone froze for [\d.]+ seconds with blocking\.$/,
  );
  await expect(lab.results.getByText('Same result, byte for byte')).toBeVisible();
  await expect(lab.results.getByRole('listitem')).toHaveText([/Blocking.*ms/, /Chunked.*ms/, /Pool.*ms/]);
  expect(await violations(page), 'result').toEqual([]);

  await page.getByRole('button', { name: 'Again' }).tap();
  await expect(lab.cancelButton).toBeVisible();
  await lab.cancelButton.tap();
  await expect(lab.cancelled).toBeVisible();
  await expect(page.getByRole('button', { name: 'Again' })).toBeVisible();
});

test('one strategy can be set: then the one button runs it', async ({ lab, page }) => {
  await lab.open(`${LINK}&strategy=pool`);
  await lab.runButton('pool').tap();
  await expect(lab.results.getByRole('listitem')).toHaveText([/Pool/], { timeout: 90_000 });
  await expect(page.getByRole('button', { name: /^Run / })).toHaveCount(0);
});

test('a result is copied where there is no share sheet', async ({ lab, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', { value: undefined });
  });
  await lab.open(`${LINK}&strategy=pool`);
  await lab.runButton('pool').tap();
  await page.getByRole('button', { name: 'Send my result' }).tap({ timeout: 90_000 });
  await expect(page.getByText(/^Copied/)).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^Unblocked: Denoise, 1 megapixel\nPool: longest freeze [\d.,]+ ms, took [\d.,]+ ms$/);
});

test('a bad value is named there too, and leaving opens the whole lab', async ({ lab, page }) => {
  await lab.open(`${LINK}&slice=x`);
  await expect(page.getByRole('note')).toContainText('“x”');
  await page.getByRole('button', { name: 'Options, fixed' }).tap();
  await page.getByRole('link', { name: 'Leave the class experiment' }).tap();
  await expect(page.getByRole('radio', { name: 'Blur' })).toBeVisible();
});
