import { logStatus, statusLog } from '../support/e2e/status-log.ts';
import { expect, test } from '../support/e2e/test.ts';

const LINK = 'task=edges&size=1mp&workers=2&runs=1&auto=1';

test('auto=1 counts down where everybody sees it, and starts what the link says', async ({ lab, page }) => {
  await lab.open(`${LINK}&strategy=pool`);
  await expect(page.getByText(/^The pool run starts in \d seconds?$/)).toBeVisible();
  await lab.done();
  await expect(lab.row('pool')).toBeVisible();
  await expect(page.getByText(/starts in/)).toHaveCount(0);
});

test('the count-down can be stopped, and then nothing starts by itself', async ({ lab, page }) => {
  await lab.open(LINK);
  await expect(page.getByText(/^The comparison starts in \d seconds?$/)).toBeVisible();
  await logStatus(page);
  await page.getByRole('button', { name: 'Don’t start' }).click();
  await expect(page.getByText(/starts in/)).toHaveCount(0);
  await lab.run('pool');
  const starts = (await statusLog(page)).filter((text) => /, next\.$/.test(text));
  expect(starts).toEqual(['Pool, next.']);
});
