import { experiment } from '../support/e2e/experiment.ts';
import { logStatus, statusLog } from '../support/e2e/status-log.ts';
import { expect, test } from '../support/e2e/test.ts';

/** Long enough to be stopped in the middle. */
const LONG = 'task=denoise&size=4mp&radius=2&repeat=16&workers=2';
const SHORT = {
  task: 'denoise',
  size: '1mp',
  params: { radius: '1' },
  strategies: ['blocking', 'pool'],
  workers: 2,
  warmup: false,
} as const;

const isDone = (text: string): boolean => text.startsWith('Done');

for (const strategy of ['chunked', 'pool'] as const) {
  for (const way of ['the button', 'Escape'] as const) {
    test(`${strategy} is cancelled by ${way}; nothing late is shown, and the next run is right`, async ({
      lab,
      page,
    }) => {
      await lab.open(LONG);
      await logStatus(page);
      await lab.begin(strategy);
      await lab.underWay();
      if (way === 'Escape') await page.keyboard.press('Escape');
      else await lab.cancelButton.click();
      await expect(lab.cancelled).toContainText(/Stopped .* after your tap\./);
      await expect(lab.cancelled).toContainText(/was done; none of it is kept/);
      await expect(lab.results).toHaveCount(0);

      const { runs } = await experiment(page, SHORT);
      await lab.done();
      expect(runs.map(({ status }) => status)).toEqual(['completed', 'completed']);
      expect(runs[0]?.checksum).toMatch(/^[0-9a-f]{16,}$/);
      expect(runs[1]?.checksum).toBe(runs[0]?.checksum);
      const log = await statusLog(page);
      expect(log).toContain('Cancelled.');
      expect(log.findIndex(isDone)).toBe(log.length - 1);
    });
  }
}
