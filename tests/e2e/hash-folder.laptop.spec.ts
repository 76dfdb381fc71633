import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/e2e/test.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

test('a whole folder is checked against its own SHA256SUMS; the one that differs comes first', async ({
  lab,
  page,
}, info) => {
  const folder = info.outputPath('photos');
  await mkdir(join(folder, 'old'), { recursive: true });
  const names = ['a.jpg', 'b.jpg', 'old/c.jpg'];
  for (const name of names) await writeFile(join(folder, name), `bytes of ${name}`);
  const lines = names.map(
    (name) => `${digest(name === 'b.jpg' ? 'other bytes' : `bytes of ${name}`)}  ${name}`,
  );
  await writeFile(join(folder, 'SHA256SUMS'), `${lines.join('\n')}\n`);

  await lab.open('task=hash&size=2x1mib&workers=2');
  await page.getByLabel('Choose a folder').setInputFiles(folder);
  await expect(page.getByRole('heading', { name: /^3 files, / })).toBeVisible();
  await expect(page.getByLabel('Digests to check')).toHaveValue(/ {2}old\/c\.jpg/);
  await lab.idle();
  await lab.run('pool');
  await expect(page.getByRole('heading', { name: '1 of 3 files does not match' })).toBeVisible();
  const rows = lab.files.locator('tbody').getByRole('row');
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText(/^photos\/b\.jpg.*differs/);
  for (const name of ['photos/a.jpg', 'photos/old/c.jpg']) {
    await expect(rows.filter({ hasText: name })).toContainText('match');
  }
});
