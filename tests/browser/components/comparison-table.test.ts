import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import ComparisonTable from '../../../src/lab/result/ComparisonTable.svelte';
import { resultRows } from '../../../src/lab/result/figures.ts';
import type { RunView } from '../../../src/lab/run/run-view.ts';
import '../../../src/ui/styles/tokens.css';
import { blockingView, comparison, doneStatus, poolView, withRecord } from '../../support/run-views.ts';

async function table(views: readonly RunView[]) {
  const status = doneStatus(views);
  const summary = status.status === 'done' ? status.report.summary : [];
  const rows = resultRows(views, summary);
  const screen = await render(ComparisonTable, {
    rows,
    workersNote: 'Seven workers.',
    unitNote: 'Milliseconds.',
  });
  return screen.getByRole('table', { name: 'Comparison' });
}

beforeEach(async () => {
  await page.viewport(1440, 900);
});

it('has a row a strategy, with medians, their spread and the speed-up', async () => {
  const found = await table(comparison());
  for (const name of ['Longest freeze, ms', 'Wall time, ms', 'Dropped frames', 'Speed-up']) {
    await expect.element(found.getByRole('columnheader', { name })).toBeVisible();
  }
  const cells = found
    .getByRole('row')
    .elements()
    .map((row) =>
      [...row.querySelectorAll('td')].map((cell) => cell.textContent.replaceAll(/\s+/g, ' ').trim()),
    );
  expect(cells).toHaveLength(4);
  const [, blocking, chunked, pool] = cells;
  expect(blocking?.slice(1, 2)).toEqual(['2,038 2,004–2,066']);
  expect(pool?.slice(1, 4)).toEqual(['497 489–512', '0', '4.10×']);
  // Of several taps the longest wait is told.
  expect(blocking?.[4]).toBe('1,312longest of 2');
  expect(chunked?.[4]).toBe('11longest of 2');
  expect(pool?.[4]).toBe('4');
});

it('says what is not available, and that nobody tapped', async () => {
  const found = await table([withRecord(poolView(497, null), { frames: null })]);
  const row = found.getByRole('row', { name: /^Pool/ });
  await expect.element(row).toHaveTextContent('not available');
  await expect.element(row).toHaveTextContent('you did not tap');
});

it('marks the one whose bytes differ', async () => {
  const odd = withRecord(poolView(), { checksum: 'ab'.repeat(32) });
  const found = await table([blockingView(), blockingView(), odd]);
  expect(found.getByRole('row', { name: /^Pool/ }).element().classList.contains('now')).toBe(true);
  expect(
    found
      .getByRole('row', { name: /^Blocking/ })
      .element()
      .classList.contains('now'),
  ).toBe(false);
});

it('has no timeline column on a phone, and names the unit below', async () => {
  await page.viewport(360, 740);
  const found = await table(comparison());
  await expect.element(found.getByRole('columnheader', { name: 'Longest freeze' })).toBeVisible();
  expect(found.getByRole('columnheader', { name: /Frames and threads/ }).query()).toBeNull();
  await expect.element(page.getByText('Milliseconds.')).toBeVisible();
});
