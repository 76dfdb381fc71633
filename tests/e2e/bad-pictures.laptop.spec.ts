import { rm, writeFile } from 'node:fs/promises';
import { hold, jpeg, made } from '../support/e2e/input-files.ts';
import { expect, test } from '../support/e2e/test.ts';
import { noisePixels, png } from '../support/pictures.ts';

const WHOLE = png(300, 200, noisePixels(300, 200));

test.beforeEach(async ({ lab }) => {
  await lab.open('task=edges&size=1mp&workers=2');
});

test('each picture that can’t be used has its sentence, and the one before stays', async ({ lab, page }) => {
  const photo = await jpeg(page, 640, 400);
  const bad = [
    [made('letter.png', 'image/png', 'Dear Sir or Madam'), 'letter.png is not a picture', /reads JPEG, PNG/],
    [made('half.png', 'image/png', WHOLE.subarray(0, 90_000)), 'half.png is cut off', /ends after/],
    [
      made('half.jpg', 'image/jpeg', photo.subarray(0, photo.length / 2)),
      'half.jpg is cut off',
      /ends after/,
    ],
    [made('none.png', 'image/png', ''), 'none.png is empty', /not a single byte/],
  ] as const;
  const choose = page.getByLabel('Choose files');
  await choose.setInputFiles(made('good.png', 'image/png', WHOLE));
  await expect(page.getByText('good.png', { exact: true })).toBeVisible();
  for (const [file, title, sentence] of bad) {
    await choose.setInputFiles(file);
    const alert = page.getByRole('alert');
    await expect(alert).toContainText(title);
    await expect(alert).toContainText(sentence);
    await expect(page.getByText('good.png', { exact: true })).toBeVisible();
    await alert.getByRole('button', { name: 'Keep the one before' }).click();
    await expect(alert).toHaveCount(0);
  }
  await lab.run('pool');
  await expect(lab.results).toContainText('good.png');
});

for (const [width, height] of [
  [1, 1],
  [20_000, 3],
] as const) {
  test(`a picture of ${String(width)} × ${String(height)} works`, async ({ lab, page }) => {
    const file = made('odd.png', 'image/png', png(width, height, noisePixels(width, height)));
    await page.getByLabel('Choose files').setInputFiles(file);
    await expect(page.getByText('odd.png', { exact: true })).toBeVisible();
    await lab.idle();
    await lab.run('chunked');
    await lab.run('pool');
    await expect(lab.results).toContainText('odd.png');
    await expect(page.getByRole('slider', { name: 'Before and after' })).toBeVisible();
  });
}

test('a picture that is deleted between choosing and reading', async ({ lab, page }, info) => {
  const path = info.outputPath('gone.png');
  await writeFile(path, WHOLE);
  const letGo = await hold(page.getByRole('group', { name: /^Picture:/ }), [path]);
  await rm(path);
  await letGo();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('gone.png can’t be read any more');
  await expect(alert).toContainText('Choose it again.');
  await alert.getByRole('button', { name: 'Keep the sample' }).click();
  await lab.run('pool');
  await expect(lab.results).toContainText('Viaduct');
});
