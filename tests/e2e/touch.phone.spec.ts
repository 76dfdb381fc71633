import { expect, test } from '../support/e2e/test.ts';

test('a phone: tap to run, scroll the results, change an option, run again', async ({ lab, page }) => {
  await lab.open('task=edges&size=1mp&workers=2');
  await lab.runButton('pool').tap();
  await lab.done();
  await page.getByRole('heading', { name: 'Every frame' }).scrollIntoViewIfNeeded();
  await expect(page.getByRole('heading', { name: 'Every thread' })).toBeVisible();
  const slider = page.getByRole('slider', { name: 'Before and after' });
  await slider.scrollIntoViewIfNeeded();
  await slider.tap({ position: { x: 20, y: 40 } });
  await expect(slider).not.toHaveAttribute('aria-valuetext', '50 % before');

  await page.getByRole('button', { name: 'Options' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Options' });
  await sheet.getByRole('spinbutton', { name: 'Times' }).fill('2');
  await sheet.getByRole('button', { name: 'Done' }).tap();
  await expect(sheet).toBeHidden();
  await lab.idle();
  await lab.runButton('chunked').tap();
  await lab.done();
  await expect(lab.row('chunked')).toBeVisible();
});

test('a phone: a tap on the target is told, a tap on Cancel stops the pool', async ({ lab, page }) => {
  await lab.open('task=denoise&size=4mp&radius=2&repeat=16&workers=2');
  await page.getByRole('button', { name: /^Tap me/ }).tap();
  await expect(page.getByRole('button', { name: /^Tap me/ })).toContainText(/waited [\d.,]+ ms/);
  await lab.begin('pool');
  await lab.underWay();
  await lab.cancelButton.tap();
  await expect(lab.cancelled).toContainText(/Stopped .* after your tap\./);
});

test('a phone: blocking can’t hear a tap, and says how long it waited', async ({ lab, page }) => {
  await lab.open('task=denoise&size=4mp&radius=2&repeat=4&workers=2');
  const { x, y } = await lab.beginBlocking();
  await page.touchscreen.tap(x, y);
  await expect(lab.cancelled).toContainText('Blocking could not hear you.');
  await expect(lab.cancelled).toContainText(/[\d,]+ ms/);
});
