import { expect, test } from '../support/e2e/test.ts';

/** What a class needs after the first look: it has come while the page had nothing better to do. */
const NEEDED = ['LockedResult', 'ShareDialog', 'FreezeWarning', 'Hints'];
/** What comes by itself once the page is at rest. */
const BESIDE = ['offline.svelte', 'lasting.svelte', 'InstallButton'];

test('once a class experiment is open, asking and sharing need nothing more from the network', async ({
  lab,
  page,
}) => {
  await lab.open('task=denoise&size=4mp&radius=2&repeat=64&workers=2&lock=1');
  await page.waitForFunction(
    (names) => {
      const come = performance.getEntriesByType('resource').map(({ name }) => name);
      // Its style is named alike, and comes first.
      return names.every((name) => come.some((url) => url.includes(name) && url.endsWith('.js')));
    },
    [...NEEDED, ...BESIDE],
  );
  const asked: string[] = [];
  page.on('request', (request) => {
    // A font may come late, and workers are started anew when they are needed.
    const code = ['script', 'stylesheet'].includes(request.resourceType());
    if (code && !request.url().includes('worker')) asked.push(request.url());
  });
  await lab.compareButton.tap();
  await page
    .getByRole('dialog', { name: /^Blocking would freeze/ })
    .getByText('Don’t run')
    .tap();
  await page.getByRole('button', { name: 'Share' }).tap();
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).tap();
  await expect(lab.compareButton).toBeVisible();
  expect(asked).toEqual([]);
});
