import { expect, test } from '../support/e2e/test.ts';

for (const strategy of ['blocking', 'chunked', 'pool'] as const) {
  test(`${strategy} runs alone, and its row is told`, async ({ lab }) => {
    await lab.open('task=blur&size=1mp&workers=2');
    await lab.run(strategy);
    await expect(lab.results).toBeVisible();
    await expect(lab.row(strategy)).toBeVisible();
    await expect(lab.table.locator('tbody tr')).toHaveCount(1);
    await expect(lab.results).not.toContainText('Same result, byte for byte');
  });
}
