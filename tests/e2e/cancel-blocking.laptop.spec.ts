import { logStatus, statusLog } from '../support/e2e/status-log.ts';
import { expect, test } from '../support/e2e/test.ts';

const LONG = 'task=denoise&size=4mp&radius=2&repeat=4&workers=2';

for (const way of ['the button', 'Escape'] as const) {
  test(`blocking can’t hear ${way}: the page says so, and how long it waited`, async ({ lab, page }) => {
    await lab.open(LONG);
    await logStatus(page);
    await lab.beginBlocking();
    if (way === 'Escape') await page.keyboard.press('Escape');
    // Both at once: the page answers neither before it is free again.
    else await Promise.all([page.mouse.down(), page.mouse.up()]);

    await expect(lab.cancelled).toContainText('Blocking could not hear you.');
    await expect(lab.cancelled).toContainText('your tap stood in the queue until the work was over');
    const waited = await lab.cancelled
      .getByText(/^[\d,.]+ ms$/)
      .first()
      .innerText();
    expect(parseFloat(waited.replace(',', ''))).toBeGreaterThan(0);
    await expect(lab.results).toHaveCount(0);

    await page.getByRole('button', { name: 'Try chunked' }).click();
    await lab.measuring('chunked');
    await lab.underWay();
    await lab.cancelButton.click();
    await expect(lab.cancelled).toContainText('after your tap');
    expect((await statusLog(page)).filter((text) => text.startsWith('Done'))).toEqual([]);
  });
}
