import { expect, test } from '@playwright/test';

test('the lab opens, isolated, without a single error', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto('./');
  await expect(page).toHaveTitle(/Unblocked/);
  await expect(page.getByRole('button', { name: 'Compare all' })).toBeVisible();
  expect(await page.evaluate(() => crossOriginIsolated && typeof SharedArrayBuffer === 'function')).toBe(
    true,
  );
  expect(errors).toEqual([]);
});

test('the built page carries a strict content security policy', async ({ page }) => {
  await page.goto('./');
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(policy).toHaveAttribute(
    'content',
    /default-src 'none'.*script-src 'self' 'wasm-unsafe-eval'( 'sha256-[^' ]+'){2};.*style-src 'self'( 'sha256-[^' ]+'){2};/,
  );
  // Those that show the first heading and then begin, which the policy names by their hashes.
  expect(await page.locator('script:not([src])').count()).toBe(2);
});
