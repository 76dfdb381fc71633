import { LessonPage } from '../support/e2e/lesson-page.ts';
import { expectNarrow } from '../support/e2e/narrow.ts';
import { LoopPage } from '../support/e2e/loop-page.ts';
import { smallTargets, zoomingFields } from '../support/e2e/targets.ts';
import { expect, test } from '../support/e2e/test.ts';

const STANDARD = /^https:\/\/(html\.spec\.whatwg|tc39|dom\.spec\.whatwg|streams\.spec\.whatwg|w3c\.github)\./;

test('one thumb: an order is dragged, run, seen, opened in the stepper, and remembered', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.open('event-loop');
  await lesson.key('What will it do?').tap();
  const rows = page.getByRole('list', { name: 'Your order' }).getByRole('listitem');
  await expect(rows.first()).toContainText('start');
  const from = await rows.nth(1).locator('.handle').boundingBox();
  const to = await rows.first().boundingBox();
  if (from === null || to === null) throw new Error('The rows are not on the page.');
  await page.mouse.move(from.x + 40, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + to.height / 2, { steps: 6 });
  await page.mouse.up();
  await expect(rows.first()).toContainText('timer');
  expect(await smallTargets(page), 'predicting').toEqual([]);
  expect(await zoomingFields(page)).toEqual([]);

  await lesson.key('Run').tap();
  await lesson.ran('Fix it');
  await expect(lesson.prediction).toContainText('You said');
  await expect(lesson.prediction).toContainText('start, end, microtask');
  expect(await smallTargets(page), 'seen').toEqual([]);
  const term = page.getByRole('button', { name: 'microtasks', exact: true }).first();
  await term.tap();
  const meaning = page.locator('[popover]:popover-open');
  await expect(meaning).toBeInViewport({ ratio: 1 });
  await expect(meaning.getByRole('link')).toHaveAttribute('href', STANDARD);
  await page.keyboard.press('Escape');
  await expect(meaning).toHaveCount(0);

  await page.getByRole('navigation', { name: 'Stops of this lesson' }).getByText('Why').tap();
  await page.goto('./#/learn');
  const row = page.locator('main a[href="#/learn/event-loop"]');
  await expect(row).toContainText('finished');
  await page.reload();
  await expect(row).toContainText('finished');
  await page.getByRole('button', { name: 'Forget my progress' }).tap();
  await expect(row).not.toContainText('finished');
  await expect(page.getByText('0 of 20 lessons finished')).toBeVisible();

  await lesson.open('event-loop?at=predict');
  await lesson.key('Run').tap();
  await lesson.ran('Fix it');
  await page.getByRole('link', { name: 'Open in the stepper' }).filter({ visible: true }).tap();
  const loop = new LoopPage(page);
  await expect(loop.code).toContainText('queueMicrotask(() =>');
});

test('the map says where to start, and a teacher hides the answers and reveals them', async ({ page }) => {
  await page.goto('./#/learn');
  const rows = page.getByRole('main').locator('a[href^="#/learn/"]');
  await expect(page.getByText(/^Builds on:/).first()).toBeVisible();
  for (const [label, first] of [
    ['I’m new', 'Waiting isn’t working'],
    ['I know promises', 'Saved, before it was saved'],
  ] as const) {
    await page.getByRole('radio', { name: label }).tap();
    await expect(rows.first()).toContainText(first);
  }
  await page.getByRole('radio', { name: 'I teach' }).tap();
  await expect(page.getByText(/^\d+ min$/).first()).toBeVisible();
  const minutes = await page.getByText(/^\d+ min$/).allTextContents();
  expect(minutes.reduce((sum, text) => sum + Number.parseInt(text, 10), 0)).toBe(45);
  expect(await page.getByRole('main').getByText(/\?/).count()).toBeGreaterThanOrEqual(minutes.length);
  expect(await smallTargets(page), 'the plan').toEqual([]);

  await page.getByRole('link', { name: 'The old answer arrives last' }).tap();
  const lesson = new LessonPage(page);
  await lesson.key('What will it do?').tap();
  await lesson.prediction.getByRole('radio', { name: 'Both, mixed' }).tap();
  await lesson.key('Run').tap();
  const reveal = page.getByRole('button', { name: 'Reveal the answer' });
  await expect(reveal).toBeVisible();
  await expect(lesson.trace).toHaveCount(0);
  await expect(page.getByRole('main')).not.toContainText('the older search');
  await reveal.tap();
  await expect(page.getByRole('heading', { name: 'It shows Be, the older search' })).toBeVisible();
  const bar = lesson.trace.locator('.bar').first();
  await bar.evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
  });
  const box = await bar.boundingBox();
  if (box === null) throw new Error('The first request has no bar.');
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await expect(lesson.trace).toContainText(/Request 1, \/stops\?q=Be: from .+ to .+, fulfilled: Be/);
});

test('every word of the glossary has its standard', async ({ page }) => {
  await page.goto('./#/learn/glossary');
  const links = page.locator('dd a');
  await expect(links.first()).toBeVisible();
  const terms = await page.locator('dt').count();
  expect(terms).toBeGreaterThan(15);
  await expect(links).toHaveCount(terms);
  for (const href of await links.evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))) {
    expect(href).toMatch(STANDARD);
  }
});

test('the widest table, eight ways to yield, is narrow too', async ({ page }) => {
  const lesson = new LessonPage(page);
  await lesson.open('yielding?at=fix');
  await page.getByRole('radio', { name: 'Every way' }).tap();
  await lesson.key('Run the fix').tap();
  await lesson.ran('Why it matters');
  await expect(page.getByRole('table', { name: 'Measured here' }).getByRole('row')).toHaveCount(9);
  await expectNarrow(page, 'every way');
});
