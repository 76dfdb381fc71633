import { expect, test } from '../support/e2e/test.ts';

test('a screen at half its beat is told: low-power mode, most likely', async ({ lab, page }) => {
  await page.addInitScript(() => {
    // As in iOS low-power mode: every second frame.
    const ask = globalThis.requestAnimationFrame.bind(globalThis);
    globalThis.requestAnimationFrame = (callback) => ask(() => ask(callback));
  });
  await lab.open('task=edges&size=1mp&workers=2');
  const hint = page.getByRole('note').filter({ hasText: 'This screen shows 30 frames a second' });
  await expect(hint).toContainText('low-power mode');
  await lab.run('pool');
  await expect(hint).toBeVisible();
  await hint.getByRole('button', { name: /^Dismiss/ }).tap();
  await expect(hint).toHaveCount(0);
});

test('a run much slower than its twin just before is flagged', async ({ lab, page, context }) => {
  await lab.open('task=denoise&size=1mp&radius=2&repeat=4&workers=2');
  const flag = page.getByRole('note').filter({ hasText: 'Chunked was slowed down' });
  await lab.run('chunked');
  await expect(flag).toHaveCount(0);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await lab.run('chunked');
  await expect(flag).toContainText(/took [\d.]+ times as long as just before/);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
});
