/** How a cancelled run is told: from when it was asked to stop, when it could hear, and when it stopped. */
import type { StrategyId } from '../../tasks/ids.ts';
import type { Mark } from '../../ui/charts/strip-layout.ts';
import { formatMs, formatPercent, formatSeconds } from '../../ui/format.ts';
import { STRATEGY_NAMES } from '../../ui/strategy.ts';
import type { RunView } from '../run/run-view.ts';

export interface Cancelled {
  readonly kind: 'early' | 'late' | 'unheard' | 'stopped';
  readonly heading: string;
  readonly sentence: string;
  /** The big figure: how long the tap waited, in ms. */
  readonly waitMs: number | null;
  readonly marks: readonly Mark[];
  /** How far the strip's axis has to reach, in ms. */
  readonly untilMs: number;
}

const CLEAN = 'The next run starts clean.';

export function cancelledOf(view: RunView | null): Cancelled {
  if (view === null) {
    const sentence = `Nothing had been measured yet. ${CLEAN}`;
    return told('early', 'Cancelled before it began.', sentence);
  }
  const { abort, strategy, wallMs } = view;
  if (abort === null) return told('stopped', 'Stopped.', thrownAway(0), wallMs);
  if (abort.requestedMs >= wallMs) {
    const sentence = `${STRATEGY_NAMES[strategy]} had ended ${formatMs(abort.requestedMs - wallMs)} before your tap. Its result is thrown away all the same.`;
    return told('late', 'It was already over.', sentence, wallMs);
  }
  return strategy === 'blocking' ? unheard(view, abort) : stopped(view, abort);
}

function unheard({ wallMs }: RunView, abort: NonNullable<RunView['abort']>): Cancelled {
  return {
    kind: 'unheard',
    heading: 'Blocking could not hear you.',
    sentence:
      'While it works, the page’s only thread is taken: your tap stood in the queue until the work was over.',
    waitMs: Math.max(0, abort.heardMs - abort.requestedMs),
    marks: [
      { atMs: abort.requestedMs, label: 'your tap' },
      { atMs: abort.heardMs, label: 'heard' },
    ],
    untilMs: Math.max(wallMs, abort.heardMs),
  };
}

function stopped({ wallMs }: RunView, abort: NonNullable<RunView['abort']>): Cancelled {
  const tookMs = Math.max(0, abort.stoppedMs - abort.requestedMs);
  return {
    kind: 'stopped',
    heading: `Stopped ${formatMs(tookMs < 1 ? tookMs : Math.round(tookMs))} after your tap.`,
    sentence: thrownAway(abort.doneFraction),
    waitMs: null,
    marks: [{ atMs: abort.stoppedMs, label: `stopped at ${formatSeconds(abort.stoppedMs)}` }],
    untilMs: wallMs,
  };
}

function thrownAway(fraction: number): string {
  return fraction <= 0
    ? `No part of it was done yet. ${CLEAN}`
    : `${formatPercent(Math.floor(fraction * 100) / 100)} was done; none of it is kept. ${CLEAN}`;
}

function told(kind: Cancelled['kind'], heading: string, sentence: string, untilMs = 0): Cancelled {
  return { kind, heading, sentence, waitMs: null, marks: [], untilMs };
}

/** What else there is to know of a run that could not hear. */
export function cancelledRows(view: RunView): { label: string; value: string }[] {
  const freeze = view.record.frames?.longestMs ?? null;
  return [
    { label: 'Longest freeze', value: formatMs(freeze === null ? null : Math.round(freeze)) },
    { label: 'Work done when it stopped', value: doneWords(view.abort?.doneFraction ?? 1) },
    { label: 'Result', value: 'thrown away' },
  ];
}

/** "all of it", "35 %". */
export function doneWords(fraction: number): string {
  return fraction >= 1 ? 'all of it' : formatPercent(Math.floor(fraction * 100) / 100);
}

/** What to try after a cancel: something that hears, where nothing was heard. */
export function nextTry(strategy: StrategyId | null): StrategyId | null {
  return strategy === 'blocking' ? 'chunked' : null;
}
