/** Sentences about what happened here, and why, from what was measured. */
import { overlap } from '../../measure/statistics.ts';
import type { SummaryRow } from '../../results/report.ts';
import { compareWalls } from '../../results/summary.ts';
import type { Nature } from '../../tasks/contract.ts';
import { formatCountWord, formatMs, formatPlural, formatSeconds, sentenceCase } from '../../ui/format.ts';
import type { RunView } from '../run/run-view.ts';
import { engineVerdict } from './engine-verdict.ts';

export interface Verdict {
  /** Full sentences, the heading of the results. */
  readonly sentences: readonly string[];
  /** The same, for a narrow screen. */
  readonly short: readonly string[];
  /** Why it happened. */
  readonly why: string;
}

export interface Facts {
  readonly rows: readonly SummaryRow[];
  /** One completed run a strategy: those that are drawn. */
  readonly views: readonly RunView[];
  readonly nature: Nature;
  readonly workers: number;
}

/** A freeze worth a sentence; below it a person hardly sees it. */
const FELT_MS = 100;
/** Wall times closer than this are "about as long": a tenth is within what one device does from day to day. */
const ABOUT = 0.1;

type Wall = NonNullable<SummaryRow['wallMs']>;
type Row = SummaryRow & { readonly wallMs: Wall };

function rowOf(facts: Facts, strategy: string): Row | null {
  const row = facts.rows.find((candidate) => candidate.strategy === strategy);
  return row?.wallMs == null ? null : { ...row, wallMs: row.wallMs };
}

/** "2.05 seconds", as a heading says it. */
function seconds(ms: number): string {
  return ms < 1000 ? formatMs(Math.round(ms)) : formatSeconds(ms).replace(/ s$/, ' seconds');
}

/** "0.50" after a sentence that said "seconds". */
function secondsAgain(ms: number, before: string | null): string {
  const said = before?.endsWith(' seconds.') === true && ms >= 10 && ms < 59_995;
  return said ? formatSeconds(ms).replace(/ s$/, '') : seconds(ms);
}

/** What blocking did to the page; where frames could not be timed, how long it took. */
function froze(row: Row | null): string | null {
  if (row === null) return null;
  const ms = row.longestFreezeMs?.median;
  if (ms === undefined) return `Blocking took ${seconds(row.wallMs.median)}.`;
  if (ms < FELT_MS) return `Blocking held this page for only ${seconds(ms)}: too short to feel.`;
  return `Blocking froze this page for ${seconds(ms)}.`;
}

/** " and never missed a frame"; nothing where frames could not be counted. */
function missed(row: Row, joint: 'and' | 'but'): string {
  const dropped = row.droppedFrames?.median;
  if (dropped === undefined) return '';
  const frames = Math.round(dropped);
  return frames === 0 ? ` ${joint} never missed a frame` : ` and missed ${formatPlural(frames, 'frame')}`;
}

/** `unclear`: repeated, and the intervals overlap. */
type Compared = 'faster' | 'slower' | 'alike' | 'unclear';

function compare(row: Row, blocking: Row): Compared {
  const [wall, other] = [row.wallMs, blocking.wallMs];
  const unclear = compareWalls(row, blocking) === 'no clear difference';
  if (unclear) return 'unclear';
  const near = Math.abs(wall.median - other.median) < ABOUT * other.median;
  // Two runs each are too few for a claim, yet enough to contradict each other.
  if (near || overlap(wall, other)) return 'alike';
  return wall.median < other.median ? 'faster' : 'slower';
}

function differ(compared: Compared): boolean {
  return compared === 'faster' || compared === 'slower';
}

/** One strategy beside blocking, or by itself. `verb` is what a faster one did. */
function beside(name: string, row: Row, blocking: Row | null, verb: string): string {
  const first = froze(blocking);
  const took = secondsAgain(row.wallMs.median, first);
  if (blocking === null) return `${name} took ${took}${missed(row, 'and')}.`;
  const compared = compare(row, blocking);
  if (compared === 'unclear') return `${name} made no clear difference in time${missed(row, 'but')}.`;
  if (compared === 'alike') return `${name} took about as long${missed(row, 'but')}.`;
  if (compared === 'slower') {
    const tail = missed(row, 'but');
    return `${name} took longer, ${took}${tail === '' ? '' : `,${tail}`}.`;
  }
  return `${name} ${verb} ${took}${missed(row, 'and')}.`;
}

