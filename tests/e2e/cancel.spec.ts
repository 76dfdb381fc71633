import { experiment } from '../support/e2e/experiment.ts';
import { logStatus, statusLog } from '../support/e2e/status-log.ts';
import { expect, test } from '../support/e2e/test.ts';

/** Long enough to be stopped in the middle. */
const LONG = 'task=denoise&size=4mp&repeat=16&workers=2';
const SHORT = { task: 'denoise', size: '1mp', strategies: ['pool'], workers: 2 } as const;

for (const strategy of ['chunked', 'pool'] as const) {
  for (const way of ['button', 'Escape'] as const) {
    test(`${strategy} is cancelled by ${way}; nothing late is shown and the next run is right`, async ({
      lab,
      page,
    }) => {
      await lab.open(LONG);
      await logStatus(page);
      await lab.begin(strategy);
      if (way === 'button') await lab.cancelButton.click();
      else await page.keyboard.press('Escape');
      await expect(lab.cancelled).toContainText(/Stopped .* after your tap\./);
      await expect(lab.cancelled).toContainText('none of it is kept');
      await expect(lab.results).toHaveCount(0);

      const after = await experiment(page, SHORT);
      await expect(lab.results).toBeVisible();
      const log = await statusLog(page);
      expect(log.filter((text) => text.startsWith('Done'))).toHaveLength(1);
      expect(log.indexOf('Cancelled.')).toBeLessThan(log.findIndex((text) => text.startsWith('Done')));
      const again = await experiment(page, { ...SHORT, strategies: ['blocking'] });
      expect(after.runs.map((run) => run.checksum)).toEqual(again.runs.map((run) => run.checksum));
    });
  }
}
