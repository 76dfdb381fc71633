import type { Page } from '@playwright/test';
import type { ExperimentConfig } from '../../../src/lab/console-api.ts';
import type { Report } from '../../../src/results/report.ts';

const DEFAULTS = {
  strategies: ['blocking', 'chunked', 'pool'],
  engine: 'ts',
  runs: 1,
  params: {},
} as const;

export type Wanted = Pick<ExperimentConfig, 'task'> & Partial<ExperimentConfig>;

/** Runs an experiment as the command line does, through the page's own console API. */
export function experiment(page: Page, wanted: Wanted): Promise<Report> {
  return page.evaluate(
    (config) => {
      const { unblocked } = globalThis;
      if (unblocked === undefined) throw new Error('The lab is not open.');
      return unblocked.experiment(config);
    },
    { ...DEFAULTS, ...wanted },
  );
}
