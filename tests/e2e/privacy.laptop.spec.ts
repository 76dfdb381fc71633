import { made } from '../support/e2e/input-files.ts';
import { expect, test } from '../support/e2e/test.ts';
import { noisePixels, png } from '../support/pictures.ts';

test('a whole visit asks nobody else for anything', async ({ lab, page, guard, baseURL }) => {
  const asked: string[] = [];
  const sockets: string[] = [];
  const sent: string[] = [];
  page.context().on('request', (request) => {
    asked.push(request.url());
    if (request.method() !== 'GET') sent.push(request.url());
  });
  page.on('websocket', (socket) => sockets.push(socket.url()));

  await lab.open('task=blur&size=1mp&workers=2');
  await page
    .getByLabel('Choose files')
    .setInputFiles(made('mine.png', 'image/png', png(64, 64, noisePixels(64, 64))));
  await lab.idle();
  await lab.run('pool');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save' }).click();
  await download;
  for (const task of ['Hash files', 'Mandelbrot']) await lab.choose(task);
  await page.getByRole('link', { name: 'About' }).first().click();
  await expect(page.getByRole('heading', { name: 'Privacy' })).toBeVisible();

  expect(asked.length).toBeGreaterThan(5);
  const origins = new Set(asked.map((url) => new URL(url).origin));
  expect([...origins]).toEqual([new URL(baseURL ?? '').origin]);
  expect(sent).toEqual([]);
  expect(sockets).toEqual([]);
  expect(guard.problems).toEqual([]);
  expect(await page.evaluate(() => document.cookie)).toBe('');
});
