import { expect, test } from '../support/e2e/test.ts';
import type { LabPage, Strategy } from '../support/e2e/lab-page.ts';

/** What the table says of the taps: the longest wait, and after what time the person saw it, in ms. */
async function tapCell(lab: LabPage, strategy: Strategy): Promise<{ waited: number; shown: number }> {
  const at = await lab.table
    .getByRole('columnheader')
    .evaluateAll((heads) => heads.findIndex((head) => head.textContent.startsWith('A tap')));
  const text = (await lab.row(strategy).locator('> *').nth(at).innerText()).replaceAll(',', '');
  const [, waited, shown] = /^(\d+)\s*(?:longest of \d+,? ?)?shown after (\d+)/.exec(text) ?? [];
  return { waited: Number(waited), shown: Number(shown) };
}

test('a tap waits for a blocked page until its end, and hardly for the pool; both are told with what one saw', async ({
  lab,
  page,
}) => {
  await lab.open('task=mandelbrot&size=1024x768&iterations=3000&workers=2');
  const target = page.getByRole('button', { name: /^Tap me/ });
  await lab.begin('pool');
  await lab.underWay();
  await target.click();
  await lab.done();
  const pool = await tapCell(lab, 'pool');

  await page.reload();
  await lab.idle();
  const place = await lab.placeOf(target);
  await lab.beginBlocking();
  await page.mouse.click(place.x, place.y);
  await lab.done();
  const blocking = await tapCell(lab, 'blocking');
  expect(blocking.waited).toBeGreaterThan(5 * Math.max(1, pool.waited));
  // The paint comes after the handler; the browser rounds its own figure to 8 ms.
  expect(blocking.shown).toBeGreaterThan(blocking.waited - 9);
  expect(pool.shown).toBeGreaterThan(0);
  await expect(page.getByText(/^Long frames, over 50 ms: blocking \d/)).toBeVisible();
});
