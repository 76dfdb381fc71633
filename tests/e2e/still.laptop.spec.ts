import { expect, test } from '../support/e2e/test.ts';

type Watching = typeof globalThis & { places?: Set<number> };

for (const width of [1440, 1100, 800]) {
  test(`Cancel takes the place of Compare all and stays there, ${String(width)} px wide`, async ({
    lab,
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await lab.open('task=edges&size=1mp&runs=1&workers=2');
    await lab.compareButton.scrollIntoViewIfNeeded();
    // In the page, with every frame: a jump may last but for a moment.
    await page.evaluate(() => {
      const places = new Set<number>();
      (globalThis as Watching).places = places;
      const look = (): void => {
        const keys = [...document.querySelectorAll('main button')];
        const key = keys.find(({ textContent }) => /^\s*(Cancel|Compare all)/.test(textContent));
        const status = document.querySelector('main > [role="status"]')?.textContent ?? '';
        if (key === undefined || status.startsWith('Done')) return;
        places.add(key.getBoundingClientRect().top + scrollY);
        requestAnimationFrame(look);
      };
      look();
    });
    await lab.compareButton.click();
    await lab.done();
    const places = await page.evaluate(() => [...((globalThis as Watching).places ?? [])]);
    expect(places.length).toBeGreaterThan(0);
    // Two pixels are text that is measured in fractions; a line of the heading would be 40.
    expect(Math.max(...places) - Math.min(...places)).toBeLessThan(2);
  });
}
