import budgets from '../../scripts/audit/budgets.json' with { type: 'json' };
import { firstVisit } from '../../scripts/audit/first-visit.mjs';
import { expect, test } from '../support/e2e/test.ts';

test('a first visit fetches little JavaScript before the lab is ready, its workers’ included', async ({
  context,
  baseURL,
}) => {
  const { scripts, bytes } = await firstVisit(context, baseURL ?? '');
  const names = scripts.map(({ name }) => name.replace(/-.{8}\.js$/, ''));
  // What draws the sample, what tries its speed, and what is tried: none of it is left out of the sum.
  expect(names).toEqual(expect.arrayContaining(['page', 'media.worker', 'compute.worker', 'blur']));
  expect(names).not.toContain('ResultView');
  const table = scripts.map((script) => `${String(script.bytes)} ${script.name}`).join('\n');
  expect(bytes, table).toBeLessThanOrEqual(budgets.firstVisit.javascriptBytes);
});
