import type { Page } from '@playwright/test';
import { jpeg } from '../support/e2e/input-files.ts';
import { expect, test } from '../support/e2e/test.ts';

/*
 * A file manager that opens a file with an installed app can't be driven here, nor can an app be installed in a
 * headless browser. So the browser's side is stood in for: its launch queue and its word that this is an app's
 * window. All that the page does with them is real.
 */
interface Launch {
  readonly name?: string;
  readonly type?: string;
  readonly base64?: string;
  readonly targetURL?: string;
  /** So many of them, named 1-…, 2-…. */
  readonly count?: number;
}

type Launching = typeof globalThis & { launch?: (params: object) => void };

async function asApp(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const real = globalThis.matchMedia.bind(globalThis);
    globalThis.matchMedia = (query) => real(query.includes('display-mode: standalone') ? 'all' : query);
    const setConsumer = (consumer: (params: object) => void) => {
      (globalThis as Launching).launch = consumer;
    };
    Object.defineProperty(globalThis, 'launchQueue', { value: { setConsumer }, configurable: true });
  });
}

async function launch(page: Page, params: Launch): Promise<void> {
  await page.waitForFunction(() => (globalThis as Launching).launch !== undefined);
  await page.evaluate(({ name, type = '', base64 = '', targetURL = location.href, count = 1 }) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const names = Array.from({ length: count }, (_, i) =>
      count === 1 ? name : `${String(i + 1)}-${name ?? ''}`,
    );
    const files = names.flatMap((each) =>
      each === undefined
        ? []
        : [{ kind: 'file', name: each, getFile: () => Promise.resolve(new File([bytes], each, { type })) }],
    );
    (globalThis as Launching).launch?.({ files, targetURL });
  }, params);
}

const PIECE: Launch = { name: 'disk.iso', base64: Buffer.from('abc').toString('base64') };
/** FIPS 180-2, B.1 */
const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

test.beforeEach(async ({ page }) => {
  await asApp(page);
});

test('a picture opens in the picture task that is on the page', async ({ lab, page }) => {
  await lab.open('task=edges&size=1mp&workers=2');
  const picture = await jpeg(page, 320, 200);
  await launch(page, { name: 'mine.jpg', type: 'image/jpeg', base64: picture.toString('base64') });
  await expect(page.getByText('mine.jpg', { exact: true })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Edges' })).toBeChecked();
  await lab.idle();
  await lab.run('pool');
  await expect(lab.results).toContainText('mine.jpg');
});

test('a picture opens in the blur where files are hashed', async ({ lab, page }) => {
  await lab.open('task=hash&size=2x1mib&workers=2');
  const picture = await jpeg(page, 320, 200);
  await launch(page, { name: 'mine.jpg', type: 'image/jpeg', base64: picture.toString('base64') });
  await expect(page.getByText('mine.jpg', { exact: true })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Blur' })).toBeChecked();
});

test('several pictures open in the image batch, all of them', async ({ lab, page }) => {
  await lab.open('task=edges&size=1mp&workers=2');
  const picture = await jpeg(page, 160, 100);
  const base64 = picture.toString('base64');
  await launch(page, { name: 'mine.jpg', type: 'image/jpeg', base64, count: 3 });
  await expect(page.getByRole('radio', { name: 'Image batch' })).toBeChecked();
  const photos = page.getByRole('list', { name: 'Photos' }).getByRole('listitem');
  await expect(photos).toHaveText(['1-mine.jpg: waits', '2-mine.jpg: waits', '3-mine.jpg: waits']);
});

test('any other file is hashed, from whatever page', async ({ lab, page }) => {
  await page.goto('./#/about');
  await launch(page, PIECE);
  await expect(lab.files).toContainText('disk.iso');
  await lab.idle();
  await lab.run('pool');
  await expect(lab.files).toContainText(ABC.slice(0, 8));
});

test('while something runs a file waits, and the result stays until the person says so', async ({
  lab,
  page,
}) => {
  await lab.open('task=denoise&size=1mp&radius=2&repeat=16&workers=1');
  await lab.begin('pool');
  await launch(page, PIECE);
  await lab.done();
  await expect(page.getByRole('heading', { name: 'disk.iso is waiting' })).toBeVisible();
  await expect(lab.table).toBeVisible();
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(lab.files).toContainText('disk.iso');
  await expect(page.getByRole('heading', { name: 'disk.iso is waiting' })).toHaveCount(0);
});

test('a file that can’t be read is told in a sentence', async ({ lab, page }) => {
  await lab.open('task=edges&size=1mp&workers=2');
  await page.waitForFunction(() => (globalThis as Launching).launch !== undefined);
  await page.evaluate(() => {
    const getFile = () => Promise.reject(new DOMException('', 'NotFoundError'));
    (globalThis as Launching).launch?.({ files: [{ kind: 'file', name: 'gone.png', getFile }] });
  });
  await expect(page.getByRole('heading', { name: 'gone.png could not be opened' })).toBeVisible();
  await page.getByRole('button', { name: /^Dismiss: gone.png/ }).click();
  await expect(page.getByRole('heading', { name: /gone.png/ })).toHaveCount(0);
});

test('a shortcut goes to its page, the app’s own icon changes nothing', async ({ lab, page, baseURL }) => {
  await lab.open('task=edges&size=1mp&workers=2');
  await launch(page, { targetURL: baseURL ?? '' });
  await launch(page, { targetURL: `${baseURL ?? ''}#/?task=hash` });
  await expect(page.getByRole('radio', { name: 'Hash files' })).toBeChecked();
  await launch(page, { targetURL: baseURL ?? '' });
  await expect(page).toHaveURL(/#\/\?task=hash$/);
});
