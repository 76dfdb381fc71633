import { expect, test } from '../support/e2e/test.ts';

test('what a link asks for in vain is named, each in its sentence, and the rest is used', async ({
  lab,
  page,
}) => {
  await lab.open('task=blur&size=5mp&workers=99&strategy=magic&sigma=-2&colour=red&repeat=2&slice=x');
  const note = page.getByRole('note');
  for (const part of ['5mp', '99', 'magic', 'sigma', 'colour', '“x”']) await expect(note).toContainText(part);
  await expect(note.getByRole('listitem')).toHaveCount(6);
  await note.getByRole('button', { name: /^Dismiss/ }).click();
  await expect(note).toHaveCount(0);
  await page.getByRole('button', { name: /^Options/ }).click();
  await expect(page.getByRole('spinbutton', { name: 'Times' })).toHaveValue('2');
});

test('an unknown task is named, and the first one is there', async ({ lab, page }) => {
  await lab.open('task=weave&size=1mp');
  await expect(page.getByRole('note')).toContainText('“weave” is not a task here');
  await expect(page.getByRole('radio', { name: 'Blur' })).toBeChecked();
  await expect(lab.compareButton).toBeEnabled();
});

test('a page that isn’t there says so, and leads back', async ({ lab, page }) => {
  await page.goto('./#/nowhere');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Lab' }).click();
  await expect(lab.compareButton).toBeVisible();
});
