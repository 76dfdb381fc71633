import { expect, type Locator, type Page } from '@playwright/test';

/** More than any page of ours has between two things. */
const MOST = 80;

/** Goes to something by Tab alone, forwards or backwards. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let i = 0; i < MOST; i += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${String(target)} was not reached by ${key}.`);
}

export async function pressAt(
  page: Page,
  target: Locator,
  key = 'Enter',
  by: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  await tabTo(page, target, by);
  await page.keyboard.press(key);
}
