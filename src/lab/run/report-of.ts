import { buildReport, type Report } from '../../results/report.ts';
import type { Refresh } from '../../measure/refresh.ts';
import type { Lab, LabStatus } from '../lab.svelte.ts';
import { environmentOf } from './environment.ts';

function refreshOf(status: LabStatus): Refresh | null {
  if (status.status === 'cancelled') return status.refresh;
  return status.status === 'done' ? status.result.refresh : null;
}

/** One report of several ended experiments. @throws Error with one sentence where one failed */
export function reportOf(lab: Lab, ended: readonly LabStatus[]): Report {
  const runs = ended.flatMap((status) => {
    if (status.status === 'failed') throw new Error(`${status.title}: ${status.sentence}`);
    if (status.status === 'done') return status.result.runs.map((view) => view.record);
    return status.status === 'cancelled' && status.view !== null ? [status.view.record] : [];
  });
  const refresh = ended.map(refreshOf).find((found) => found !== null) ?? null;
  const environment = environmentOf(refresh, lab.options.yield);
  return buildReport({ environment, runs, version: __APP_VERSION__ });
}
