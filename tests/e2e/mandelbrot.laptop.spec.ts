import { pictures, watch } from '../support/e2e/canvas-watch.ts';
import { expect, test } from '../support/e2e/test.ts';

test('tiles are seen while the pool still runs', async ({ lab, page }) => {
  await lab.open('task=mandelbrot&size=1024x768&iterations=10000&workers=2');
  const canvas = page.getByRole('application', { name: 'Mandelbrot set' });
  await expect(canvas).toBeVisible();
  const box = await canvas.boundingBox();
  // while a run is measured, this lies over it
  const over = canvas.locator('+ canvas');
  await expect(over).toBeHidden();
  await lab.begin('pool');
  await watch(over, 'Pool, running.');
  await expect(over).toBeVisible();
  expect(await over.boundingBox()).toEqual(box);
  await lab.done();
  expect(await pictures(over)).toBeGreaterThan(2);
  await expect(over).toBeHidden();
  expect(await canvas.boundingBox()).toMatchObject({ width: box?.width, height: box?.height });
});

test('the place is moved by a drag and by keys, and drawn again', async ({ lab, page }) => {
  await lab.open('task=mandelbrot&size=512x384&workers=2');
  const canvas = page.getByRole('application', { name: 'Mandelbrot set' });
  const where = page.getByText(/ across, .* iterations$/);
  const places = [await where.innerText()];
  const moved = async (): Promise<void> => {
    await expect(where).not.toHaveText(places.at(-1) ?? '');
    places.push(await where.innerText());
  };
  await canvas.scrollIntoViewIfNeeded();
  await watch(canvas);
  const { x, y } = await lab.placeOf(canvas);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 25, { steps: 4 });
  await page.mouse.up();
  await moved();

  await canvas.press('ArrowRight');
  await moved();
  await canvas.press('+');
  await moved();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await moved();
  await expect.poll(() => pictures(canvas)).toBeGreaterThan(3);
  await canvas.press('0');
  await expect(where).toHaveText(places[0] ?? '');
  expect(new Set(places).size).toBe(places.length);
});
