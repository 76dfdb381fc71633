import { LoopPage } from '../support/e2e/loop-page.ts';
import { expect, keptAll, test } from '../support/e2e/offline-test.ts';

test('after a visit to the lab alone, the stepper runs without a network', async ({ lab, page, site }) => {
  await lab.open('task=edges&size=1mp&workers=2');
  await keptAll(page);
  await site.close();
  const loop = new LoopPage(page);
  await loop.open('example=promise-vs-timeout');
  await loop.run();
  await loop.toEnd();
  await expect(loop.lines).toHaveText(['script', 'promise', 'timeout']);
});
