import type { Page } from '@playwright/test';
import { jpeg } from '../support/e2e/input-files.ts';
import { expect, keptAll, test } from '../support/e2e/offline-test.ts';

interface Shared {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

/** FIPS 180-2, B.1 */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const shared = (name: string, type: string, bytes: Buffer | string): Shared => ({
  name,
  type,
  base64: Buffer.from(bytes).toString('base64'),
});

/**
 * The app is closed, and a form is posted as the system does for a share: a navigation from nowhere, answered by
 * the service worker alone.
 */
async function share(page: Page, app: string, files: readonly Shared[]): Promise<void> {
  await page.goto('about:blank');
  const arrived = page.waitForURL(/#\/\?task=/);
  const send = ({ action, all }: { action: string; all: readonly Shared[] }): void => {
    const transfer = new DataTransfer();
    for (const { name, type, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type }));
    }
    const form = document.createElement('form');
    form.method = 'post';
    form.enctype = 'multipart/form-data';
    form.action = action;
    const input = document.createElement('input');
    input.type = 'file';
    input.name = 'files';
    input.multiple = true;
    input.files = transfer.files;
    form.append(input);
    document.body.append(form);
    form.submit();
  };
  await page.evaluate(send, { action: `${app}share`, all: files });
  await arrived;
}

const kept = (page: Page): Promise<number> =>
  page.evaluate(async () => (await (await caches.open('unblocked-arrivals')).keys()).length);

test.beforeEach(async ({ page }) => {
  await page.goto('./#/about');
  // Who answers a share is there; the pages that nobody asked for may still be on their way.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
});

test('a shared photo is filtered, and is taken once', async ({ lab, page, site }) => {
  const photo = await jpeg(page, 320, 200);
  await share(page, site.url, [shared('Süd & 1.jpg', 'image/jpeg', photo)]);
  await expect(page.getByText('Süd & 1.jpg', { exact: true })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Blur' })).toBeChecked();
  await expect(page).not.toHaveURL(/arrived/);
  await expect(page.getByText('The link asks for something')).toHaveCount(0);
  await expect.poll(() => kept(page)).toBe(0);
  await lab.idle();
  await lab.run('pool');
  await expect(lab.results).toContainText('Süd & 1.jpg');

  await page.reload();
  await lab.idle();
  await expect(page.getByText('Viaduct', { exact: true })).toBeVisible();
  await expect(page.getByText('no longer here')).toHaveCount(0);
});

test('a shared file arrives with the network off, and is hashed', async ({ lab, page, site }) => {
  await keptAll(page);
  await site.close();
  await share(page, site.url, [shared('a.bin', '', 'abc'), shared('b.pdf', 'application/pdf', 'abc')]);
  await expect(lab.files).toContainText('a.bin');
  await expect(lab.files).toContainText('b.pdf');
  await lab.idle();
  await lab.run('pool');
  await expect(lab.files).toContainText(ABC.slice(0, 8));
});

test('several photos are opened together, as a batch', async ({ page, site }) => {
  const photo = await jpeg(page, 160, 100);
  await share(page, site.url, [shared('1.jpg', 'image/jpeg', photo), shared('2.jpg', 'image/jpeg', photo)]);
  await expect(page.getByRole('radio', { name: 'Image batch' })).toBeChecked();
  const photos = page.getByRole('list', { name: 'Photos' });
  await expect(photos.getByRole('listitem')).toHaveText(['1.jpg: waits', '2.jpg: waits']);
});

test('a new share takes the place of one that nobody came for', async ({ lab, page, site }) => {
  await page.evaluate(async () => {
    const cache = await caches.open('unblocked-arrivals');
    await cache.put(
      new URL('./share/9', location.href).href,
      new Response('old', { headers: { 'x-file-name': 'old.bin' } }),
    );
  });
  await share(page, site.url, [shared('new.bin', '', 'abc')]);
  await expect(lab.files).toContainText('new.bin');
  await expect(lab.files).not.toContainText('old.bin');
});

test('a share without a file is told in a sentence', async ({ page, site }) => {
  await share(page, site.url, []);
  await expect(page.getByRole('heading', { name: 'Nothing was shared' })).toBeVisible();
});

test('more files than can be kept are refused in a sentence, and none is', async ({ page, site }) => {
  const many = Array.from({ length: 201 }, (_, i) => shared(`${String(i)}.bin`, '', 'a'));
  await share(page, site.url, many);
  await expect(page.getByRole('heading', { name: 'Too many files at once' })).toBeVisible();
  await expect.poll(() => kept(page)).toBe(0);
});
