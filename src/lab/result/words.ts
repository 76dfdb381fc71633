/** The sentences beside the results. Pure: everything is handed in. */
import type { Environment } from '../../measure/environment.ts';
import { beatWords } from '../../results/model/device.ts';
import { ratesOf, ratesWords } from '../../results/model/rates.ts';
import type { TaskId } from '../../tasks/ids.ts';
import {
  formatBytes,
  formatCount,
  formatMegapixels,
  formatMs,
  formatMsFigure,
  formatPercent,
  formatPlural,
  sentenceCase,
} from '../../ui/format.ts';
import { STRATEGY_NAMES } from '../../ui/strategy.ts';
import { CATALOG } from '../model/catalog.ts';
import type { LabInput } from '../model/input.ts';
import type { RunView } from '../run/run-view.ts';
import { roundsOf, type Fingerprint, type ResultRow, type TapWait } from './figures.ts';

/** "Blur, Viaduct, 12.2 megapixels, 60 Hz." */
export function contextSentence(
  task: TaskId,
  input: LabInput,
  environment: Environment,
  amount = '',
): string {
  const hz = beatWords(environment) ?? [];
  const what = input.kind === 'none' && amount !== '' ? [amount] : inputWords(input);
  return `${[CATALOG[task].label, ...what].concat(hz).join(', ')}.`;
}

function inputWords(input: LabInput): string[] {
  if (input.kind === 'picture') return [input.name, formatMegapixels(input.width, input.height)];
  if (input.kind === 'none') return [];
  if (input.kind === 'data') return [input.name];
  if (input.kind === 'photos')
    return [formatPlural(input.photos.length, 'photo'), formatMegapixels(input.totalBytes / 4, 1)];
  const [first] = input.files;
  const one = input.files.length === 1 && first !== undefined;
  const files = one ? first.name : `${String(input.files.length)} files`;
  return [files, formatBytes(input.totalBytes)];
}

/** "Median of 3, order rotated." */
export function methodSentence(views: readonly RunView[]): string {
  const rounds = roundsOf(views);
  const compared = new Set(views.map((view) => view.strategy)).size > 1;
  if (rounds === 1) return compared ? 'One run each.' : 'One run.';
  return `Median of ${String(rounds)}${compared ? ', order rotated' : ''}.`;
}

/** "Milliseconds. Median of 3 runs, order rotated." */
export function unitSentence(views: readonly RunView[]): string {
  return `Milliseconds. ${methodSentence(views).replace(/of (\d+)/, 'of $1 runs')}`;
}

function droppedSentence(ms: number, share: (ms: number) => string): string {
  if (ms === 0) return 'When enough was found nothing else was under way.';
  return `Once enough was found, parts under way were stopped: work for nothing (hatched) took ${share(ms)}.`;
}

/** Empty where all runs saw the same rate; low power mode can set in between two of them. */
export function ratesSentence(views: readonly RunView[], environment: Environment): string {
  const rates = ratesOf(
    views.map(({ record }) => record),
    environment,
  );
  if (rates.length < 2) return '';
  return ` The screen beat at ${ratesWords(rates)}: compare the milliseconds, not the frames.`;
}

/** A checksum's beginning and end: "9f3c 51d0 … e1a7". */
export function shortChecksum(hex: string): string {
  if (hex.length <= 12) return hex;
  return `${hex.slice(0, 4)} ${hex.slice(4, 8)} … ${hex.slice(-4)}`;
}

/** What is wrong when the results are not the same bytes. */
export function differSentence({ odd }: Fingerprint): string {
  const names = odd.map((strategy) => STRATEGY_NAMES[strategy]);
  const who = sentenceCase(names.join(' and ').toLowerCase());
  const verb = names.length === 1 ? 'gave' : 'each gave';
  return (
    `${who} ${verb} other bytes than the rest, so the times don’t compare the same work. ` +
    'That is a fault of this page: please reload it and run again.'
  );
}

