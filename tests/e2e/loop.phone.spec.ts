import { withAxe, violations } from '../support/e2e/axe.ts';
import { LoopPage } from '../support/e2e/loop-page.ts';
import { smallTargets, zoomingFields } from '../support/e2e/targets.ts';
import { expect, test } from '../support/e2e/test.ts';

test('one thumb: step, and code, stage and console stay in sight', async ({ page }) => {
  const loop = new LoopPage(page);
  await loop.open();
  await loop.key('Step').tap();
  await loop.recorded();
  const seen = page.locator('.written, .sentence, .stage, .lines');
  const places = () => seen.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  const before = await places();
  // A thumb stays where it is: `tap` would scroll the page where it finds the key covered for a moment.
  const key = await loop.key('Step').boundingBox();
  if (key === null) throw new Error('Step is not in sight.');
  for (let i = 0; i < 16; i += 1) {
    await page.touchscreen.tap(key.x + key.width / 2, key.y + key.height / 2);
    await expect(loop.position).toHaveAttribute('aria-valuetext', new RegExp(`^Step ${String(i + 2)} of`));
    expect(await places(), `at step ${String(i + 2)}`).toEqual(before);
  }
  const dock = await loop.position.evaluate((input) => input.getBoundingClientRect().top);
  const log = await loop.log.evaluate((element) => element.getBoundingClientRect().bottom);
  expect(log).toBeLessThanOrEqual(dock);
  await expect(loop.log.locator('.fresh')).toBeInViewport({ ratio: 1 });
});

test('narrow, with targets for a finger, and without violations', async ({ page }) => {
  await withAxe(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const loop = new LoopPage(page);
  await loop.open();
  for (const state of ['ready', 'stepping'] as const) {
    if (state === 'stepping') {
      await loop.run();
      for (let i = 0; i < 8; i += 1) await loop.key('Step').tap();
    }
    expect(await violations(page), state).toEqual([]);
    expect(await smallTargets(page), state).toEqual([]);
    expect(await zoomingFields(page), state).toEqual([]);
    for (const width of [320, 360]) {
      await page.setViewportSize({ width, height: 740 });
      const wide = await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0);
      expect(wide, `${state} at ${String(width)} px`).toBeLessThanOrEqual(width);
    }
  }
});
