import type { Locator, Page } from '@playwright/test';
import { deferred } from '../../src/async/deferred.ts';
import { expect, test } from '../support/e2e/test.ts';

/** How far the three ways were moved after they had been painted, each time in CSS pixels. */
function movesOfRows(page: Page): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        new PerformanceObserver((list) => {
          const sources = (list.getEntries() as LayoutShift[]).flatMap((entry) => [...(entry.sources ?? [])]);
          const rows = sources.filter(({ node }) => node instanceof Element && node.matches('.rows'));
          resolve(rows.map(({ previousRect, currentRect }) => currentRect.top - previousRect.top));
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
  readonly sources?: readonly {
    readonly node: Node | null;
    readonly previousRect: DOMRectReadOnly;
    readonly currentRect: DOMRectReadOnly;
  }[];
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

for (const [task, panel] of [
  ['primes', 'PrimesPanel'],
  ['hash', 'FilesPanel'],
] as const) {
  test(`${task}, opened by a link: the three ways aren’t pushed down by what stands above them`, async ({
    page,
  }) => {
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
    expect(await movesOfRows(page)).toEqual([]);
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
