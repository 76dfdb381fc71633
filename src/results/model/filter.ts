import type { ExperimentRecord } from './experiment.ts';

/** What is listed. Empty: all. */
export interface Filter {
  readonly task: string;
  readonly device: string;
  readonly kind: '' | 'compared' | 'not-counted';
}

export const ALL: Filter = { task: '', device: '', kind: '' };

const KINDS: Readonly<Record<Filter['kind'], (experiment: ExperimentRecord) => boolean>> = {
  '': () => true,
  compared: ({ runs }) => new Set(runs.map(({ strategy }) => strategy)).size > 1,
  'not-counted': ({ runs }) => runs.some((run) => run.status !== 'completed' || !run.valid),
};

export function filtered(experiments: readonly ExperimentRecord[], filter: Filter): ExperimentRecord[] {
  return experiments.filter(
    (experiment) =>
      (filter.task === '' || experiment.runs.some(({ task }) => task === filter.task)) &&
      (filter.device === '' || experiment.device.id === filter.device) &&
      KINDS[filter.kind](experiment),
  );
}

/** The tasks that were run, by name. */
export function tasksIn(experiments: readonly ExperimentRecord[]): string[] {
  return [...new Set(experiments.flatMap(({ runs }) => runs.map(({ task }) => task)))].sort();
}
