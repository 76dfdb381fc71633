import { readFile } from 'node:fs/promises';
import { drop, jpeg, made, paste } from '../support/e2e/input-files.ts';
import type { LabPage } from '../support/e2e/lab-page.ts';
import { pictureSize } from '../support/e2e/picture-size.ts';
import { expect, test } from '../support/e2e/test.ts';
import { noisePixels, png } from '../support/pictures.ts';

const SIZE = { width: 320, height: 200 };
const PNG = made('mine.png', 'image/png', png(320, 200, noisePixels(320, 200)));

async function savedAs(lab: LabPage, label: string) {
  await lab.page.getByRole('combobox', { name: 'Format' }).selectOption({ label });
  const download = lab.page.waitForEvent('download');
  await lab.page.getByRole('button', { name: 'Save' }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test.beforeEach(async ({ lab }) => {
  await lab.open('task=edges&size=1mp&workers=2');
});

test('a dropped picture is worked on, seen before and after, and saved in three formats', async ({
  lab,
  page,
}) => {
  await drop(page.getByRole('group', { name: /^Picture:/ }), [PNG]);
  await expect(page.getByText('mine.png', { exact: true })).toBeVisible();
  await lab.idle();
  await lab.run('pool');

  const slider = page.getByRole('slider', { name: 'Before and after' });
  await slider.focus();
  const before = await slider.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowRight');
  await expect(slider).not.toHaveAttribute('aria-valuetext', before ?? '', { timeout: 1000 });

  for (const [label, format, extension] of [
    ['PNG', 'png', 'png'],
    ['JPEG', 'jpeg', 'jpg'],
    ['WebP', 'webp', 'webp'],
  ] as const) {
    const { name, bytes } = await savedAs(lab, label);
    expect(name).toBe(`mine-edges.${extension}`);
    expect(pictureSize(bytes)).toEqual({ format, ...SIZE });
  }
});

test('a chosen picture is worked on, and the sample comes back', async ({ lab, page }) => {
  await page
    .getByLabel('Choose files')
    .setInputFiles(made('chosen.jpg', 'image/jpeg', await jpeg(page, 320, 200)));
  await expect(page.getByText('chosen.jpg', { exact: true })).toBeVisible();
  await expect(page.getByText('320 × 200')).toBeVisible();
  await lab.idle();
  await lab.run('chunked');
  await expect(lab.results).toContainText('chosen.jpg');
  await page.getByRole('button', { name: 'Back to the sample' }).click();
  await expect(page.getByText('Viaduct', { exact: true })).toBeVisible();
});

test('a pasted picture is worked on', async ({ lab, page }) => {
  await paste(page, [made('pasted.png', 'image/png', PNG.buffer)]);
  await expect(page.getByText('pasted.png', { exact: true })).toBeVisible();
  await lab.idle();
  await lab.run('pool');
  await expect(lab.results).toContainText('pasted.png');
});
