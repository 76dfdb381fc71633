import type { Locator, Page } from '@playwright/test';
import { deferred } from '../../src/async/deferred.ts';
import { expect, test } from '../support/e2e/test.ts';

/**
 * What was moved after it had been painted; but for the heading that is there before its font, and the sentence beside
 * the button, which stays centred when the forecast makes it longer.
 */
function moved(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        new PerformanceObserver((list) => {
          const sources = (list.getEntries() as LayoutShift[]).flatMap((entry) => [...(entry.sources ?? [])]);
          const parts = sources.flatMap(({ node }) => (node instanceof Element ? [node] : []));
          const ofPage = parts.filter(
            (part) => part.matches('.page, .page *') && !part.closest('h1, .feel, .dock'),
          );
          resolve(ofPage.map((part) => part.outerHTML.slice(0, 80)));
        }).observe({ type: 'layout-shift', buffered: true });
        // Where nothing at all was moved nobody is called.
        requestAnimationFrame(() => {
          requestAnimationFrame(() => {
            resolve([]);
          });
        });
      }),
  );
}

interface LayoutShift extends PerformanceEntry {
  readonly sources?: readonly { readonly node: Node | null }[];
}

function frames(page: Page, count: number): Promise<void> {
  return page.evaluate(async (left) => {
    for (let i = 0; i < left; i += 1) await new Promise(requestAnimationFrame);
  }, count);
}

/** Nothing lies over any corner of it. */
function isUncovered(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return [left + 1, right - 1].every((x) =>
      [top + 1, bottom - 1].every((y) => element.contains(document.elementFromPoint(x, y))),
    );
  });
}

for (const [width, height] of [
  [320, 640],
  [360, 740],
  [820, 1180],
  [1440, 900],
] as const) {
  test(`nothing of the lab moves while it is made on a slow device of ${String(width)} px`, async ({
    lab,
    page,
  }) => {
    await page.setViewportSize({ width, height });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await lab.open();
    expect(await moved(page)).toEqual([]);
  });
}

for (const [task, panel] of [
  ['primes', 'PrimesPanel'],
  ['hash', 'FilesPanel'],
] as const) {
  test(`${task}, opened by a link: nothing is pushed down by what comes after it`, async ({ page }) => {
    const asked = deferred<undefined>();
    const painted = deferred<undefined>();
    await page.route(new RegExp(`/assets/${panel}-[^/]*\\.js$`), async (route) => {
      asked.resolve(undefined);
      await painted.promise;
      await route.continue();
    });
    await page.goto(`./#/?task=${task}`);
    await asked.promise;
    // What wouldn't wait for the panel has its turns, and is painted.
    await frames(page, 10);
    painted.resolve(undefined);
    await expect(page.getByRole('button', { name: 'Run blocking' })).toBeAttached();
    await page.waitForFunction(() => globalThis.unblocked !== undefined);
    expect(await moved(page)).toEqual([]);
  });
}

for (const [width, height] of [
  [320, 640],
  [360, 740],
] as const) {
  test(`the grown strip covers no way’s name at ${String(width)} px`, async ({ lab, page }) => {
    await page.setViewportSize({ width, height });
    for (const link of ['task=denoise&size=1mp&radius=2&repeat=16', 'task=primes&limit=3000000000']) {
      await lab.open(`${link}&workers=2`);
      await lab.begin('chunked');
      const name = page.locator('.rows').getByText('Blocking', { exact: true });
      await expect.poll(() => isUncovered(name), link).toBe(true);
      await lab.cancelButton.tap();
      await expect(lab.cancelled).toBeVisible();
    }
  });
}
