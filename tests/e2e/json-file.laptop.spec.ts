import { made } from '../support/e2e/input-files.ts';
import { expect, test } from '../support/e2e/test.ts';

const BAD = '{\n  "a": [1, 2,\n  ]\n}\n';
const GOOD = JSON.stringify({
  trains: Array.from({ length: 500 }, (_, speed) => ({ speed, name: `no ${String(speed)}` })),
});

test('a bad file is told by line and column, a good one is summarised, and both ways home are told', async ({
  lab,
  page,
}) => {
  await lab.open('task=json&size=1x2mib&workers=2');
  const chooser = page.getByLabel('Choose files');
  await chooser.setInputFiles(made('bad.json', 'application/json', BAD));
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('bad.json can’t be used');
  await expect(alert).toContainText('Line 3, column 3: a comma must not stand before ].');

  await chooser.setInputFiles(made('trains.json', 'application/json', GOOD));
  await lab.idle();
  await expect(alert).toHaveCount(0);
  await expect(page.getByRole('heading', { name: /^trains\.json/ })).toBeVisible();
  await lab.run('pool');
  const summary = page.getByRole('table', { name: 'Summary' });
  await expect(summary.getByRole('row', { name: /^Objects/ })).toContainText('501');
  await expect(summary.getByRole('row', { name: /^Depth/ })).toContainText('4');
  const speed = page.getByRole('table', { name: 'Numbers' }).getByRole('row', { name: /^speed/ });
  await expect(speed).toContainText('249.5');
  const home = page.getByRole('table', { name: 'The way home' });
  await expect(home.getByRole('row', { name: /^Summary home/ })).toContainText('ms');
  await expect(home.getByRole('row', { name: /^Whole tree home/ })).toContainText('ms');
});
