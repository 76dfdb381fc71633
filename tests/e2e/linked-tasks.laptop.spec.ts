import { createHash } from 'node:crypto';
import { expect, test } from '../support/e2e/test.ts';

test('a sort tells what waiting at its barriers cost', async ({ lab, page }) => {
  await lab.open('task=sort&count=1000000&workers=2&runs=1');
  await expect(page.getByText('1 million numbers in random order: 32 runs')).toBeVisible();
  await lab.choose('Whole');
  await lab.run('pool');
  await expect(lab.results).toContainText(/At the barriers, where a stage ends, .+ of the workers’ time/);
});

test('a proof of work shows a nonce that does, and who tried how many', async ({ lab, page }) => {
  await lab.open('task=proof-of-work&difficulty=15&workers=2&runs=1&engine=wasm');
  await page.getByRole('textbox', { name: 'Text' }).fill('For the last train');
  await page.getByRole('textbox', { name: 'Text' }).press('Enter');
  await lab.idle();
  await lab.compareButton.click();
  await lab.done();
  const message = page.getByText(/^SHA-256 of “For the last train\d+”$/);
  const nonce = /(\d+)”$/.exec(await message.innerText())?.[1] ?? '';
  const hash = createHash('sha256').update(`For the last train${nonce}`).digest('hex');
  expect(Number.parseInt(hash.slice(0, 8), 16)).toBeLessThan(2 ** (32 - 15));
  await expect(lab.results).toContainText(hash);
  const table = page.getByRole('table', { name: 'Hashes tried' });
  await expect(table.getByRole('row', { name: /^Blocking/ })).toContainText(
    new Intl.NumberFormat('en-GB').format(Number(nonce) + 1),
  );
  await expect(table.getByRole('row', { name: /^worker \d/ }).first()).toBeVisible();
});
