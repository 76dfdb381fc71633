import type { Locator } from '@playwright/test';
import { expect, test } from '../support/e2e/test.ts';

const boxOf = async (target: Locator): Promise<{ x: number; y: number; width: number; height: number }> => {
  const box = await target.boundingBox();
  if (box === null) throw new Error('It is not on the page.');
  return box;
};

test('the three ways are in sight beside all the tasks, and one thumb reaches each of them', async ({
  lab,
  page,
}) => {
  await lab.open();
  const tasks = page.getByRole('radio');
  await expect(tasks).toHaveCount(12);
  const dock = await boxOf(lab.compareButton);
  for (const way of ['blocking', 'chunked', 'pool'] as const) {
    const row = await boxOf(lab.runButton(way));
    expect(row.y + row.height, way).toBeLessThanOrEqual(dock.y);
  }
  for (const label of await page.locator('label').filter({ has: tasks }).all()) {
    const { width, height } = await boxOf(label);
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  }
  await lab.choose('Passwords');
  await expect(page.getByRole('radio', { name: 'Passwords' })).toBeInViewport({ ratio: 1 });
});

test('a task that a link has chosen is in sight', async ({ lab, page }) => {
  await lab.open('task=json&size=1x2mib&workers=2');
  await expect(page.getByRole('radio', { name: 'JSON' })).toBeInViewport({ ratio: 1 });
  await expect(page.getByText('can’t be cut: freezes too')).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
});
