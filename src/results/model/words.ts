/** How experiments are called on the page. Pure. */
import type { LongFrames } from '../../measure/long-frames.ts';
import { shownAfter, type TapSummary } from '../../measure/taps.ts';
import type { RunRecord } from '../report.ts';
import { formatBytes, formatCount, formatMs, formatPlural, sentenceCase } from '../../ui/format.ts';
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
  return `${formatCount(count)} ${count === 1 ? one : many}`;
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

/** "moved 16 MB, copied 32 MB": between threads; empty where it isn't known. */
export function bytesWords({
  bytesMoved,
  bytesCopied,
}: Pick<RunRecord, 'bytesMoved' | 'bytesCopied'>): readonly string[] {
  if (bytesMoved == null || bytesCopied == null) return [];
  if (bytesMoved === 0 && bytesCopied === 0) return ['nothing moved or copied'];
  return [`moved ${formatBytes(bytesMoved)}`, `copied ${formatBytes(bytesCopied)}`];
}

/** "27 dropped, a tap heard after 12 ms and shown after 24 ms, one long frame with 427 ms of blocking." */
export function feltWords({ frames, taps, longFrames }: RunRecord): string {
  const dropped = frames === null ? 'dropped frames not available' : `${formatCount(frames.dropped)} dropped`;
  return `${[dropped, ...tapWords(taps), longFrameWords(longFrames)].join(', ')}.`;
}

function tapWords(taps: TapSummary | null): string[] {
  if (taps === null) return [];
  const shown = shownAfter(taps);
  const heard = `a tap heard after ${formatMs(Math.round(taps.maxDelayMs))}`;
  return [shown === null ? heard : `${heard} and shown after ${formatMs(Math.round(shown))}`];
}

function longFrameWords(longFrames: LongFrames | null): string {
  if (longFrames === null) return 'long frames not available';
  const { count, blockingMs } = longFrames;
  const frames = formatPlural(count, 'long frame');
  return count === 0 ? frames : `${frames} with ${formatMs(Math.round(blockingMs))} of blocking`;
}
