import { rm, writeFile, truncate } from 'node:fs/promises';
import { violations, withAxe } from '../support/e2e/axe.ts';
import { expect, test } from '../support/e2e/test.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test.beforeEach(async ({ page }) => {
      await withAxe(page);
    });

    test('pictures: ready, bad input, options, running, cancelled, result', async ({
      lab,
      page,
      isMobile,
    }) => {
      await lab.open('task=denoise&size=1mp&radius=2&repeat=16&workers=2&colour=red');
      expect(await violations(page)).toEqual([]);
      await page
        .getByLabel('Choose files')
        .setInputFiles({ name: 'a.png', mimeType: '', buffer: Buffer.from('no') });
      await expect(page.getByRole('alert')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Keep the sample' }).click();

      await page.getByRole('button', { name: /^Options/ }).click();
      await expect(page.getByRole('spinbutton', { name: 'Times' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      if (isMobile) await page.getByRole('button', { name: 'Done' }).click();

      await lab.begin('pool');
      const running = await violations(page);
      await lab.cancelButton.click();
      await expect(lab.cancelled).toBeVisible();
      expect(running).toEqual([]);
      expect(await violations(page)).toEqual([]);

      await page.getByRole('radio', { name: 'Edges' }).check({ force: true });
      await lab.idle();
      await lab.run('pool');
      await expect(page.getByRole('slider', { name: 'Before and after' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('hash: the table before, after a check, and a run that failed', async ({ lab, page }, info) => {
      await lab.open('task=hash&size=4x1mib&workers=2');
      await page
        .getByLabel('Digests to check')
        .fill(`${'0'.repeat(64)}  sample-1.bin\n${'1'.repeat(64)}  no.bin\n?`);
      expect(await violations(page)).toEqual([]);
      await lab.run('pool');
      await expect(lab.files).toContainText('differs');
      expect(await violations(page)).toEqual([]);

      const path = info.outputPath('large.bin');
      await writeFile(path, '');
      await truncate(path, 1 << 29);
      await page.getByLabel('Choose files').setInputFiles(path);
      await expect(lab.files).toContainText('large.bin');
      await rm(path);
      await lab.runButton('pool').click();
      await expect(lab.failed).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('mandelbrot, about, and a page that isn’t there', async ({ lab, page }) => {
      await lab.open('task=mandelbrot&size=512x384&iterations=300&workers=2&auto=1');
      await page.getByRole('button', { name: 'Don’t start' }).click();
      expect(await violations(page)).toEqual([]);
      await lab.run('pool');
      expect(await violations(page)).toEqual([]);
      for (const path of ['./#/about', './#/nowhere']) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(lab.status).toHaveCount(0);
        expect(await violations(page)).toEqual([]);
      }
    });
  });
}
