import { buildReport, type Report } from '../../results/report.ts';
import { canShare } from '../model/job.ts';
import { environmentOf } from './environment.ts';
import {
  Experiment,
  type ExperimentEvents,
  type ExperimentPlan,
  type ExperimentResult,
} from './experiment.ts';
import type { AbortSource } from './run-once.ts';
import type { Services } from './services.ts';

export interface Ran {
  readonly result: ExperimentResult;
  readonly report: Report;
}

/** An experiment and its report: all that is loaded when something is first run. */
export async function runExperiment(
  plan: ExperimentPlan,
  services: Services,
  events: ExperimentEvents,
  abort: AbortSource,
): Promise<Ran> {
  const result = await new Experiment(plan, services, events, canShare()).run(abort);
  const environment = environmentOf(result.refresh, plan.options.yield);
  const runs = result.runs.map((view) => view.record);
  return { result, report: buildReport({ environment, runs, version: __APP_VERSION__ }) };
}
