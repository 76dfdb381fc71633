import { violations, withAxe } from '../support/e2e/axe.ts';
import { expect, test } from '../support/e2e/test.ts';

/** So much that no machine does it on one thread in four seconds. */
const LONG = 'task=denoise&size=4mp&radius=2&repeat=64&workers=2';

test('before a long freeze the page asks, and no is no', async ({ lab, page }) => {
  await withAxe(page);
  await lab.open(LONG);
  await lab.runButton('blocking').tap();
  const warning = page.getByRole('dialog', { name: /^Blocking would freeze this phone for about/ });
  await expect(warning).toBeVisible();
  expect(await violations(page), 'warning').toEqual([]);
  await warning.getByRole('button', { name: 'Don’t run' }).tap();
  await expect(warning).toHaveCount(0);
  await expect(lab.runButton('blocking')).toBeVisible();

  await lab.compareButton.tap();
  await expect(warning).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(warning).toHaveCount(0);
  await expect(lab.runButton('blocking')).toBeVisible();
});

test('a smaller size is offered, and run', async ({ lab, page }) => {
  await lab.open(LONG);
  await lab.runButton('blocking').tap();
  await page.getByRole('button', { name: /^Take 1 megapixel/ }).tap();
  await lab.done();
  await expect(lab.row('blocking')).toContainText(/\d/);
  await expect(page).toHaveURL(/size=1mp/);
});

test('one can go on all the same', async ({ lab, page }) => {
  await lab.open(LONG);
  await lab.compareButton.tap();
  await page.getByRole('button', { name: 'Go on and freeze it' }).tap();
  await expect(lab.status).toHaveText(/Warming up|next/);
  await lab.cancelButton.tap();
  await expect(lab.cancelled).toBeVisible();
});

test('nobody is asked where the page stays free, or the freeze is short', async ({ lab, page }) => {
  await lab.open(LONG);
  await lab.begin('pool');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await lab.cancelButton.tap();
  await expect(lab.cancelled).toBeVisible();
  await lab.open('task=edges&size=1mp&workers=2');
  await lab.run('blocking');
});

test('a locked experiment asks too, and says what a smaller size costs', async ({ lab, page }) => {
  await lab.open(`${LONG}&lock=1`);
  await lab.compareButton.tap();
  const warning = page.getByRole('dialog', { name: /^Blocking would freeze/ });
  await expect(warning).toContainText('don’t compare with the others’');
  await warning.getByRole('button', { name: 'Don’t run' }).tap();
  await expect(lab.compareButton).toBeVisible();
});
