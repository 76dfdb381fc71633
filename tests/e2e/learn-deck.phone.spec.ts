import type { Page } from '@playwright/test';
import { CARDS } from '../../src/learn/deck/cards.ts';
import { violations, withAxe } from '../support/e2e/axe.ts';
import { LoopPage } from '../support/e2e/loop-page.ts';
import { expectNarrow } from '../support/e2e/narrow.ts';
import { smallTargets } from '../support/e2e/targets.ts';
import { expect, test } from '../support/e2e/test.ts';

const titles = (page: Page) => page.getByRole('region', { name: 'Cards' }).getByRole('listitem');
const key = (page: Page, name: string) => page.locator('.dock').getByRole('button', { name, exact: true });

/** Says something, runs the card, and waits for the rule. */
async function answer(page: Page, text: string): Promise<void> {
  await page
    .getByRole('region', { name: 'Prediction' })
    .getByRole('radio', { name: text, exact: true })
    .tap();
  await key(page, 'Run').tap();
  await expect(page.getByText('The rule.')).toBeVisible();
}

test('the deck: predict, run, rule, fix, the missed ones, shuffled, hidden, and in the stepper', async ({
  page,
}) => {
  await withAxe(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./#/learn/gotchas');
  await expect(titles(page)).toHaveCount(CARDS.length);
  const inOrder = await titles(page).allTextContents();
  await expectNarrow(page, 'the list');
  expect(await violations(page), 'the list').toEqual([]);

  await page.getByRole('link', { name: 'Begin', exact: true }).tap();
  await expectNarrow(page, 'a card');
  await answer(page, 'Please pay 4');
  await expect(page.getByRole('region', { name: 'Output', exact: true })).toContainText(
    'Please pay [object Promise]',
  );
  await expectNarrow(page, 'a card, seen');
  expect(await violations(page), 'a card, seen').toEqual([]);
  expect(await smallTargets(page), 'a card, seen').toEqual([]);
  await key(page, 'The fix').tap();
  await key(page, 'Run it').tap();
  await expect(page.getByRole('region', { name: 'Output of the fix' })).toContainText('Please pay 4');
  await page.getByRole('link', { name: 'Next card' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('When does it begin?');

  await page.goto('./#/learn/gotchas?card=await-outside');
  await answer(page, 'A syntax error');
  await page.goto('./#/learn/gotchas');
  await page.getByRole('link', { name: 'Only those I missed (1)' }).tap();
  await expect(titles(page)).toHaveCount(1);
  await expect(titles(page)).toContainText('A price from an async function');
  await page.getByRole('link', { name: 'All cards' }).tap();

  await page.getByRole('link', { name: 'Shuffle' }).tap();
  await expect(page.getByRole('link', { name: 'In order' })).toBeVisible();
  const mixed = await titles(page).allTextContents();
  const bare = (all: readonly string[]) =>
    all.map((text) => text.replace(/^\s*\d+\s*| (predicted|missed)?$/g, ''));
  expect(bare(mixed)).not.toEqual(bare(inOrder));
  expect(bare(mixed).sort()).toEqual(bare(inOrder).sort());

  await page.goto('./#/learn/gotchas?card=for-each&answers=hidden');
  await key(page, 'Run').tap();
  await page.getByRole('button', { name: 'Reveal the answer' }).tap();
  await expect(page.getByText('The rule.')).toBeVisible();
  await page.getByRole('link', { name: 'Open in the stepper' }).filter({ visible: true }).tap();
  await expect(new LoopPage(page).code).toContainText('forEach');
});
