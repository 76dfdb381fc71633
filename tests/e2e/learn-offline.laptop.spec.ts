import { CARDS } from '../../src/learn/deck/cards.ts';
import { SLUGS } from '../../src/learn/model/slugs.ts';
import { expect, keptAll, test } from '../support/e2e/offline-test.ts';

test('after a visit to the lab alone, every lesson and the deck open without a network, and run', async ({
  lab,
  page,
  site,
}) => {
  await lab.open('task=edges&size=1mp&workers=2');
  await keptAll(page);
  await site.close();
  for (const slug of SLUGS) {
    await page.goto(`./#/learn/${slug}`);
    await expect(page.getByText(`Lesson ${String(SLUGS.indexOf(slug) + 1)} of`)).toBeVisible();
  }
  await page.getByRole('region', { name: 'Code' }).getByRole('button', { name: 'Run' }).click();
  await expect(page.getByRole('heading', { name: /^With the worker: / })).toBeVisible();
  for (const { id, title } of CARDS) {
    await page.goto(`./#/learn/gotchas?card=${id}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title.replaceAll('`', ''));
    await expect(page.getByRole('region', { name: 'Prediction' })).toBeVisible();
  }
  await page.goto('./#/learn/gotchas?card=await-outside');
  await page.getByRole('region', { name: 'Code' }).getByRole('button', { name: 'Run' }).click();
  await expect(page.getByRole('region', { name: 'Output', exact: true })).toContainText('SyntaxError');
});
