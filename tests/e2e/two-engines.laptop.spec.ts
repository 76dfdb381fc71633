import { expect, test } from '../support/e2e/test.ts';

const LINKS = {
  primes: 'limit=20000000',
  sort: 'count=400000',
  'proof-of-work': 'difficulty=15&find=2',
  'password-hash': 'size=64&iterations=500',
  'image-batch': 'size=6x1mp&fit=256&filters=denoise%2Bedges',
} as const;

for (const [task, link] of Object.entries(LINKS)) {
  test(`${task}: a better kernel or more threads is told, and both engines give the same bytes`, async ({
    lab,
    page,
  }) => {
    await lab.open(`task=${task}&${link}&engine=both&runs=1&workers=2`);
    await lab.compareButton.click();
    await lab.done();
    await expect(lab.table.locator('tbody tr')).toHaveCount(6);
    for (const name of ['Blocking', 'Chunked', 'Pool']) {
      await expect(lab.table.getByRole('row', { name: `${name}, WebAssembly` })).toBeVisible();
    }
    await expect(lab.results).toContainText('Same result, byte for byte');
    await expect(page.getByText(/The kernel in WebAssembly: |The better kernel made no clear/)).toBeVisible();
    await expect(page.getByText(/^2 workers|2 workers: /).first()).toBeVisible();
  });
}

test('JSON says why it has one engine', async ({ lab, page }) => {
  await lab.open('task=json&size=1x2mib');
  await page.getByRole('button', { name: /^Options/ }).click();
  await expect(page.getByText('JSON.parse is the browser’s own compiled code')).toBeVisible();
});
