import { expect, test } from '../support/e2e/test.ts';

test('present mode by touch: run, why, back, leave, and nothing is wider than the screen', async ({
  lab,
  page,
}) => {
  await lab.open('task=edges&size=1mp&repeat=8&workers=2&present=1');
  const expectNarrow = async (): Promise<void> => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  };
  await expectNarrow();
  await lab.compareButton.tap();
  await lab.ended();
  await expectNarrow();
  await page.getByRole('button', { name: /why/ }).tap();
  await expect(page.getByRole('heading', { name: 'Where the time went' })).toBeVisible();
  await expectNarrow();
  await page.getByRole('button', { name: /back/ }).tap();
  await page.getByRole('button', { name: /back/ }).tap();
  await page.getByRole('button', { name: /leave/ }).tap();
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
});
