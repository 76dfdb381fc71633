import type { RunRecord } from '../../results/report.ts';
import type { StrategyId } from '../../tasks/ids.ts';

/** How long ago a twin may have run, in ms: later the device may be in another state for other reasons. */
const RECENT_MS = 3 * 60_000;
/** So many times its twin's wall time is more than devices vary from run to run. */
const MUCH_SLOWER = 1.5;
/** Below this difference, in ms, a factor says nothing. */
const LEAST_MS = 100;

/** A run that took much longer than its twin shortly before. */
export interface Slowed {
  readonly strategy: StrategyId;
  /** How many times as long. */
  readonly factor: number;
  readonly agoMs: number;
}

interface Noted {
  readonly key: string;
  readonly wallMs: number;
  readonly atMs: number;
}

/** The same work, by the same strategy on as many threads: such runs are twins. */
function keyOf({ task, params, inputBytes, strategy, engine, workers }: RunRecord): string {
  return JSON.stringify([task, params, inputBytes, strategy, engine, workers]);
}

/** Remembers how quick runs were, to notice when a device slows down: heat, low power, other programs. */
export class PaceLog {
  #noted: readonly Noted[] = [];

  /**
   * Each run against its quickest twin of the last minutes; the slowest is told. `setting`: what else the runs
   * depend on (slices, yield).
   */
  add(runs: readonly RunRecord[], nowMs: number, setting = ''): Slowed | null {
    const slowed: Slowed[] = [];
    for (const run of runs) {
      if (run.status !== 'completed' || !run.valid || run.wallMs === null) continue;
      const found = this.#compare(run, { key: keyOf(run) + setting, wallMs: run.wallMs, atMs: nowMs });
      if (found !== null) slowed.push(found);
    }
    return slowed.sort((a, b) => b.factor - a.factor)[0] ?? null;
  }

  #compare({ strategy }: RunRecord, { key, wallMs, atMs }: Noted): Slowed | null {
    this.#noted = this.#noted.filter((noted) => atMs - noted.atMs <= RECENT_MS);
    const [quickest] = this.#noted.filter((noted) => noted.key === key).sort((a, b) => a.wallMs - b.wallMs);
    this.#noted = [...this.#noted, { key, wallMs, atMs }];
    if (quickest === undefined) return null;
    const much = wallMs > MUCH_SLOWER * quickest.wallMs && wallMs - quickest.wallMs > LEAST_MS;
    return much ? { strategy, factor: wallMs / quickest.wallMs, agoMs: atMs - quickest.atMs } : null;
  }
}
