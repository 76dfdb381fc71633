import { freePort } from '../../scripts/lib/ports.mjs';
import { networkAddresses } from '../../scripts/lib/addresses.mjs';
import { LabPage } from '../support/e2e/lab-page.ts';
import { built } from '../support/e2e/plain-site.ts';
import { start } from '../support/e2e/start.ts';
import { expect, test } from '../support/e2e/test.ts';

test('the server isolates what it sends, also when nothing was changed', async ({ request }) => {
  const first = await request.get('./');
  const again = await request.get('./', { headers: { 'If-None-Match': first.headers()['etag'] ?? '' } });
  expect([first.status(), again.status()]).toEqual([200, 304]);
  for (const answer of [first, again]) {
    expect(answer.headers()).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
  }
});

test('the build asks hosts for the headers it can use', () => {
  expect(built().get('_headers')?.toString()).toMatch(
    /^\/\*\n( {2}.+\n)* {2}Cross-Origin-Opener-Policy: same-origin\n/,
  );
});

test('over https with its own certificate the page is isolated, on every address', async ({ browser }) => {
  const port = String(await freePort(0));
  const { printed, end } = await start('--host', '--https', '--port', port);
  try {
    // A machine without a network has its own address only.
    const addresses = [...networkAddresses().filter((address) => !address.includes(':')), '127.0.0.1'];
    const [address = ''] = addresses;
    const url = `https://${address}:${port}/`;
    if (addresses.length > 1) expect(printed).toContain(url);
    const context = await browser.newContext({ ignoreHTTPSErrors: true, baseURL: url });
    const lab = new LabPage(await context.newPage());
    await lab.open('task=edges&size=1mp&workers=2&runs=1');
    const seen = await lab.page.evaluate(() => [
      isSecureContext,
      crossOriginIsolated,
      typeof SharedArrayBuffer,
    ]);
    expect(seen).toEqual([true, true, 'function']);
    await expect(lab.page.getByRole('note')).toHaveCount(0);
    await lab.run('pool');
    await context.close();
  } finally {
    end();
  }
});

test('phones of the network find the address and its code on the terminal', async () => {
  const port = String(await freePort(0));
  const { printed, end } = await start('--host', '--port', port);
  end();
  const [first] = networkAddresses().filter((address) => !address.includes(':'));
  if (first === undefined) expect(printed).toContain('No network found');
  else {
    expect(printed).toContain(`http://${first}:${port}/`);
    // Two rows of modules a line, and white around: the smallest code there is has 21 rows.
    const rows = printed.split('\n').filter((line) => /[▀▄█]/.test(line));
    expect(rows.length).toBeGreaterThanOrEqual(12);
  }
  expect(printed).toContain('no offline copy and no shared memory');
});
