import type { Page } from '@playwright/test';
import { smallTargets, zoomingFields } from '../support/e2e/targets.ts';
import { expect, test } from '../support/e2e/test.ts';

async function expectThumb(page: Page, state: string): Promise<void> {
  expect(await smallTargets(page), state).toEqual([]);
  expect(await zoomingFields(page), state).toEqual([]);
}

test('everything in the lab is large enough for a thumb, and no field zooms the page', async ({
  lab,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await lab.open('task=edges&size=1mp&workers=2&colour=red');
  await expectThumb(page, 'ready, with a notice');
  await page.getByRole('button', { name: 'Options' }).tap();
  await expect(page.getByRole('spinbutton').first()).toBeVisible();
  await expectThumb(page, 'options');
  await page.getByRole('button', { name: 'Done' }).tap();
  await page.getByRole('button', { name: 'Share' }).tap();
  await expect(page.getByRole('textbox', { name: 'Link' })).toBeVisible();
  await expectThumb(page, 'share');
  await page.getByRole('button', { name: 'Close' }).tap();
  await lab.run('pool');
  await expect(page.getByRole('slider', { name: 'Before and after' })).toBeVisible();
  await expectThumb(page, 'result');
});

test('files and the fractal too', async ({ lab, page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await lab.open('task=hash&size=4x1mib&workers=2');
  await expect(lab.files).toBeVisible();
  await expectThumb(page, 'files');
  await lab.open('task=mandelbrot&size=512x384&iterations=300&workers=2');
  await expect(page.getByRole('application')).toBeVisible();
  await expectThumb(page, 'fractal');
});

test('locked and presented experiments too', async ({ lab, page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  for (const mode of ['lock', 'present']) {
    await lab.open(`task=edges&size=1mp&workers=2&${mode}=1`);
    await expect(lab.compareButton).toBeVisible();
    await expectThumb(page, `${mode}: ready`);
    await lab.compareButton.tap();
    await lab.ended();
    await expect(lab.results).toBeVisible();
    await expectThumb(page, `${mode}: result`);
  }
});

test('a finger on the fractal moves the fractal, never the page', async ({ lab, page }) => {
  await lab.open('task=mandelbrot&size=512x384&iterations=300&workers=2');
  const canvas = page.getByRole('application');
  await canvas.scrollIntoViewIfNeeded();
  const prevented = await canvas.evaluate((element) => {
    const touch = new Touch({ identifier: 1, target: element, clientX: 100, clientY: 300 });
    const event = new TouchEvent('touchmove', { cancelable: true, bubbles: true, touches: [touch] });
    element.dispatchEvent(event);
    return { event: event.defaultPrevented, touchAction: getComputedStyle(element).touchAction };
  });
  expect(prevented).toEqual({ event: true, touchAction: 'none' });
});
