import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hold, made } from '../support/e2e/input-files.ts';
import { expect, test } from '../support/e2e/test.ts';
import { noisePixels } from '../support/pictures.ts';

/** Larger than what is read ahead of a run: it is streamed while it is hashed. */
const STREAMED_BYTES = 1 << 29;
const NAMES = ['a.bin', 'b é.bin', 'c.txt', 'empty.bin'] as const;

const bytesOf = (name: string): Uint8Array =>
  name === 'empty.bin' ? new Uint8Array(0) : noisePixels(200, 100, name.charCodeAt(0));
const digestOf = (name: string): string => createHash('sha256').update(bytesOf(name)).digest('hex');

test.beforeEach(async ({ lab }) => {
  await lab.open('task=hash&size=2x1mib&workers=2');
});

test('files are checked line by line, and the saved list is one that sha256sum accepts', async ({
  lab,
  page,
}, info) => {
  const folder = info.outputPath('files');
  await mkdir(folder, { recursive: true });
  for (const name of NAMES) await writeFile(join(folder, name), bytesOf(name));
  await page.getByLabel('Choose files').setInputFiles(NAMES.map((name) => join(folder, name)));
  const wrong = digestOf('c.txt').replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
  const list = [
    `${digestOf('a.bin')}  a.bin`,
    `${digestOf('b é.bin')} *b é.bin`,
    `${wrong}  c.txt`,
    `${digestOf('a.bin')}  elsewhere.bin`,
  ];
  await page.getByLabel('Digests to check').fill(list.join('\n'));
  await lab.idle();
  await lab.run('pool');

  const row = (name: string) => lab.files.getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(row('a.bin')).toContainText('match');
  await expect(row('a.bin')).toContainText(digestOf('a.bin'));
  await expect(row('b é.bin')).toContainText('match');
  await expect(row('c.txt')).toContainText('differs');
  await expect(row('empty.bin')).toContainText('not listed');
  await expect(row('elsewhere.bin')).toContainText('missing');
  await expect(page.getByRole('heading', { name: '1 of 4 files does not match' })).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save SHA256SUMS' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('SHA256SUMS');
  const sums = join(folder, 'SHA256SUMS');
  await saved.saveAs(sums);
  const check = spawnSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' });
  // No such program on this system: then the digests in the table have been compared all the same.
  if (check.error === undefined) expect(check).toMatchObject({ status: 0, stderr: '' });
});

test('a text that is no list is told so, and hashing goes on', async ({ lab, page }) => {
  await page.getByLabel('Choose files').setInputFiles(made('one.bin', '', 'one'));
  const field = page.getByLabel('Digests to check');
  await field.fill('This is a letter,\nnot a list.');
  await expect(page.getByText(/None of the 2 lines is a checksum: expected is a digest/)).toBeVisible();
  await field.fill(createHash('md5').update('one').digest('hex'));
  await expect(page.getByText(/These look like MD5 digests/)).toBeVisible();
  await field.fill(`${createHash('sha256').update('one').digest('hex')}  one.bin\nnonsense`);
  await expect(page.getByText('Line 2 is no checksum: “nonsense”')).toBeVisible();
  await lab.idle();
  await lab.run('chunked');
  await expect(lab.files.getByRole('row', { name: /^one.bin/ })).toContainText('match');
});

test('a file that is deleted between choosing and reading', async ({ lab, page }, info) => {
  const path = info.outputPath('gone.bin');
  await writeFile(path, 'here for now');
  const letGo = await hold(page.getByRole('group', { name: /^Files/ }), [path]);
  await rm(path);
  await letGo();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('gone.bin could not be read');
  await expect(alert).toContainText('It was moved, changed or deleted after you chose it');
  await expect(lab.files.getByRole('row', { name: /^sample-1/ })).toBeVisible();
  await lab.run('pool');
});

for (const strategy of ['chunked', 'pool'] as const) {
  test(`a file that changes while ${strategy} streams it`, async ({ lab, page }, info) => {
    const path = info.outputPath('large.bin');
    await writeFile(path, '');
    await truncate(path, STREAMED_BYTES);
    await page.getByLabel('Choose files').setInputFiles(path);
    await expect(lab.files.getByRole('row', { name: /^large.bin/ })).toBeVisible();
    await lab.begin(strategy);
    await lab.underWay();
    await truncate(path, 1000);
    await rm(path);
    await expect(lab.failed).toContainText('large.bin could not be read');
    await expect(lab.failed).toContainText('Choose it again.');
    await expect(lab.results).toHaveCount(0);
    await page.getByRole('button', { name: 'Back to the sample' }).click();
    await lab.idle();
    await lab.run('pool');
  });
}
