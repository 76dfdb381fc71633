import { expect, type Page } from '@playwright/test';

const WIDTHS = [320, 360] as const;

/** Nothing is wider than the screen; where something is, it is named. Leaves the page at 360 px. */
export async function expectNarrow(page: Page, state: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 740 });
    const wide = await page.evaluate(() => {
      const most = document.documentElement.clientWidth;
      if ((document.scrollingElement?.scrollWidth ?? 0) <= most) return [];
      const all = [...document.body.querySelectorAll('*')];
      return all
        .filter((element) => element.getBoundingClientRect().right > most + 1)
        .map((element) => element.outerHTML.slice(0, 120));
    });
    expect(wide, `${state} at ${String(width)} px`).toEqual([]);
  }
}