/** "7 workers, 35 parts. Each bar is one part of the picture; a free worker takes the next." */
export function workersSentence(view: RunView, what: string, assign: 'dynamic' | 'static'): string {
  const workers = view.lanes.length - 1;
  const who = `${String(workers)} ${workers === 1 ? 'worker' : 'workers'}`;
  const { parts } = view.record;
  const counts = `${who}, ${begunWords(view) ?? `${String(parts)} ${parts === 1 ? 'part' : 'parts'}`}.`;
  if (parts === 1) return `${counts} It can’t be split, so one worker does it alone.`;
  const next =
    assign === 'static'
      ? 'each worker got its share before the start'
      : workers === 1
        ? 'the worker takes one after the other'
        : 'a free worker takes the next';
  return [`${counts} Each bar is one part of the ${what}; ${next}.`, ...lostSentences(view)].join(' ');
}

/** Where a run ends early most parts are never begun: "38 of 704 parts begun". */
function begunWords({ cost, lanes, record }: RunView): string | null {
  if (cost?.droppedMs === undefined) return null;
  const begun = lanes.flatMap(({ bars }) =>
    bars.filter(({ kind }) => kind === 'compute' || kind === 'dropped'),
  );
  return `${String(begun.length)} of ${String(record.parts)} parts begun`;
}

/** What it cost that threads waited for each other, or worked on what was no longer needed. */
export function lostSentences({ cost, lanes, wallMs }: RunView): string[] {
  const { barrierMs, droppedMs } = cost ?? {};
  const all = wallMs * (lanes.length - 1);
  const share = (ms: number): string =>
    `${formatMs(ms < 10 ? ms : Math.round(ms))}, ${ms < all / 100 ? 'less than 1 %' : formatPercent(ms / all)} of the workers’ time`;
  return [
    ...(barrierMs === undefined
      ? []
      : [
          `At the barriers, where a stage ends, workers waited for the last of them: in all ${share(barrierMs)}.`,
        ]),
    ...(droppedMs === undefined ? [] : [droppedSentence(droppedMs, share)]),
  ];
}

/** What the bars of one strategy's lanes mean. */
export function lanesSentence(
  { strategy, lanes }: Pick<RunView, 'strategy' | 'lanes'>,
  pool: string,
): string {
  if (strategy === 'pool') return pool;
  if (strategy === 'blocking') return 'One thread, all of it at once: the page has to wait.';
  const slices = lanes[0]?.bars.filter(({ kind }) => kind === 'compute').length ?? 0;
  return slices === 1
    ? 'One thread, and a single slice: it could not be cut, so the page had to wait.'
    : 'One thread, in slices. In the gaps the page draws and hears you.';
}

/** What a task works on, as a word in a sentence. */
export function thingOf(task: TaskId): string {
  const { input, thing } = CATALOG[task];
  return (
    thing ??
    {
      picture: 'picture',
      files: 'files',
      photos: 'photos',
      json: 'document',
      words: 'list',
      none: 'drawing',
    }[input]
  );
}

/** "longest of 5, shown after 24": below the wait. */
export function tapsNote({ count, shownMs }: TapWait): string {
  const shown = shownMs === null ? [] : [`shown after ${formatMsFigure(Math.round(shownMs))}`];
  return [...(count === 1 ? [] : [`longest of ${String(count)}`]), ...shown].join(', ');
}

/** "Long frames, over 50 ms: blocking 1 (1,990 ms of them too long), chunked none, pool none." */
export function longFramesSentence(rows: readonly ResultRow[]): string {
  const known = rows.flatMap(({ strategy, view }) =>
    view.record.longFrames === null ? [] : [{ strategy, ...view.record.longFrames }],
  );
  if (known.length === 0) return 'Long frames: not available in this browser.';
  const each = known.map(({ strategy, count, blockingMs }) =>
    count === 0
      ? `${strategy} none`
      : `${strategy} ${formatCount(count)} (${formatMs(Math.round(blockingMs))} of them too long)`,
  );
  return `Long frames, over 50 ms: ${each.join(', ')}.`;
}

/** "A tap waited: blocking 1,995 ms (shown after 2,011), pool 3 ms (longest of 2, shown after 16)." `null`: nobody tapped. */
export function tapsSentence(rows: readonly ResultRow[]): string | null {
  const each = rows.flatMap(({ strategy, taps }) => {
    if (taps === null) return [];
    const note = tapsNote(taps);
    return `${strategy} ${formatMs(Math.round(taps.longestMs))}${note === '' ? '' : ` (${note})`}`;
  });
  return each.length === 0 ? null : `A tap waited: ${each.join(', ')}.`;
}
