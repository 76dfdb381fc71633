import type { Locator, Page } from '@playwright/test';
import { LoopPage } from '../support/e2e/loop-page.ts';
import { expect, test } from '../support/e2e/test.ts';

/** More stops than the page has. */
const MOST = 40;

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < MOST; i += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${String(MOST)} times Tab did not lead to ${target.toString()}.`);
}

test('everything can be done by keys alone', async ({ page }) => {
  const loop = new LoopPage(page);
  await loop.open();

  const example = page.getByRole('combobox', { name: 'Example' });
  await tabTo(page, example);
  await page.keyboard.type('Promise ag');
  await expect(loop.code).toContainText("Promise.resolve('promise')");

  // Into the editor, and out of it: Tab is no trap.
  await tabTo(page, loop.code);
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type("\nconsole.log('typed');");
  await page.keyboard.press('ControlOrMeta+Enter');
  await loop.recorded();
  await expect(loop.code).toBeFocused();
  await expect(loop.code).toHaveText(/typed/);

  await tabTo(page, loop.position);
  await page.keyboard.press('End');
  await expect(loop.lines).toHaveText(['script', 'typed', 'promise', 'timeout']);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(loop.position).toHaveAttribute('aria-valuetext', /^Step 2 of/);

  await tabTo(page, loop.key('Step'));
  await page.keyboard.press('Enter');
  await expect(loop.position).toHaveAttribute('aria-valuetext', /^Step 3 of/);
  await tabTo(page, loop.key('Play'));
  await page.keyboard.press('Space');
  await expect(loop.key('Pause')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(loop.key('Play')).toBeFocused();
});

test('a card with the focus shows the line that queued it', async ({ page }) => {
  const loop = new LoopPage(page);
  await loop.openCode("setTimeout(() => {}, 5);\nconsole.log('now');");
  await loop.run();
  await loop.key('Step').click();
  await loop.place('Waiting').getByRole('button').focus();
  await expect(page.locator('.cm-pointed')).toContainText('setTimeout');
});

test('with less motion nothing moves: what has come is outlined', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const loop = new LoopPage(page);
  await loop.open();
  await loop.run();
  // Pressed and looked at in the page itself: what moves may have come to rest before a test asks.
  const step = () =>
    loop.key('Step').evaluate(async (key) => {
      (key as HTMLElement).click();
      await new Promise(requestAnimationFrame);
      return document
        .getAnimations()
        .flatMap(({ effect }) => (effect instanceof KeyframeEffect ? effect.getKeyframes() : []))
        .flatMap((frame) => Object.keys(frame));
    });
  const moved: string[] = [];
  for (let i = 0; i < 6; i += 1) moved.push(...(await step()));
  expect(moved).toContain('outline');
  expect(moved).not.toContain('transform');
  expect(moved).not.toContain('offsetDistance');
});
