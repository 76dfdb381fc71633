import { expect, test } from '../support/e2e/test.ts';

test('static and dynamic sharing give the same picture, and each is told', async ({ lab }) => {
  await lab.open('task=mandelbrot&size=512x384&iterations=300&workers=2');
  const checksum = lab.results.locator('code');
  await lab.run('pool');
  await expect(lab.results).toContainText('a free worker takes the next');
  const dynamic = await checksum.getAttribute('title');

  await lab.choose('Static');
  await lab.run('pool');
  await expect(lab.results).toContainText('each worker got its share before the start');
  await expect(checksum).toHaveAttribute('title', dynamic ?? '');
});
