import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/e2e/test.ts';

test('a picture is there by itself, is traced three ways alike, and can be saved', async ({ lab, page }) => {
  await lab.open('task=path-tracer&size=320x240&samples=2&workers=2&runs=1');
  await expect(page.getByText('16 samples a pixel')).toBeVisible({ timeout: 60_000 });
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save PNG' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('marbles-16-samples.png');
  expect((await readFile(await file.path())).subarray(1, 4).toString()).toBe('PNG');

  await lab.compareButton.click();
  await lab.done();
  await expect(lab.results).toContainText('Same result, byte for byte');
  await expect(lab.results.getByLabel('Marbles, drawn with two samples a pixel')).toBeVisible();
});

test('it is refined until it is stopped, and what there is stays', async ({ lab, page }) => {
  await lab.open('task=path-tracer&size=320x240&samples=2&workers=2&scene=lanterns');
  await expect(page.getByText('16 samples a pixel')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Refine' }).click();
  await expect(page.getByText(/(32|64|128) samples a pixel/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('button', { name: 'Refine' })).toBeEnabled();
  await expect(page.getByText(/(32|64|128) samples a pixel/)).toBeVisible();
});
