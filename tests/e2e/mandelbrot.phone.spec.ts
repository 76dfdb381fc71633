import { pictures, watch } from '../support/e2e/canvas-watch.ts';
import { expect, test } from '../support/e2e/test.ts';

test('a finger moves the place, two fingers zoom, and it is drawn again', async ({ lab, page }) => {
  await lab.open('task=mandelbrot&size=512x384&workers=2');
  const canvas = page.getByRole('application', { name: 'Mandelbrot set' });
  const where = page.getByText(/ across, .* iterations$/);
  const before = await where.innerText();
  await canvas.scrollIntoViewIfNeeded();
  await watch(canvas);
  const { x, y } = await lab.placeOf(canvas);

  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...spots: readonly number[]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: spots.map((dx, id) => ({ x: x + dx, y: y + dx / 2, id })),
    });
  await touch('touchStart', 0);
  await touch('touchMove', 20);
  await touch('touchMove', 50);
  await touch('touchEnd');
  await expect(where).not.toHaveText(before);
  await expect(where).toContainText('3 across');

  await touch('touchStart', -20, 20);
  await touch('touchMove', -40, 40);
  await touch('touchMove', -60, 60);
  await touch('touchEnd');
  await expect(where).toContainText(/\D1 across/);
  await expect.poll(() => pictures(canvas)).toBeGreaterThan(2);
});