/** All three are alike, and nothing was long enough to feel. */
function noDifference(facts: Facts): string | null {
  const [blocking, chunked, pool] = ['blocking', 'chunked', 'pool'].map((name) => rowOf(facts, name));
  if (blocking == null || chunked == null || pool == null) return null;
  const freeze = blocking.longestFreezeMs?.median ?? Infinity;
  if (freeze >= FELT_MS || differ(compare(pool, blocking))) return null;
  const walls = [blocking, chunked, pool].map((row) => row.wallMs.median);
  return `All three ended within ${formatMs(Math.max(...walls) - Math.min(...walls))} of each other.`;
}

function sentences(facts: Facts, verb: string): string[] {
  const within = noDifference(facts);
  if (within !== null) return ['No clear difference.', within];
  const blocking = rowOf(facts, 'blocking');
  const pool = rowOf(facts, 'pool');
  const chunked = rowOf(facts, 'chunked');
  const second =
    pool !== null
      ? beside('The pool', pool, blocking, verb)
      : chunked !== null
        ? beside('Chunked', chunked, blocking, verb)
        : null;
  const found = [froze(blocking), second].filter((sentence) => sentence !== null);
  return found.length === 0 ? ['No run counts this time.'] : found;
}

const TAKEN = 'While it worked, the page’s only thread was taken: no frame was drawn and no tap was heard.';
const SLICES = 'One thread did it in short slices; between two of them the page could draw and hear you.';

const ONE_CALL =
  'It is one call that can’t be cut: chunked holds the page as blocking does, and a second worker has nothing to do. ' +
  'A worker frees the page, as long as what comes home is small.';

function why(facts: Facts): string {
  if (noDifference(facts) !== null) return 'So short a job does not need a worker. Try a larger one.';
  if (facts.nature === 'indivisible') return ONE_CALL;
  const pool = facts.views.find((view) => view.strategy === 'pool');
  if (pool?.cost != null) return poolWhy(facts, pool.cost.mainBlockedMs);
  return facts.views.at(-1)?.strategy === 'chunked' ? SLICES : TAKEN;
}

function poolWhy(facts: Facts, mainMs: number): string {
  const { nature, workers } = facts;
  if (nature === 'resumable') {
    return (
      'One stream is worked on from start to end, so a second worker can’t help: ' +
      'a worker frees the page, it doesn’t make this faster.'
    );
  }
  const pageBusy = `${formatMs(mainMs < 10 ? mainMs : Math.round(mainMs))} in all`;
  const handed = `the page only handed out the parts and put them together, ${pageBusy}`;
  if (workers === 1) return `One worker computed: that frees the page but shares no work; ${handed}.`;
  const who = sentenceCase(formatPlural(workers, 'worker'));
  const [blocking, pool] = [rowOf(facts, 'blocking'), rowOf(facts, 'pool')];
  const compared = blocking === null || pool === null ? 'faster' : compare(pool, blocking);
  if (compared === 'unclear') {
    return `${who} computed, but the runs differ among themselves as much as from blocking’s: repeat it more often, or take a larger job.`;
  }
  if (compared !== 'faster') {
    return `${who} computed, which did not pay here: the job is short, or this device’s cores were busy.`;
  }
  return `${who} computed; ${handed}.`;
}

export function verdict(facts: Facts): Verdict {
  const engines = engineVerdict(facts.rows, facts.workers);
  if (engines !== null) return engines;
  return {
    sentences: sentences(facts, 'did the same work in'),
    short: sentences(facts, 'took'),
    why: why(facts),
  };
}

/** "Two runs are not counted. …" or `null`. */
export function invalidSentence(views: readonly RunView[]): string | null {
  const invalid = views.filter((view) => view.record.status === 'completed' && !view.record.valid);
  const [first] = invalid;
  if (first === undefined) return null;
  const count = sentenceCase(formatCountWord(invalid.length));
  const runs = invalid.length === 1 ? 'run is' : 'runs are';
  const reasons = new Set(invalid.flatMap((view) => view.record.invalidReason ?? []));
  return [`${count} ${runs} not counted.`, ...reasons].join(' ');
}
