import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/e2e/test.ts';

/** More stops than the page has. */
const MOST = 60;

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < MOST; i += 1) {
    await page.keyboard.press('Tab');
    const there = await target.evaluate((element) => element === document.activeElement);
    if (there) return;
  }
  throw new Error(`${MOST} times Tab did not lead to ${target.toString()}.`);
}

/** What has the focus shows it. */
async function expectSeen(page: Page): Promise<void> {
  const outlined = await page.evaluate(() => {
    const { activeElement: focus } = document;
    if (focus === null || !focus.matches(':focus-visible')) return 'no focus that is seen';
    const near = [focus, ...(focus.parentElement?.querySelectorAll(':scope > *') ?? [])];
    return near.some((element) => getComputedStyle(element).outlineStyle !== 'none') ? '' : focus.outerHTML;
  });
  expect(outlined).toBe('');
}

test('everything can be done by keys alone', async ({ lab, page }) => {
  await lab.open('task=blur&size=1mp&runs=1&workers=2');
  const radio = (name: string) => page.getByRole('radio', { name, exact: true });

  // A task: the group is one stop, arrows move in it.
  await tabTo(page, radio('Blur'));
  await expectSeen(page);
  await page.keyboard.press('ArrowRight');
  await expect(radio('Edges')).toBeChecked();
  await page.keyboard.press('ArrowRight');
  await expect(radio('Denoise')).toBeChecked();
  await lab.idle();

  // An option.
  await tabTo(page, page.getByRole('button', { name: /^Options/ }));
  await expectSeen(page);
  await page.keyboard.press('Enter');
  const size = page.getByRole('combobox', { name: 'Size' });
  await tabTo(page, size);
  await page.keyboard.press('1');
  await expect(size).toHaveValue('1mp');
  const times = page.getByRole('spinbutton', { name: 'Times' });
  await tabTo(page, times);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('16');
  await page.keyboard.press('Tab');
  await lab.idle();
  await expect(times).toHaveValue('16');

  // Compare, and stop it.
  for (let i = 0; i < 12; i += 1) {
    await page.keyboard.press('Shift+Tab');
    if (await lab.compareButton.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(lab.compareButton).toBeFocused();
  await page.keyboard.press('Enter');
  await lab.measuring('chunked');
  await lab.underWay();
  await page.keyboard.press('Escape');
  await expect(lab.cancelled).toBeVisible();

  // Run one way, and read what came of it.
  await tabTo(page, lab.runButton('pool'));
  await expectSeen(page);
  await page.keyboard.press('Space');
  await lab.done();
  const slider = page.getByRole('slider', { name: 'Before and after' });
  await tabTo(page, slider);
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', '0 % before');
});
