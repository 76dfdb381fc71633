import { BESIDE } from '../support/e2e/accessible-states.ts';
import { expectNarrow } from '../support/e2e/narrow.ts';
import { expect, test } from '../support/e2e/test.ts';

const TASKS = {
  denoise: 'size=1mp&radius=2&repeat=16',
  hash: 'size=64x1mib',
  mandelbrot: 'size=512x384&iterations=10000',
  sort: 'size=16m',
  'proof-of-work': 'difficulty=22&text=phone',
  primes: 'limit=3000000000',
  'password-hash': 'size=64&iterations=60000',
} as const;

for (const [task, link] of Object.entries(TASKS)) {
  test(`${task}: no horizontal scroll in any state`, async ({ lab, page }) => {
    await lab.open(`task=${task}&${link}&workers=2&colour=red`);
    await expectNarrow(page, 'ready, with a notice');
    await lab.begin('chunked');
    await expectNarrow(page, 'running');
    await lab.cancelButton.tap();
    await expect(lab.cancelled).toBeVisible();
    await expectNarrow(page, 'cancelled');
    await page.getByRole('button', { name: 'Options' }).tap();
    await expect(page.getByRole('spinbutton').first()).toBeVisible();
    await expectNarrow(page, 'options');
    await page.getByRole('button', { name: 'Done' }).tap();
    await lab.run('pool');
    await expectNarrow(page, 'result');
  });
}

test('a link that can’t be used, an input that can’t be read and the other pages are narrow too', async ({
  lab,
  page,
}) => {
  await lab.open('task=blur&size=1mp');
  const name = `${'a-very-long-name-without-any-blank-in-it'.repeat(3)}.png`;
  await page
    .getByLabel('Choose files')
    .setInputFiles({ name, mimeType: 'image/png', buffer: Buffer.from('no') });
  await expect(page.getByRole('alert')).toContainText('is not a picture');
  await expectNarrow(page, 'bad input');
  for (const [path, heading] of BESIDE) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expectNarrow(page, path);
  }
});
