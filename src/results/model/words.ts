/** How experiments are called on the page. Pure. */
import type { RunRecord } from '../report.ts';
import { formatBytes, sentenceCase } from '../../ui/format.ts';
import type { ExperimentRecord } from './experiment.ts';

/** Tasks are told by their ids, so that a report by a later version with other tasks is told too. */
export function taskName(task: string): string {
  return sentenceCase(task.replaceAll('-', ' '));
}

type JobOf = Pick<RunRecord, 'task' | 'params' | 'inputBytes'>;

/** "sigma 8, repeat 3"; empty where there are none. */
export function paramWords(params: Readonly<Record<string, unknown>>): string {
  return Object.entries(params)
    .filter(([, value]) => typeof value !== 'object')
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}

/** "48.8 MB, sigma 8, repeat 3". */
export function jobDetails({ params, inputBytes }: JobOf): string {
  const bytes = inputBytes > 0 ? formatBytes(inputBytes) : '';
  return [bytes, paramWords(params)].filter((words) => words !== '').join(', ');
}

export function jobWords(run: JobOf): string {
  const details = jobDetails(run);
  return details === '' ? taskName(run.task) : `${taskName(run.task)}, ${details}`;
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const minute = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** "25 Nov 2026, 18:14", in this device's time zone. */
export function whenWords(startedAt: string): string {
  const date = new Date(startedAt);
  return Number.isNaN(date.getTime()) ? startedAt : `${day.format(date)}, ${minute.format(date)}`;
}

/** The tasks of an experiment, each once: "Blur", "Blur and Hash". */
export function tasksWords({ runs }: ExperimentRecord): string {
  return [...new Set(runs.map(({ task }) => taskName(task)))].join(' and ');
}

export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${new Intl.NumberFormat('en-GB').format(count)} ${count === 1 ? one : many}`;
}

/** "60 runs of 12 experiments". */
export function extentWords(experiments: readonly ExperimentRecord[]): string {
  const runs = experiments.reduce((sum, experiment) => sum + experiment.runs.length, 0);
  return `${countWords(runs, 'run')} in ${countWords(experiments.length, 'experiment')}`;
}

/** Runs that are listed but never averaged. */
export function notCounted({ runs }: ExperimentRecord): readonly RunRecord[] {
  return runs.filter((run) => run.status !== 'completed' || !run.valid);
}

/** Why a run doesn't count; `null` where it does. */
export function whyNotCounted(run: RunRecord): string | null {
  if (run.status === 'failed') return `Failed: ${run.error ?? 'no reason is known.'}`;
  if (run.status === 'aborted') return 'Cancelled.';
  return run.valid ? null : (run.invalidReason ?? 'It was marked invalid.');
}
