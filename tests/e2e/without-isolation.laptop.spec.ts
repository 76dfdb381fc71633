import type { BrowserContext } from '@playwright/test';
import { experiment, type Wanted } from '../support/e2e/experiment.ts';
import { LabPage } from '../support/e2e/lab-page.ts';
import { expect, test } from '../support/e2e/test.ts';

const JOBS: readonly Wanted[] = [
  { task: 'blur', size: '1mp', params: { sigma: '3' } },
  { task: 'hash', size: '8x1mib', params: { algorithm: 'blake3' } },
  { task: 'mandelbrot', size: '512x384', params: { iterations: '200' } },
];

/** As from a host that can't send headers: without these two no page is isolated. */
async function withoutHeaders(context: BrowserContext): Promise<void> {
  await context.route(
    (url) => url.pathname.endsWith('/'),
    async (route) => {
      const response = await route.fetch();
      const headers = response.headers();
      delete headers['cross-origin-opener-policy'];
      delete headers['cross-origin-embedder-policy'];
      await route.fulfill({ response, headers });
    },
  );
}

async function checksums(lab: LabPage): Promise<(string | null)[]> {
  const found: (string | null)[] = [];
  for (const job of JOBS) {
    const { runs } = await experiment(lab.page, { ...job, strategies: ['pool'], workers: 2, warmup: false });
    found.push(...new Set(runs.map((run) => run.checksum)));
  }
  return found;
}

test('without isolation there is no shared memory, and every result is the same', async ({
  context,
  lab,
}) => {
  await lab.open('task=mandelbrot&size=512x384');
  const isolated = await checksums(lab);
  expect(isolated).toHaveLength(JOBS.length);

  await withoutHeaders(context);
  const other = new LabPage(await context.newPage());
  await other.open('task=mandelbrot&size=512x384');
  const seen = await other.page.evaluate(() => [crossOriginIsolated, typeof SharedArrayBuffer]);
  expect(seen).toEqual([false, 'undefined']);
  expect(await checksums(other)).toEqual(isolated);
});
