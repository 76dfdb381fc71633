import { deferred } from '../../src/async/deferred.ts';
import { expect, test } from '../support/e2e/test.ts';

const SCRIPT = /\/assets\/page-[^/]*\.js$/;

for (const [width, height] of [
  [320, 640],
  [360, 740],
  [820, 1180],
] as const) {
  test(`the first heading stands where the lab’s will at ${String(width)} px, before the page’s script is there`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const asked = deferred<undefined>();
    await page.route(SCRIPT, async (route) => {
      await asked.promise;
      await route.continue();
    });
    await page.goto('./', { waitUntil: 'commit' });

    const first = page.locator('#first');
    await expect(first).toBeVisible();
    await page.evaluate(() => document.fonts.load('700 22px Overpass'));
    const before = { box: await first.boundingBox(), words: await first.innerText() };
    asked.resolve(undefined);

    const heading = page.getByRole('heading', { level: 1 });
    await expect(page.getByRole('button', { name: 'Compare all' })).toBeVisible();
    await expect(heading).toHaveCount(1);
    expect({ box: await heading.boundingBox(), words: await heading.innerText() }).toEqual(before);
  });
}

for (const address of ['#/learn', '#/?present=1', '#/?task=hash&size=200x1mib&lock=1']) {
  test(`no heading of the lab is shown before the page of ${address}`, async ({ page }) => {
    await page.route(SCRIPT, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    await page.goto(`./${address}`);
    await expect(page.locator('#first')).toBeHidden();
  });
}

test('the theme that was chosen is there before the page’s script', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.addInitScript(() => {
    localStorage.setItem('unblocked-theme', 'dark');
  });
  await page.route(SCRIPT, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto('./');
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(23, 32, 37)');
});
