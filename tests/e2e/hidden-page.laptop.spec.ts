import { makeHideable, setHidden } from '../support/e2e/hideable.ts';
import { expect, test } from '../support/e2e/test.ts';

test('a run during which the page was hidden is not counted, and says so', async ({ lab, page }) => {
  await makeHideable(page);
  await lab.open('task=edges&size=4mp&repeat=24&workers=2');
  await lab.begin('pool');
  await lab.underWay();
  await setHidden(page, true);
  await setHidden(page, false);
  await lab.done();
  await expect(lab.results).toContainText(
    /One run is not counted\. The page was hidden for (a moment|[\d.]+ s)/,
  );
  await expect(lab.results.getByRole('heading', { level: 1 })).toContainText('No run counts this time.');
  await expect(lab.row('pool')).toContainText('not available');
  await lab.run('pool');
  await expect(lab.results).not.toContainText('not counted');
});
