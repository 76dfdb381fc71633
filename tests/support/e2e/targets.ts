import type { Page } from '@playwright/test';

/** What can be pressed, by what a finger meets: a radio's label, not its hidden input; links in a sentence are text. */
const PRESSABLE =
  'button, a[href], select, textarea, [role="slider"], label:has(input), input:not(label input, .visually-hidden, .over)';

/** Everything on the page that is smaller than a finger needs, named. */
export function smallTargets(page: Page, least = 44): Promise<string[]> {
  return page.evaluate(
    ([selector, px]) => {
      const seen = [...document.querySelectorAll(selector)].filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) &&
          element.closest('p') === null &&
          !element.matches('.skip, .visually-hidden'),
      );
      return seen.flatMap((element) => {
        // A file field lies unseen over the button that is seen.
        const met = element.matches('[type="file"]') ? (element.parentElement ?? element) : element;
        const { width, height } = met.getBoundingClientRect();
        const fits = width >= px - 0.5 && height >= px - 0.5;
        return fits
          ? []
          : [
              `${String(Math.round(width))} × ${String(Math.round(height))}: ${element.outerHTML.slice(0, 90)}`,
            ];
      });
    },
    [PRESSABLE, least] as const,
  );
}

/** Fields whose type is so small that iOS zooms in when they are focused. */
export function zoomingFields(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('input, select, textarea')]
      .filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16)
      .map((field) => field.outerHTML.slice(0, 90)),
  );
}
