import { experiment } from '../support/e2e/experiment.ts';
import { logStatus, statusLog } from '../support/e2e/status-log.ts';
import { expect, test } from '../support/e2e/test.ts';

for (const strategy of ['chunked', 'pool'] as const) {
  test(`a new run aborts ${strategy}, and only the new one has a result`, async ({ lab, page }) => {
    await lab.open('task=edges&size=4mp&repeat=64&workers=2');
    await logStatus(page);
    await lab.begin(strategy);
    const { runs } = await experiment(page, {
      task: 'edges',
      size: '1mp',
      strategies: ['pool'],
      workers: 2,
      params: { repeat: '2' },
    });
    expect(runs.map(({ status }) => status)).toEqual(['completed']);
    expect(runs[0]?.params).toMatchObject({ repeat: 2 });
    await lab.done();
    const log = await statusLog(page);
    expect(log.filter((text) => text.startsWith('Done'))).toHaveLength(1);
    await expect(lab.table.locator('tbody tr')).toHaveCount(1);
  });
}
