/** What the page says while it works: the heading, the line beside the bar, the words for a screen reader. */
import { formatPlural, formatRoughSeconds, sentenceCase } from '../../ui/format.ts';
import { STRATEGY_NAMES } from '../../ui/strategy.ts';
import type { LabStatus } from '../lab.svelte.ts';
import { entryOf } from '../model/catalog.ts';
import { ENGINE_WORDS } from '../model/engines.ts';
import type { Slowed } from '../model/pace.ts';
import { blockingMs, type Timed } from '../model/forecast.ts';
import { slicesInWords } from '../model/slice.ts';
import type { Options } from '../model/options.ts';
import { sizeInWords } from '../model/size-words.ts';
import type { RunAt } from '../run/experiment.ts';

export interface RunningWords {
  readonly heading: string;
  readonly round: string;
}

const NOTHING: RunningWords = { heading: '', round: '' };

function roundOf({ strategy, engine, workers, index, round, rounds, total }: RunAt): string {
  if (total === 1) return STRATEGY_NAMES[strategy];
  const by = engine === undefined ? strategy : `${strategy}, ${ENGINE_WORDS[engine]}`;
  const way = workers === undefined ? by : `${by}, ${formatPlural(workers, 'worker')}`;
  if (rounds === 1) return `Run ${String(index)} of ${String(total)}: ${way}`;
  return `Round ${String(round)} of ${String(rounds)}: ${way}`;
}

function headingOf(phase: string, at: RunAt, timed: Timed | null): string {
  const name = STRATEGY_NAMES[at.strategy];
  if (phase === 'settling') return `${name} is done.`;
  if (at.strategy === 'blocking') {
    // In one line at 1440 px, as all the others are: a longer one would move what stands below it.
    const ms = blockingMs(timed, at.engine);
    const long = ms === null ? '' : ` for about ${formatRoughSeconds(ms)}`;
    return `Blocking is next: this page will freeze${long}.`;
  }
  return phase === 'running'
    ? `${name} is running. Try to tap.`
    : `${name} is next. Try to tap while it runs.`;
}

export function runningWords(status: LabStatus, timed: Timed | null = null): RunningWords {
  if (status.status !== 'running') return NOTHING;
  if (status.phase === 'preparing') return { heading: 'Getting the input ready.', round: 'Preparing' };
  if (status.at === null) return { heading: 'Warming up, nothing is measured yet.', round: 'Warm-up' };
  return { heading: headingOf(status.phase, status.at, timed), round: roundOf(status.at) };
}

/** Where the run that is due stands. */
export const PHASE_WORDS = {
  preparing: 'next',
  'warm-up': 'next',
  next: 'next',
  running: 'running',
  settling: 'done',
} as const;

/** One short sentence for each change that matters, told politely to screen readers. */
export function spokenStatus(status: LabStatus): string {
  if (status.status === 'ready') return '';
  if (status.status === 'running') {
    if (status.at === null) return status.phase === 'preparing' ? 'Preparing.' : 'Warming up.';
    return `${roundOf(status.at)}, ${PHASE_WORDS[status.phase]}.`;
  }
  if (status.status === 'done') return 'Done. The results are below.';
  if (status.status === 'cancelled') return 'Cancelled.';
  return `${status.title}. ${status.sentence}`;
}

/** The options in one line, beside their fold. */
export function optionsSummary(options: Options): string {
  const { task, size, workers, engine } = options;
  const parts = [
    size === null ? 'Size as fits' : sentenceCase(sizeInWords(entryOf(task), size)),
    `${String(workers)} ${workers === 1 ? 'worker' : 'workers'}`,
    slicesInWords(options),
    options.yield,
    ENGINE_WORDS[engine],
  ];
  return parts.join(', ');
}

/** What one holds in the hand or sits before. */
export function deviceWord(): 'phone' | 'computer' {
  return matchMedia('(pointer: coarse) and (max-width: 767px)').matches ? 'phone' : 'computer';
}

/** A time that is no more exact than it can be known: "2 seconds", "1 second", "0.7 seconds", "2 minutes". */
export function secondsInWords(ms: number): string {
  const [figure = '', unit] = formatRoughSeconds(ms).split(' ');
  const name = unit === 'min' ? 'minute' : 'second';
  return `${figure} ${name}${figure === '1' ? '' : 's'}`;
}

function agoInWords(ms: number): string {
  if (ms < 45_000) return 'just before';
  return ms < 90_000 ? 'a minute ago' : `${String(Math.round(ms / 60_000))} minutes ago`;
}

/** "The same run took 1.8 times as long as a minute ago. …" */
export function slowedSentence({ factor, agoMs }: Slowed): string {
  return (
    `The same run took ${factor.toFixed(1)} times as long as ${agoInWords(agoMs)}. A device that is hot, saves ` +
    'power or has other work slows down: let it cool for a minute, then run again.'
  );
}
