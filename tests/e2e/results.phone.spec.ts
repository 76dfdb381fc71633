import { violationsInBoth, withAxe } from '../support/e2e/axe.ts';
import { exported, ResultsView } from '../support/e2e/results-page.ts';
import { smallTargets, zoomingFields } from '../support/e2e/targets.ts';
import { expect, test } from '../support/e2e/test.ts';
import { experimentOf, phoneAt120 } from '../support/results/experiments.ts';

test('results: every state is narrow, accessible, and large enough for a thumb', async ({ page }) => {
  await withAxe(page);
  const results = new ResultsView(page);
  const good = async (state: string): Promise<void> => {
    expect(await violationsInBoth(page), state).toEqual([]);
    expect(await smallTargets(page), state).toEqual([]);
    expect(await zoomingFields(page), state).toEqual([]);
    for (const width of [320, 360]) {
      await page.setViewportSize({ width, height: 740 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${state} at ${String(width)}`).toBe(0);
    }
  };
  await results.open();
  await expect(page.getByText('Nothing kept yet')).toBeVisible();
  await good('empty');
  await results.import('room.json', exported([experimentOf(), phoneAt120()]));
  await expect(results.items).toHaveCount(2);
  await good('list');
  for (const item of await results.items.all()) await item.check();
  await results.button('Compare 2').click();
  await expect(results.compared).toBeVisible();
  await good('compared');
  await results.button('Clear').click();
  await results.list.getByRole('button').first().click();
  await expect(page.getByRole('table', { name: 'Every run' })).toBeVisible();
  await good('opened');
  await page.getByRole('button', { name: 'Rename Phone' }).click();
  await good('renaming');
  await results.list.getByRole('checkbox').first().check();
  await results.button('Share').click();
  await expect(results.dialog.getByRole('img', { name: /^QR code/ })).toBeVisible();
  await good('share');
});

test('where there is a share sheet, it gets the link that carries the report', async ({ page }) => {
  await page.addInitScript(() => {
    const share = (data: ShareData): Promise<void> => {
      document.title = data.url ?? '';
      return Promise.resolve();
    };
    Object.defineProperty(navigator, 'share', { value: share });
  });
  const results = new ResultsView(page);
  await results.open();
  await results.import('desk.json', exported([experimentOf()]));
  await results.button('Share').click();
  await results.dialog.getByRole('button', { name: 'Send' }).click();
  await expect(page).toHaveTitle(/#\/results\?report=[\w-]+$/);
});
