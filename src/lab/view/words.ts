/** What the page says while it works: the heading, the line beside the bar, the words for a screen reader. */
import { formatRoughSeconds } from '../../ui/format.ts';
import { STRATEGY_NAMES } from '../../ui/strategy.ts';
import type { LabStatus } from '../lab.svelte.ts';
import { slicesInWords } from '../model/slice.ts';
import type { Options } from '../model/options.ts';
import type { RunAt } from '../run/experiment.ts';

export interface RunningWords {
  readonly heading: string;
  readonly round: string;
}

const NOTHING: RunningWords = { heading: '', round: '' };

function roundOf(at: RunAt): string {
  const rounds = Math.ceil(at.total / perRound(at));
  if (at.total === 1) return STRATEGY_NAMES[at.strategy];
  return `Round ${String(at.round)} of ${String(rounds)}: ${at.strategy}`;
}

/** Runs in a round: three where all are compared, one where one is. */
function perRound(at: RunAt): number {
  return at.total % 3 === 0 && at.total >= 3 ? 3 : 1;
}

function headingOf(phase: string, at: RunAt, forecastMs: number | null): string {
  const name = STRATEGY_NAMES[at.strategy];
  if (phase === 'settling') return `${name} is done.`;
  if (at.strategy === 'blocking') {
    // In one line at 1440 px, as all the others are: a longer one would move what stands below it.
    const long = forecastMs === null ? '' : ` for about ${formatRoughSeconds(forecastMs)}`;
    return `Blocking is next: this page will freeze${long}.`;
  }
  return phase === 'running'
    ? `${name} is running. Try to tap.`
    : `${name} is next. Try to tap while it runs.`;
}

export function runningWords(status: LabStatus, forecastMs: number | null = null): RunningWords {
  if (status.status !== 'running') return NOTHING;
  if (status.phase === 'preparing') return { heading: 'Getting the input ready.', round: 'Preparing' };
  if (status.at === null) return { heading: 'Warming up, nothing is measured yet.', round: 'Warm-up' };
  return { heading: headingOf(status.phase, status.at, forecastMs), round: roundOf(status.at) };
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
  const { size, workers, engine } = options;
  const parts = [
    size === null ? 'Size as fits' : `Size ${size}`,
    `${String(workers)} ${workers === 1 ? 'worker' : 'workers'}`,
    slicesInWords(options),
    options.yield,
    engine === 'ts' ? 'TypeScript' : 'WebAssembly',
  ];
  return parts.join(', ');
}
