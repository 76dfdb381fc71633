import { launchOptions, lookUpBrowser } from '../../scripts/lib/browser.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { experiment } from '../support/e2e/experiment.ts';
import { LabPage } from '../support/e2e/lab-page.ts';
import { start } from '../support/e2e/start.ts';
import { expect, test } from '../support/e2e/test.ts';

const HOST = 'classroom.test';
const { args, ...others } = launchOptions(lookUpBrowser()?.path);

/** Another device's name for this machine: to the browser an address that nobody vouches for. */
test.use({
  serviceWorkers: 'allow',
  launchOptions: { ...others, args: [...args, `--host-resolver-rules=MAP ${HOST} 127.0.0.1`] },
});

const SMALL = { task: 'hash', size: '8x1mib', params: { algorithm: 'sha256' }, workers: 2 } as const;
const lacks = () => [isSecureContext, crossOriginIsolated, typeof SharedArrayBuffer, typeof crypto.subtle];

test('over plain http the page says what it lacks, and runs all the same', async ({ browser, lab, page }) => {
  await lab.open('task=edges&size=1mp&workers=2');
  await expect(page.getByRole('note')).toHaveCount(0);
  const [secure] = (await experiment(page, { ...SMALL, strategies: ['pool'] })).runs;

  const port = String(await freePort(0));
  const { end } = await start('--host', '--port', port);
  const context = await browser.newContext({ baseURL: `http://${HOST}:${port}/` });
  const other = new LabPage(await context.newPage());
  await other.open('task=edges&size=1mp&workers=2&runs=1');
  expect(await other.page.evaluate(lacks)).toEqual([false, false, 'undefined', 'undefined']);

  const note = other.page.getByRole('note').filter({ hasText: 'plain http' });
  await expect(note).toContainText('crypto.subtle');
  await other.compareButton.click();
  await other.done();
  await expect(other.results).toContainText('Same result, byte for byte');
  const { runs } = await experiment(other.page, { ...SMALL, strategies: ['blocking', 'chunked', 'pool'] });
  expect(runs.map(({ checksum }) => checksum)).toEqual(runs.map(() => secure?.checksum));

  await other.page.goto('./#/about');
  await expect(other.page.getByText(/^Not from this address/)).toHaveCount(3);

  await other.page.goto('./#/?task=edges&size=1mp');
  await note.getByRole('button', { name: /^Dismiss/ }).click();
  await other.page.reload();
  await other.idle();
  await expect(note).toHaveCount(0);
  await context.close();
  end();
});
