import type { Environment } from '../../measure/environment.ts';
import { REPORT_SCHEMA, type DeviceTag, type Report, type RunRecord, type SummaryRow } from '../report.ts';
import { summarise } from '../summary.ts';

/** Runs that were made together, as they are kept, listed and shared. */
export interface ExperimentRecord {
  /** Its first run's id: the same experiment has the same id, whichever way it came. */
  readonly id: string;
  /** The app's version. */
  readonly version: string;
  readonly environment: Environment;
  readonly device: DeviceTag;
  readonly runs: readonly RunRecord[];
}

/** The experiments of a report. A report by an older version or by the command line is one experiment. */
export function experimentsOf(report: Report): ExperimentRecord[] {
  const left = new Map(report.runs.map((run) => [run.id, run]));
  const tagged = (report.experiments ?? []).flatMap((tag) => {
    const runs = tag.runs.flatMap((id) => take(left, id));
    return recordOf(runs, { version: tag.version, environment: tag.environment, device: tag.device });
  });
  const { environment, app, device = deviceOf(environment) } = report;
  return [...tagged, ...recordOf([...left.values()], { version: app.version, environment, device })];
}

function take(left: Map<string, RunRecord>, id: string): RunRecord[] {
  const run = left.get(id);
  left.delete(id);
  return run === undefined ? [] : [run];
}

function recordOf(
  runs: readonly RunRecord[],
  about: Pick<ExperimentRecord, 'version' | 'environment' | 'device'>,
): ExperimentRecord[] {
  const [first] = runs;
  return first === undefined ? [] : [{ id: first.id, ...about, runs }];
}

/** A report that doesn't name its device: what the browser told of it stands for it. */
export function deviceOf({ userAgent, hardwareConcurrency, deviceMemory }: Environment): DeviceTag {
  return { id: JSON.stringify([userAgent, hardwareConcurrency, deviceMemory]), name: null };
}

/** One report of all the given experiments. Nothing is averaged across experiments. @throws RangeError for none */
export function reportOfAll(experiments: readonly ExperimentRecord[]): Report {
  const newest = newestFirst(experiments)[0];
  if (newest === undefined) throw new RangeError('There is no experiment to report.');
  const { version, environment, device } = newest;
  const one = {
    schema: REPORT_SCHEMA,
    app: { version },
    environment,
    runs: experiments.flatMap(({ runs }) => runs),
    summary: experiments.flatMap((experiment) => rowsOf(experiment, experiments.length > 1)),
    device,
  } as const;
  if (experiments.length === 1) return one;
  const tags = experiments.map(({ runs, ...about }) => ({ ...about, runs: runs.map(({ id }) => id) }));
  return { ...one, experiments: tags };
}

function rowsOf({ id, runs }: ExperimentRecord, named: boolean): SummaryRow[] {
  const rows = summarise(runs);
  return named ? rows.map((row) => ({ ...row, experiment: id })) : rows;
}

export function newestFirst(experiments: readonly ExperimentRecord[]): ExperimentRecord[] {
  const time = ({ environment }: ExperimentRecord): number => Date.parse(environment.startedAt);
  return [...experiments].sort((a, b) => time(b) - time(a) || (a.id < b.id ? -1 : 1));
}
