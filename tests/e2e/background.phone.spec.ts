import { hideWhen, makeHideable, setHidden } from '../support/e2e/hideable.ts';
import { expect, test } from '../support/e2e/test.ts';

const LINK = 'task=edges&size=4mp&repeat=24&workers=2';

for (const strategy of ['chunked', 'pool'] as const) {
  test(`${strategy}: sent to the background and brought back, a run ends and is not counted`, async ({
    lab,
    page,
  }) => {
    await makeHideable(page);
    await lab.open(LINK);
    await lab.begin(strategy);
    await lab.underWay();
    await setHidden(page, true);
    // Work goes on where the system lets it; what the meter needs is not there.
    await setHidden(page, false);
    await lab.done();
    await expect(lab.results).toContainText(
      /One run is not counted\. The page was hidden for (a moment|[\d.]+ s)/,
    );
  });
}

test('in the background between two runs the next one waits, and then counts', async ({ lab, page }) => {
  await makeHideable(page);
  await lab.open(`${LINK}&runs=1`);
  await hideWhen(page, 'Pool, next.');
  await lab.runButton('pool').tap();
  await expect.poll(() => page.evaluate(() => document.hidden)).toBe(true);
  await expect(lab.status).toHaveText('Pool, next.');
  await setHidden(page, false);
  await lab.done();
  await expect(lab.results).not.toContainText('not counted');
  await expect(lab.row('pool')).toContainText(/\d/);
});

test('a run that waits in the background hears Cancel', async ({ lab, page }) => {
  await makeHideable(page);
  await lab.open(LINK);
  await setHidden(page, true);
  await lab.runButton('chunked').tap();
  await expect(lab.status).toHaveText('Chunked, next.');
  await lab.cancelButton.tap();
  await expect(lab.cancelled).toBeVisible();
  await setHidden(page, false);
  await lab.run('pool');
});

test('the screen is turned in the middle of a run: it is completed', async ({ lab, page }) => {
  await lab.open(LINK);
  await lab.begin('pool');
  await page.setViewportSize({ width: 740, height: 360 });
  await page.setViewportSize({ width: 360, height: 740 });
  await lab.done();
  await expect(lab.row('pool')).toContainText(/\d/);
});

test('the screen is kept on while something runs, and let go afterwards', async ({ lab, page }) => {
  await page.addInitScript(() => {
    const request = (): Promise<object> => {
      document.documentElement.dataset.awake = 'yes';
      const release = (): Promise<void> => {
        document.documentElement.dataset.awake = 'no';
        return Promise.resolve();
      };
      return Promise.resolve({ release });
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
  });
  await lab.open(LINK);
  const html = page.locator('html');
  await expect(html).not.toHaveAttribute('data-awake');
  await lab.begin('pool');
  await expect(html).toHaveAttribute('data-awake', 'yes');
  await lab.done();
  await expect(html).toHaveAttribute('data-awake', 'no');
});
