import { SLUGS, type Slug } from '../../src/learn/model/slugs.ts';
import { violations, withAxe } from '../support/e2e/axe.ts';
import { pressAt } from '../support/e2e/keyboard.ts';
import { LessonPage } from '../support/e2e/lesson-page.ts';
import { expectNarrow } from '../support/e2e/narrow.ts';
import { expect, test } from '../support/e2e/test.ts';

/** So many lessons on one load of the page: its routes are hashes. */
const A_LOAD = 4;

const loads = Array.from({ length: Math.ceil(SLUGS.length / A_LOAD) }, (_, i) =>
  SLUGS.slice(i * A_LOAD, (i + 1) * A_LOAD),
);

async function expectFine({ page }: LessonPage, state: string): Promise<void> {
  await expectNarrow(page, state);
  expect(await violations(page), state).toEqual([]);
}

/** What ran can be gone through event by event, and stands there as a list. */
async function expectTrace(lesson: LessonPage, slug: Slug): Promise<void> {
  await lesson.told(lesson.trace, slug);
  const position = lesson.trace.getByRole('slider', { name: 'Position' });
  const last = await position.getAttribute('aria-valuetext');
  const before = lesson.trace.getByRole('button', { name: 'Step back' });
  await pressAt(lesson.page, before, 'Enter', 'Shift+Tab');
  await expect(position).not.toHaveAttribute('aria-valuetext', last ?? '');
}

/** From the idea to why it matters. After the first press the key to go on has the focus each time. */
async function goThrough(lesson: LessonPage, slug: Slug): Promise<void> {
  const { page } = lesson;
  await lesson.open(slug);
  await lesson.go('What will it do?');
  await lesson.predict();
  await expectFine(lesson, `${slug}, predicting`);

  await lesson.go('Run');
  await lesson.ran('Fix it');
  await expect(lesson.key('Fix it')).toBeFocused();
  await expect(lesson.prediction).toContainText('You said');
  await expectTrace(lesson, slug);
  await expectFine(lesson, `${slug}, seen`);

  await lesson.go('Fix it');
  await expect(lesson.key('Run the fix')).toBeFocused();
  await page.keyboard.press('Enter');
  await lesson.ran('Why it matters');
  await lesson.told(lesson.fixTrace, slug);
  await expectFine(lesson, `${slug}, mended`);

  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Why it matters' })).toBeVisible();
  await expectFine(lesson, `${slug}, why`);
}

for (const slugs of loads) {
  test(`by keyboard alone at 360 px, in less motion: ${slugs.join(', ')}`, async ({ page }) => {
    test.setTimeout(150_000);
    await withAxe(page);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const lesson = new LessonPage(page);
    for (const slug of slugs) await goThrough(lesson, slug);
  });
}
