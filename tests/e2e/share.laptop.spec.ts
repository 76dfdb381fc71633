import { LabPage } from '../support/e2e/lab-page.ts';
import { violations, withAxe } from '../support/e2e/axe.ts';
import { expect, test } from '../support/e2e/test.ts';

test('the dialog’s link opens the very same experiment, locked if that was wished', async ({
  lab,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await withAxe(page);
  await lab.open('task=edges&workers=2');
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this experiment' });
  await expect(dialog.getByRole('img', { name: /^QR code/ })).toBeVisible();
  await expect(dialog).toContainText('works on this computer only');
  expect(await violations(page), 'share dialog').toEqual([]);
  const link = dialog.getByRole('textbox', { name: 'Link' });
  await expect(link).toHaveValue(/task=edges&size=\d+mp/);
  await expect(link).not.toHaveValue(/lock/);
  await dialog.getByRole('checkbox', { name: /^Lock the options/ }).check();
  await dialog.getByRole('button', { name: 'Copy link' }).click();
  await expect(dialog.getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await link.inputValue());
  const job = await dialog.getByRole('paragraph').first().textContent();

  const phone = await context.newPage();
  await phone.goto(copied);
  await new LabPage(phone).idle();
  await expect(phone.getByText('Class experiment', { exact: true })).toBeVisible();
  await expect(phone.getByText(job ?? '', { exact: true })).toBeVisible();
  await phone.getByRole('button', { name: 'Options, fixed' }).click();
  const repeat = new URL(copied).hash.match(/repeat=(\d+)/)?.[1] ?? 'none';
  await expect(phone.getByRole('term').filter({ hasText: 'Times' }).locator('+ dd')).toHaveText(repeat);
  await phone.close();

  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(lab.compareButton).toBeVisible();
});

test('a person’s own picture is not in the link, and the dialog says so', async ({ lab, page }) => {
  await lab.open('task=edges&size=1mp&workers=2');
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(64, 48);
    canvas.getContext('2d')?.fillRect(0, 0, 32, 48);
    const file = new File([await canvas.convertToBlob()], 'own.png', { type: 'image/png' });
    await globalThis.unblocked?.load([file]);
  });
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('dialog')).toContainText('What you chose stays on this device');
});

test('where there is a share sheet, it gets the link', async ({ lab, page }) => {
  await page.addInitScript(() => {
    const share = (data: ShareData): Promise<void> => {
      document.title = data.url ?? '';
      return Promise.resolve();
    };
    Object.defineProperty(navigator, 'share', { value: share });
  });
  await lab.open('task=edges&size=1mp&workers=2');
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page).toHaveTitle(/#\/\?task=edges&size=1mp&/);
});
