import { readFile } from 'node:fs/promises';
import { jpeg, made } from '../support/e2e/input-files.ts';
import { expect, test } from '../support/e2e/test.ts';

/** The names in a ZIP, by its local headers. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
function namesIn(zip: Buffer): string[] {
  const names: string[] = [];
  for (let at = zip.indexOf('PK\u0003\u0004'); at >= 0; at = zip.indexOf('PK\u0003\u0004', at + 4)) {
    const length = zip.readUInt16LE(at + 26);
    names.push(zip.subarray(at + 30, at + 30 + length).toString());
  }
  return names;
}

test('photos are filtered three ways alike; a broken one is named, the rest saved as one ZIP', async ({
  lab,
  page,
}) => {
  await lab.open('task=image-batch&size=6x1mp&workers=2&runs=1&filters=edges&fit=256&engine=wasm');
  const photos = page.getByRole('list', { name: 'Photos' });
  await expect(photos.getByRole('listitem')).toHaveCount(6);
  const [one, two] = [await jpeg(page, 640, 400), await jpeg(page, 300, 500)];
  await page
    .getByLabel('Choose files')
    .setInputFiles([
      made('one.jpg', 'image/jpeg', one),
      made('half.jpg', 'image/jpeg', one.subarray(0, one.length / 2)),
      made('two.jpg', 'image/jpeg', two),
    ]);
  await expect(photos.getByRole('listitem')).toHaveCount(3);
  await expect(page.getByRole('list', { name: 'Files left out' })).toContainText('half.jpg is cut off');

  await lab.compareButton.click();
  await lab.done();
  await expect(lab.results).toContainText('Same result, byte for byte');
  await expect(photos).toContainText('one.jpg: filtered');
  await expect(photos).toContainText('half.jpg: could not be used');

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save' }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('unblocked-photos.zip');
  expect(namesIn(await readFile(await file.path()))).toEqual(['one.png', 'two.png']);
  await expect(page.getByText('One file could not be used and is named above.')).toBeVisible();
});
