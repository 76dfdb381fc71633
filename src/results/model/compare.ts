/** Experiments beside each other, across tasks and devices. Pure. */
import type { RunRecord, SummaryRow } from '../report.ts';
import { compareWalls, groupBy, jobKey, summarise } from '../summary.ts';
import { formatMs } from '../../ui/format.ts';
import { STRATEGY_NAMES } from '../../ui/strategy.ts';
import { deviceName, type Names } from './device.ts';
import type { ExperimentRecord } from './experiment.ts';
import { lostMsOf, ratesOf, ratesWords, sortedOnce } from './rates.ts';
import { jobWords, taskName, whenWords } from './words.ts';

export interface CompareRow {
  readonly key: string;
  /** Whose it is: the device, and where one device has several, when. */
  readonly who: string;
  readonly job: string;
  readonly jobKey: string;
  readonly summary: SummaryRow;
  readonly hz: number | null;
  /** Time in which frames were lost, ms: comparable where the rates differ. `null`: not available. */
  readonly lostMs: number | null;
}

export interface Comparison {
  readonly rows: readonly CompareRow[];
  /** Of all the runs; more than one where screens beat differently. */
  readonly rates: readonly number[];
  /** What can be said, and what can't. */
  readonly sentences: readonly string[];
}

export function compareExperiments(experiments: readonly ExperimentRecord[], names: Names): Comparison {
  const rows = groupBy(
    experiments.flatMap((experiment) => rowsOf(experiment, labelOf(experiment, experiments, names))),
    (row) => row.jobKey,
  ).flatMap((job) => job.sort(byStrategy));
  const rates = sortedOnce(
    experiments.flatMap(({ runs, environment }) => ratesOf(runs.filter(counts), environment)),
  );
  return { rows, rates, sentences: [...findings(rows), ...rateSentence(rates, experiments.length)] };
}

function labelOf(one: ExperimentRecord, all: readonly ExperimentRecord[], names: Names): string {
  const name = deviceName(one, names);
  const same = all.filter((other) => deviceName(other, names) === name);
  return same.length === 1 ? name : `${name}, ${whenWords(one.environment.startedAt)}`;
}

function rowsOf({ id, runs, environment }: ExperimentRecord, who: string): CompareRow[] {
  return summarise(runs).map((summary) => {
    const own = runs.filter((run) => sameRow(run, summary));
    const [hz, ...others] = ratesOf(own, environment);
    return {
      key: [id, summary.strategy, summary.workers, summary.engine, jobKey(summary)].join(' '),
      who,
      job: jobWords(summary),
      jobKey: jobKey(summary),
      summary,
      hz: hz === undefined || others.length > 0 ? null : hz,
      lostMs: lostMsOf(own),
    };
  });
}

function counts({ status, valid }: RunRecord): boolean {
  return status === 'completed' && valid;
}

/** Whether a run is one of those that the row sums up. */
function sameRow(run: RunRecord, row: SummaryRow): boolean {
  if (!counts(run) || jobKey(run) !== jobKey(row)) return false;
  const workers = row.workers ?? run.workers;
  return run.strategy === row.strategy && run.engine === row.engine && run.workers === workers;
}

const ORDER = Object.keys(STRATEGY_NAMES);

function byStrategy(a: CompareRow, b: CompareRow): number {
  return ORDER.indexOf(a.summary.strategy) - ORDER.indexOf(b.summary.strategy);
}

/** One sentence for each way that several experiments ran the same job. */
function findings(rows: readonly CompareRow[]): string[] {
  const groups = groupBy(rows, ({ jobKey: job, summary: { strategy, workers } }) =>
    [job, strategy, workers].join(' '),
  );
  const told = groups.filter((group) => group.length > 1).map(finding);
  if (told.length > 0) return told;
  const jobs = new Set(rows.map((row) => row.jobKey));
  return jobs.size > 1
    ? ['These are different jobs: their times don’t compare; freezes and speed-ups do.']
    : [];
}

function finding(group: readonly CompareRow[]): string {
  const what = `${taskName(group[0]?.summary.task ?? '')}, ${group[0]?.summary.strategy ?? ''}`;
  const [first, second] = group.filter(({ summary }) => summary.wallMs !== null).sort(byWall);
  if (first === undefined || second === undefined) return `${what}: too few runs count.`;
  return `${what}: ${between(first, second, group.length > 2)}`;
}

/** The two fastest. */
function between(first: CompareRow, second: CompareRow, more: boolean): string {
  const found = compareWalls(first.summary, second.summary);
  const [a, b] = [nameIn(first, second), nameIn(second, first)];
  if (found === null) return 'fewer than three runs each are too few to say which is faster.';
  if (found === 'no clear difference') return `no clear difference between ${a} and ${b}.`;
  const next = more ? `, the next is ${b}` : ` against ${b}`;
  return `${a} is clearly faster, ${rounded(first)}${next} with ${rounded(second)}.`;
}

function byWall(a: CompareRow, b: CompareRow): number {
  return wallOf(a) - wallOf(b);
}

/** The engine is named where it is what differs. */
function nameIn(row: CompareRow, other: CompareRow): string {
  const { engine } = row.summary;
  return engine === other.summary.engine ? row.who : `${row.who} (${engine})`;
}

function wallOf({ summary }: CompareRow): number {
  return summary.wallMs?.median ?? Infinity;
}

function rounded(row: CompareRow): string {
  return formatMs(Math.round(wallOf(row)));
}

function rateSentence(rates: readonly number[], experiments: number): string[] {
  if (rates.length < 2) return [];
  const who = experiments > 1 ? 'These screens beat' : 'This screen beat';
  const where = experiments > 1 ? 'on them' : 'in all runs';
  return [
    `${who} at ${ratesWords(rates)}: a frame doesn’t last equally long ${where}, so compare the milliseconds.`,
  ];
}
