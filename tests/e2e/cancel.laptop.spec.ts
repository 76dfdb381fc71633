import { experiment } from '../support/e2e/experiment.ts';
import type { LabPage } from '../support/e2e/lab-page.ts';
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

async function expectStopped({ cancelled, results }: LabPage): Promise<void> {
  await expect(cancelled).toContainText(/Stopped .* after your tap\./);
  await expect(cancelled).toContainText(/was done; none of it is kept/);
  await expect(results).toHaveCount(0);
}

for (const strategy of ['chunked', 'pool'] as const) {
  test(`${strategy} is cancelled by the button and by Escape; nothing late is shown, the next run is right`, async ({
    lab,
    page,
  }) => {
    await lab.open(LONG);
    await logStatus(page);
    await lab.begin(strategy);
    await lab.underWay();
    await lab.cancelButton.click();
    await expectStopped(lab);

    await page.getByRole('button', { name: 'Run again' }).click();
    await lab.measuring(strategy);
    await lab.underWay();
    await page.keyboard.press('Escape');
    await expectStopped(lab);

    const { runs } = await experiment(page, SHORT);
    await lab.done();
    expect(runs.map(({ status }) => status)).toEqual(['completed', 'completed']);
    expect(runs[0]?.checksum).toMatch(/^[0-9a-f]{16,}$/);
    expect(runs[1]?.checksum).toBe(runs[0]?.checksum);
    const log = await statusLog(page);
    expect(log.filter((text) => text === 'Cancelled.')).toHaveLength(2);
    expect(log.findIndex(isDone)).toBe(log.length - 1);
  });
}
