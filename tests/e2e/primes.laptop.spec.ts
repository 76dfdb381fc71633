import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/e2e/test.ts';

test('primes are counted, shown and saved', async ({ lab, page }) => {
  await lab.open('task=primes&limit=1000000&workers=2');
  await expect(page.getByRole('heading', { name: 'Primes up to 1,000,000' })).toBeVisible();
  await lab.run('pool');
  // https://oeis.org/A006880 and https://oeis.org/A007508
  await expect(lab.results).toContainText('78,498');
  await expect(lab.results).toContainText('8,169');
  await expect(lab.results.getByRole('img', { name: /How dense primes/ })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the counts as CSV' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('primes-up-to-1000000.csv');
  const [head, ...lines] = (await readFile(await saved.path(), 'utf8')).trim().split('\n');
  expect(head).toBe('from,to,primes,twin_pairs');
  expect(lines.reduce((sum, line) => sum + Number(line.split(',')[2]), 0)).toBe(78_498);
});
