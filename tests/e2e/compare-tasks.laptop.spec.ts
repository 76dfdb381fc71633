import { expect, test } from '../support/e2e/test.ts';

const LINKS = {
  blur: 'size=1mp&sigma=3',
  edges: 'size=1mp',
  denoise: 'size=1mp&radius=1',
  hash: 'size=12x1mib',
  mandelbrot: 'size=512x384&iterations=300',
  json: 'size=1x2mib',
  'password-hash': 'size=16&iterations=2000',
  primes: 'limit=20000000',
  sort: 'count=400000',
  'proof-of-work': 'difficulty=15&find=2',
} as const;

for (const [task, link] of Object.entries(LINKS)) {
  test(`${task}: the three ways are compared, and give the same bytes`, async ({ lab }) => {
    await lab.open(`task=${task}&${link}&runs=1&workers=2`);
    await lab.compareButton.click();
    await lab.done();
    await expect(lab.table.locator('tbody tr')).toHaveCount(3);
    for (const strategy of ['blocking', 'chunked', 'pool'] as const) {
      await expect(lab.row(strategy)).toBeVisible();
    }
    await expect(lab.results).toContainText('Same result, byte for byte');
  });
}
