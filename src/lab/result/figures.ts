/** What the results show of an experiment's runs: one row a strategy, one run to draw, one fingerprint. */
import type { SummaryRow } from '../../results/report.ts';
import type { Engine } from '../../tasks/contract.ts';
import { STRATEGY_IDS, type StrategyId } from '../../tasks/ids.ts';
import { STRATEGY_NAMES } from '../../ui/strategy.ts';
import { ENGINE_WORDS } from '../model/engines.ts';
import type { RunView } from '../run/run-view.ts';

/** How long taps waited for the page, over all runs of a strategy that count. */
export interface TapWait {
  readonly longestMs: number;
  /** From the tap to the next paint, the longest; `null`: not known. */
  readonly shownMs: number | null;
  readonly count: number;
}

export interface ResultRow {
  /** The strategy's, with its engine where both were run. */
  readonly name: string;
  readonly engine: Engine;
  readonly strategy: StrategyId;
  /** Medians and intervals; `null` when no run of this strategy counts. */
  readonly summary: SummaryRow | null;
  /** The run that is drawn: its wall time is the nearest to the median. */
  readonly view: RunView;
  /** `null`: nobody tapped. */
  readonly taps: TapWait | null;
  /** Its bytes differ from the others'. */
  readonly odd: boolean;
}

/** The strategies that were run, in their own order; where both engines were, TypeScript's first. */
export function resultRows(views: readonly RunView[], summary: readonly SummaryRow[]): ResultRow[] {
  const { checksum } = fingerprint(views);
  const engines = enginesRun(views);
  return engines.flatMap((engine) =>
    STRATEGY_IDS.flatMap((strategy) => {
      const mine = (run: { strategy: string; engine: string }): boolean =>
        run.strategy === strategy && run.engine === engine;
      const own = views.filter(({ record }) => mine(record) && record.status === 'completed');
      const row = summary.find(mine) ?? null;
      const view = representative(own, row?.wallMs?.median ?? null);
      if (view === null) return [];
      const name = STRATEGY_NAMES[strategy] + (engines.length > 1 ? `, ${ENGINE_WORDS[engine]}` : '');
      const odd = own.some(({ record }) => record.checksum !== null && record.checksum !== checksum);
      return [{ name, strategy, engine, summary: row, view, taps: tapWait(own), odd }];
    }),
  );
}

function enginesRun(views: readonly RunView[]): Engine[] {
  return (['ts', 'wasm'] as const).filter((engine) => views.some(({ record }) => record.engine === engine));
}

/** The counted run nearest to the median; where none counts, the newest. */
function representative(views: readonly RunView[], medianMs: number | null): RunView | null {
  const counted = views.filter((view) => view.record.valid);
  if (medianMs === null || counted.length === 0) return views.at(-1) ?? null;
  const off = (view: RunView): number => Math.abs(view.wallMs - medianMs);
  return counted.reduce((best, view) => (off(view) < off(best) ? view : best));
}

function tapWait(views: readonly RunView[]): TapWait | null {
  const taps = views.flatMap(({ record }) => (record.valid ? (record.taps ?? []) : []));
  if (taps.length === 0) return null;
  const shown = taps.flatMap((tap) => tap.maxEventTimingMs ?? tap.maxPaintMs ?? []);
  return {
    longestMs: Math.max(...taps.map((tap) => tap.maxDelayMs)),
    shownMs: shown.length === 0 ? null : Math.max(...shown),
    count: taps.reduce((sum, tap) => sum + tap.count, 0),
  };
}

export interface Fingerprint {
  /** `alone`: all runs were alike, so there is nothing to compare; `unknown`: no checksum was made. */
  readonly state: 'same' | 'differ' | 'alone' | 'unknown';
  /** Of the result most runs agree on, hex. */
  readonly checksum: string | null;
  readonly odd: readonly StrategyId[];
}

/** Whether all runs gave the same bytes, and if not, who is alone with theirs. */
export function fingerprint(views: readonly RunView[]): Fingerprint {
  const known = views.filter((view) => view.record.status === 'completed' && view.record.checksum !== null);
  const votes = new Map<string, number>();
  for (const { record } of known) {
    if (record.checksum !== null) votes.set(record.checksum, (votes.get(record.checksum) ?? 0) + 1);
  }
  const [most] = [...votes].sort((a, b) => b[1] - a[1]);
  if (most === undefined) return { state: 'unknown', checksum: null, odd: [] };
  const [checksum] = most;
  const others = known.filter((view) => view.record.checksum !== checksum).map((view) => view.strategy);
  const odd = STRATEGY_IDS.filter((strategy) => others.includes(strategy));
  const ways = new Set(known.map(({ record }) => `${record.engine} ${record.strategy}`));
  if (odd.length > 0) return { state: 'differ', checksum, odd };
  return { state: ways.size > 1 ? 'same' : 'alone', checksum, odd };
}

/** How many rounds were run, told by the way that was run most. */
export function roundsOf(views: readonly RunView[]): number {
  const counts = new Map<string, number>();
  for (const { record } of views) {
    const way = `${record.engine} ${record.strategy}`;
    counts.set(way, (counts.get(way) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

/** The frame interval that the runs were measured against; `null` where it isn't known. */
export function intervalOfRows(rows: readonly ResultRow[]): number | null {
  return rows.find((row) => row.view.record.frames !== null)?.view.record.frames?.intervalMs ?? null;
}
