import { keepReport } from '../../results/keep.ts';
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
import { keepAwake } from './wake-lock.ts';

export { ProgressMeter } from './progress-meter.ts';

export interface Ran {
  readonly result: ExperimentResult;
  readonly report: Report;
}

/** An experiment and its report, which is also kept on this device: all that is loaded when something is first run. */
export async function runExperiment(
  plan: ExperimentPlan,
  services: Services,
  events: ExperimentEvents,
  abort: AbortSource,
): Promise<Ran> {
  const experiment = new Experiment(plan, services, events, canShare());
  const sleepy = keepAwake();
  try {
    const result = await experiment.run(abort);
    const report = reportOf(result, plan);
    void keepReport(report);
    return { result, report };
  } catch (error) {
    // The runs before the one that failed were measured: they are kept.
    void keepReport(reportOf(experiment.soFar, plan));
    throw error;
  } finally {
    sleepy();
  }
}

function reportOf(result: ExperimentResult, plan: ExperimentPlan): Report {
  const environment = environmentOf(result.refresh, plan.options.yield);
  const runs = result.runs.map((view) => view.record);
  return buildReport({ environment, runs, version: __APP_VERSION__ });
}
