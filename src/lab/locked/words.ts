/** What a pupil's page says. Pure. */
import type { Nature } from '../../tasks/contract.ts';
import type { StrategyId } from '../../tasks/ids.ts';
import { formatPlural, formatSeconds, sentenceCase } from '../../ui/format.ts';
import type { IconName } from '../../ui/icons.ts';
import type { Forecasts } from '../model/forecast.ts';
import { verdict, type Facts } from '../model/verdict.ts';
import type { Fingerprint, ResultRow } from '../result/figures.ts';
import { secondsInWords } from '../view/words.ts';
import type { Sent } from './send.ts';

/** A freeze worth a sentence; below it a person hardly sees it. */
const FELT_MS = 100;
/** What may hold the page. */
const FREEZING = ['blocking', 'chunked'] as const;
/** A speed-up below this is noise. */
const FASTER = 1.15;

export function waysInWords(main: StrategyId | 'all', nature: Nature): string {
  const chunked = nature === 'indivisible' ? 'chunked, though it can’t be cut' : 'in slices';
  return { all: 'three ways', blocking: 'blocking', chunked, pool: 'in a pool of workers' }[main];
}

/** "It takes about 10 seconds. For two of them this page will freeze. That is the point." */
export function expectation(
  main: StrategyId | 'all',
  nature: Nature,
  forecast: Forecasts,
  { totalMs, runs }: { readonly totalMs: number | null; readonly runs: number },
): string {
  // One call that can't be cut holds the page in slices as well.
  const freezing = FREEZING.filter((strategy) => strategy === 'blocking' || nature === 'indivisible');
  const frozen = freezing.filter((strategy) => main === 'all' || main === strategy);
  const takes = main === 'all' ? totalMs : forecast[main];
  const about = takes === null ? 'It takes a while.' : `It takes about ${secondsInWords(takes)}.`;
  if (frozen.length === 0) return `${about} The page should stay alive: try it.`;
  const freezeMs = frozen.reduce((sum, strategy) => sum + (forecast[strategy] ?? NaN), 0);
  const times = main === 'all' ? runs : 1;
  const howLong = Number.isNaN(freezeMs) ? 'For some of it' : `For ${secondsInWords(times * freezeMs)} of it`;
  return `${about} ${howLong} this page will freeze. That is the point.`;
}

/** "Your phone froze for 2.32 seconds with blocking." */
export function headline(facts: Facts, device: string): string {
  // Of two engines each has its own freeze: then the sentence is about both.
  if (new Set(facts.rows.map(({ engine }) => engine)).size > 1) return verdict(facts).short.join(' ');
  const blocking = facts.rows.find((row) => row.strategy === 'blocking');
  const freeze = blocking?.longestFreezeMs?.median ?? 0;
  if (freeze < FELT_MS) return verdict(facts).short.join(' ');
  return `Your ${device} froze for ${formatSeconds(freeze).replace(/ s$/, ' seconds')} with blocking.`;
}

export interface Proof {
  readonly icon: IconName;
  readonly text: string;
}

/** Whether all did the same work; `null` where there was only one. */
export function proofOf({ state }: Fingerprint): Proof | null {
  if (state === 'same') return { icon: 'check', text: 'Same result, byte for byte' };
  return state === 'differ' ? { icon: 'octagon-x', text: 'Not the same result: reload and run again' } : null;
}

/** "138 frames lost, your tap waited 1.90 s, 3.2 times faster". */
export function feltSentence({ summary, view, taps }: ResultRow): string {
  if (summary === null) return view.record.invalidReason ?? 'This run does not count.';
  const { droppedFrames, speedup, strategy } = summary;
  const felt = [
    ...(droppedFrames === null ? [] : [`${formatPlural(Math.round(droppedFrames.median), 'frame')} lost`]),
    ...(taps === null ? [] : [`your tap waited ${formatSeconds(taps.longestMs)}`]),
    ...(speedup !== null && speedup >= FASTER && strategy !== 'blocking'
      ? [`${speedup.toFixed(1)} times faster`]
      : []),
  ];
  return sentenceCase(felt.join(', '));
}

/** What became of a result that was sent. */
export function sentenceOf(sent: Sent): string {
  return {
    shared: '',
    copied: 'Copied: paste it where your teacher collects the results.',
    closed: '',
    refused: 'This browser lets no page send or copy here. Show your screen instead.',
  }[sent];
}
