import type { Page } from '@playwright/test';
import { SLUGS, type Slug } from '../../src/learn/model/slugs.ts';
import { expect, test } from '../support/e2e/test.ts';

/** Their first program keeps the thread, or every core: that is what they show. */
const ON_PURPOSE: readonly Slug[] = [
  'blocking',
  'yielding',
  'speed-up',
  'stopping',
  'shared-memory',
  'workers',
];

/** Below this somebody would see it, even on a busy machine. */
const SLOWEST = 0.5;

/** Enough to tell a rate by, however short the run. */
const LEAST = 24;

interface Watch {
  frames: number;
  readonly begun: number;
}
type Watching = typeof globalThis & { watch: Watch };

/** Counts frames from now on, until the next watch begins. */
function startWatch(page: Page): Promise<void> {
  return page.evaluate(() => {
    const watch: Watch = { frames: 0, begun: performance.now() };
    (globalThis as Watching).watch = watch;
    const look = (): void => {
      watch.frames += 1;
      if ((globalThis as Watching).watch === watch) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Frames a millisecond since the watch began; a short run is looked at a little longer. */
function rate(page: Page): Promise<number> {
  return page.evaluate(async (least) => {
    const { watch } = globalThis as Watching;
    while (watch.frames < least) await new Promise((drawn) => requestAnimationFrame(drawn));
    return watch.frames / (performance.now() - watch.begun);
  }, LEAST);
}

test('no lesson takes the page below its frame rate, unless that is its point', async ({ page }) => {
  for (const slug of SLUGS.filter((name) => !ON_PURPOSE.includes(name))) {
    await page.goto(`./#/learn/${slug}`);
    const run = page.getByRole('region', { name: 'Code' }).getByRole('button', { name: 'Run' });
    await expect(run).toBeVisible();
    await startWatch(page);
    const idle = await rate(page);
    await startWatch(page);
    await run.click();
    await expect(page.getByRole('region', { name: 'Trace', exact: true }).getByRole('slider')).toBeVisible();
    const running = await rate(page);
    // played back as well
    await startWatch(page);
    await page.getByRole('button', { name: 'Play' }).click();
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
    const replayed = await rate(page);
    test.info().annotations.push({
      type: slug,
      description: `${running.toFixed(3)} and ${replayed.toFixed(3)} of ${idle.toFixed(3)} a ms`,
    });
    expect(running, `${slug}, running`).toBeGreaterThan(idle * SLOWEST);
    expect(replayed, `${slug}, replayed`).toBeGreaterThan(idle * SLOWEST);
  }
});
