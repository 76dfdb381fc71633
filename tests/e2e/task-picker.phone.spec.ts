import type { Locator } from '@playwright/test';
import type { LabPage } from '../support/e2e/lab-page.ts';
import { expect, test } from '../support/e2e/test.ts';

const boxOf = async (target: Locator): Promise<{ x: number; y: number; width: number; height: number }> => {
  const box = await target.boundingBox();
  if (box === null) throw new Error('It is not on the page.');
  return box;
};

async function expectWaysInSight(lab: LabPage, task: string): Promise<void> {
  const dock = await boxOf(lab.compareButton);
  for (const way of ['blocking', 'chunked', 'pool'] as const) {
    const row = await boxOf(lab.runButton(way));
    expect(row.y + row.height, `${task}, ${way}`).toBeLessThanOrEqual(dock.y);
  }
}

test('the three ways are in sight beside all the tasks, and one thumb reaches each of them', async ({
  lab,
  page,
}) => {
  await lab.open();
  const tasks = page.getByRole('radio');
  await expect(tasks).toHaveCount(12);
  await expectWaysInSight(lab, 'blur');
  for (const label of await page.locator('label').filter({ has: tasks }).all()) {
    const { width, height } = await boxOf(label);
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  }
  await lab.choose('Passwords');
  await expect(page.getByRole('radio', { name: 'Passwords' })).toBeInViewport({ ratio: 1 });
});

const COMPACT = {
  json: { link: 'size=1x2mib', shows: 'made by this page' },
  primes: { link: 'limit=1000000', shows: 'Primes up to 1,000,000' },
  'password-hash': { link: 'size=16&iterations=1000', shows: '16 candidates, 1,000 iterations' },
} as const;

for (const [task, { link, shows }] of Object.entries(COMPACT)) {
  test(`${task} too leaves the three ways in sight: the rest of it is folded`, async ({ lab, page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await lab.open(`task=${task}&${link}&workers=2`);
    await expect(page.getByText(shows)).toBeVisible();
    await expectWaysInSight(lab, task);
  });
}

test('what is folded opens: the plot of the primes', async ({ lab, page }) => {
  await lab.open('task=primes&limit=1000000&workers=2');
  const plot = page.getByLabel('How dense primes and twin pairs are');
  await expect(plot).toBeHidden();
  await page.getByRole('button', { name: 'Primes up to 1,000,000' }).tap();
  await expect(plot).toBeVisible();
});

test('a task that a link has chosen is in sight', async ({ lab, page }) => {
  await lab.open('task=json&size=1x2mib&workers=2');
  await expect(page.getByRole('radio', { name: 'JSON' })).toBeInViewport({ ratio: 1 });
  await expect(page.getByText('can’t be cut: freezes too')).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
});
