import { violations, withAxe } from '../support/e2e/axe.ts';
import type { LabPage } from '../support/e2e/lab-page.ts';
import { expect, test } from '../support/e2e/test.ts';

const LINK = 'task=edges&size=1mp&repeat=8&workers=2&present=1';

/** The slide that listens to the keys comes after the lab. */
async function open(lab: LabPage, link: string): Promise<void> {
  await lab.open(link);
  await expect(lab.page.getByRole('heading', { level: 1 })).toHaveText(/three ways/);
}

test('a remote goes through it: run, result, why, what came out, and ready again', async ({ lab, page }) => {
  await withAxe(page);
  await open(lab, LINK);
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('Same edges, three ways. Which one will freeze?');
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible();
  expect(await violations(page), 'ready').toEqual([]);

  await page.keyboard.press('PageDown');
  await lab.ended();
  await expect(lab.results.getByRole('heading', { level: 2 })).toHaveText(['Blocking', 'Chunked', 'Pool']);
  await expect(page.getByText('Same result, byte for byte')).toBeVisible();
  expect(await violations(page), 'result').toEqual([]);

  await page.keyboard.press('2');
  await expect(lab.results.getByRole('heading', { level: 2 })).toHaveText(['Chunked']);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('heading', { name: 'Where the time went' })).toBeVisible();
  expect(await violations(page), 'why').toEqual([]);
  await page.keyboard.press('PageDown');
  await expect(title).toHaveText('What came out.');
  await expect(page.getByRole('slider', { name: 'Before and after' })).toBeInViewport();
  expect(await violations(page), 'what came out').toEqual([]);
  await page.keyboard.press('PageDown');
  await expect(title).toHaveText(/^Same edges/);
});

test('the digits run one after the other, and the board fills', async ({ lab, page }) => {
  await open(lab, LINK);
  const board = lab.results.getByRole('heading', { level: 2 });
  await page.keyboard.press('3');
  await expect(board).toHaveText(['Pool'], { timeout: 90_000 });
  await page.keyboard.press('2');
  await expect(board).toHaveText(['Chunked', 'Pool'], { timeout: 90_000 });
  await expect(page.getByText('Same result, byte for byte')).toBeVisible();
});

test('Escape stops the run, then goes back, then leaves, and the address tells', async ({ lab, page }) => {
  await open(lab, 'task=denoise&size=4mp&radius=2&repeat=16&workers=2&present=1');
  await page.keyboard.press('3');
  await lab.measuring('pool');
  await page.keyboard.press('Escape');
  await expect(lab.cancelled).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lab.runButton('pool')).toBeVisible();
  await expect(page).toHaveURL(/present=1/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  await expect(page).not.toHaveURL(/present=1/);
});

test('Q fills the screen with the code, a full stop makes it black', async ({ lab, page }) => {
  await withAxe(page);
  await open(lab, LINK);
  const code = page.getByRole('img', { name: /^QR code/ });
  const small = await code.boundingBox();
  await page.keyboard.press('q');
  await expect(page.getByRole('button', { name: /Back to the experiment/ })).toBeVisible();
  const large = await code.boundingBox();
  expect(large?.width ?? 0).toBeGreaterThan(1.2 * (small?.width ?? Infinity));
  expect(await violations(page), 'code').toEqual([]);
  await page.keyboard.press('Escape');
  await expect(lab.runButton('blocking')).toBeVisible();
  await page.keyboard.press('.');
  await expect(page.getByRole('button', { name: 'Show the slide again' })).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('button', { name: 'Show the slide again' })).toHaveCount(0);
  await expect(lab.status).toHaveText('');
});

test('every slide fits its projector, in type no smaller than a sixtieth of its height', async ({
  lab,
  page,
}) => {
  for (const [width, height] of [
    [1920, 1080],
    [1280, 720],
    [1024, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    await open(lab, LINK);
    const size = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      const footer = document.querySelector('footer')?.getBoundingClientRect().bottom ?? Infinity;
      const type = [...document.querySelectorAll('main p, main button, main span, main kbd')]
        .filter((element) => element.checkVisibility() && (element.textContent || '').trim() !== '')
        .filter((element) => !element.matches('.visually-hidden, .feel *'))
        .map((element) => Number.parseFloat(getComputedStyle(element).fontSize));
      return { scrollWidth, scrollHeight, footer, least: Math.min(...type) };
    });
    expect(size.scrollWidth, `${String(width)} wide`).toBeLessThanOrEqual(width);
    expect(size.scrollHeight, `${String(height)} high`).toBeLessThanOrEqual(height);
    expect(size.footer).toBeLessThanOrEqual(height);
    expect(size.least).toBeGreaterThanOrEqual(Math.min(width / 16, height / 9) / 6.7);
  }
});
