import { violations, withAxe } from '../support/e2e/axe.ts';
import { expect, test } from '../support/e2e/test.ts';

const BOTH = 'task=path-tracer&size=320x240&samples=2&workers=2&engine=both&runs=1';

test('present mode shows both engines, one strategy of both, and what came out', async ({ lab, page }) => {
  await withAxe(page);
  await lab.open(`${BOTH}&present=1`);
  await page.keyboard.press('PageDown');
  await expect(lab.status).toHaveText(/^Done/, { timeout: 90_000 });
  const rows = lab.results.getByRole('heading', { level: 2 });
  await expect(rows).toHaveText([
    ...[/Blocking.*TypeScript/, /Chunked.*TypeScript/, /Pool.*TypeScript/],
    ...[/Blocking.*WebAssembly/, /Chunked.*WebAssembly/, /Pool.*WebAssembly/],
  ]);
  const footer = await page.locator('footer').boundingBox();
  const last = await rows.last().boundingBox();
  expect((last?.y ?? Infinity) + (last?.height ?? 0)).toBeLessThan(footer?.y ?? 0);
  expect(await violations(page), 'result').toEqual([]);
  await page.keyboard.press('3');
  await expect(rows).toHaveText([/Pool.*TypeScript/, /Pool.*WebAssembly/]);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  await expect(page.getByLabel(/^Marbles, drawn with/)).toBeInViewport({ ratio: 1 });
  expect(await violations(page), 'what came out').toEqual([]);
  await page.keyboard.press('PageDown');
  await expect(lab.runButton('pool')).toBeVisible();
});

test('a locked experiment shows both engines, and its picture', async ({ lab }) => {
  await lab.open(`${BOTH}&lock=1`);
  await lab.compareButton.click();
  await expect(lab.results.getByRole('listitem')).toHaveCount(6, { timeout: 90_000 });
  await expect(lab.results.getByRole('heading', { level: 1 })).toContainText('WebAssembly');
  await expect(lab.results.getByLabel(/^Marbles, drawn with/)).toBeVisible();
});

test('what is noted down during a run is there without the lab’s panels', async ({ lab }) => {
  await lab.open('task=primes&limit=1000000&workers=2&runs=1&lock=1');
  await lab.compareButton.click();
  await expect(lab.results.getByText('78,498')).toBeVisible({ timeout: 90_000 });
  await lab.open('task=image-batch&size=6x1mp&fit=256&filters=edges&workers=2&runs=1&lock=1');
  await lab.compareButton.click();
  await expect(lab.results.getByRole('list', { name: 'Photos' })).toContainText(': filtered', {
    timeout: 90_000,
  });
});
