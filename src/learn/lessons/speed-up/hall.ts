import { defaultYieldName, makeYield } from '../../../async/yield.ts';
import { median } from '../../../measure/quantile.ts';
import type { Pool } from '../../../pool/pool.ts';
import { blocking } from '../../../strategies/blocking.ts';
import type { Bar, Job, RunOptions, RunOutcome } from '../../../strategies/contract.ts';
import { poolStrategy } from '../../../strategies/pool.ts';
import type { Numbers } from '../../model/lesson.ts';
import type { StageWorld } from '../../stage/world.ts';
import { coresHere, drawWork, joined, laneOf, PAGE, withPool } from '../../threads/crew.ts';
import { canShare, makePicture, makeWork } from '../../threads/work.ts';
import type { Point } from './amdahl.ts';

/** Enough for every count of workers to share them out evenly. */
const PARTS = 48;
/** As many as this device says it has, as far as a lesson may use them. */
export const CORES = Math.min(8, Math.max(2, coresHere()));
/** A few more than there are cores: that the curve ends is part of it. */
export const MOST = CORES <= 4 ? CORES * 2 : CORES + 2;
const TIMES = 3;
/** Bars that follow each other within this are drawn as one. */
const GAP_MS = 4;

type Assign = RunOptions['assign'];

/** One run on the pool or on the page, in ms. */
export interface HallRow {
  readonly label: string;
  readonly workers: number;
  readonly wallMs: number;
  /** Starting the workers. */
  readonly startMs: number;
  /** The page's time for sending parts and putting results together. */
  readonly carryMs: number;
  /** When the first worker and the last one had nothing to do any more. */
  readonly firstDoneMs: number;
  readonly lastDoneMs: number;
  readonly computeMs: number;
  /** The longest that a worker stood still between two of its parts. */
  readonly idleMs: number;
}

export interface HallRun {
  readonly rows: readonly HallRow[];
  /** The medians, by workers, where the curve was measured. */
  readonly points: readonly Point[];
}

export interface Hall {
  readonly pool: {
    readonly run: (job: Job, workers: number, assign?: Assign) => Promise<void>;
    readonly dispose: () => void;
  };
  readonly here: { readonly run: (job: Job) => Promise<void> };
  readonly job: Job;
  readonly parcels: Job;
  readonly light: Job;
  readonly cores: number;
}
export interface Curve extends Pick<Hall, 'pool' | 'job'> {
  readonly most: number;
}

const workIn = (bars: readonly Bar[]) =>
  joined(
    bars.filter(({ kind }) => kind !== 'message'),
    GAP_MS,
  );

const idleOf = (spans: readonly { start: number; end: number }[]): number =>
  Math.max(0, ...spans.slice(1).map(({ start }, i) => start - (spans[i]?.end ?? start)));

function rowOf(label: string, { cost, lanes, workers }: RunOutcome): HallRow {
  const spans = lanes.slice(1).map(({ bars }) => workIn(bars));
  const ends = spans.flatMap((each) => each.at(-1)?.end ?? []);
  return {
    label,
    workers,
    wallMs: cost.wallMs,
    startMs: cost.startupMs,
    carryMs: cost.transferMs + cost.mergeMs,
    firstDoneMs: ends.length === 0 ? cost.wallMs : Math.min(...ends),
    lastDoneMs: ends.length === 0 ? cost.wallMs : Math.max(...ends),
    computeMs: cost.computeMs,
    idleMs: Math.max(0, ...spans.map(idleOf)),
  };
}

/** The lab's strategies over the course's jobs; what they did is drawn and kept. */
class Runner {
  readonly rows: HallRow[] = [];
  readonly #stage: StageWorld;
  readonly #pool: Pool;
  readonly #labels: readonly string[];

  constructor(stage: StageWorld, pool: Pool, labels: readonly string[] = []) {
    this.#stage = stage;
    this.#pool = pool;
    this.#labels = labels;
  }

  async onPool(job: Job, workers: number, assign: Assign = 'dynamic'): Promise<HallRow> {
    const outcome = await poolStrategy(this.#pool).run(job, this.#options(workers, assign));
    this.#drawWait(outcome, 'starting', outcome.cost.startupMs);
    return this.#keep(outcome);
  }

  async onPage(job: Job): Promise<HallRow> {
    return this.#keep(await blocking.run(job, this.#options(0, 'dynamic')));
  }

  /** Loads and compiles what the workers will run, so that it isn't measured. */
  async warm(job: Job, workers: number): Promise<void> {
    const outcome = await poolStrategy(this.#pool).run(job, this.#options(workers, 'static'));
    this.#drawWait(outcome, 'starting and warming up', outcome.cost.wallMs);
  }

  #options(workers: number, assign: Assign): RunOptions {
    return {
      signal: this.#stage.signal,
      now: () => performance.now(),
      workers,
      sliceMs: 5,
      breathe: makeYield(defaultYieldName()) ?? (() => Promise.resolve()),
      assign,
    };
  }

  #drawWait({ startedAt, workers }: RunOutcome, label: string, ms: number): void {
    if (ms < 1) return;
    for (let index = 1; index <= workers; index += 1) {
      const span = { lane: laneOf({ index }), label, mode: 'wait', since: startedAt } as const;
      this.#stage.tracer.start(span)('replaced', undefined, startedAt + ms);
    }
  }

  #keep(outcome: RunOutcome): HallRow {
    outcome.lanes.forEach(({ bars }, i) => {
      for (const { start, end } of workIn(bars)) {
        const span = { start: outcome.startedAt + start, end: outcome.startedAt + end };
        if (i > 0 || end - start >= 1) drawWork(this.#stage, i === 0 ? PAGE : laneOf({ index: i }), '', span);
      }
    });
    const row = rowOf(this.#labels[this.rows.length] ?? '', outcome);
    this.rows.push(row);
    return row;
  }
}

const workMs = (numbers: Numbers): number => numbers['work'] ?? 300;

/** The same job on 1…N workers: the median of three for each. */
export function measureCurve(
  stage: StageWorld,
  numbers: Numbers,
  program: (tools: Curve) => Promise<void>,
): Promise<HallRun> {
  return withPool(stage, async (pool) => {
    const runner = new Runner(stage, pool);
    const job = await makeWork(workMs(numbers) / PARTS, PARTS, canShare());
    await runner.warm(await makeWork(20, MOST), MOST);
    const points: Point[] = [];
    const run = async (what: Job, workers: number): Promise<void> => {
      const walls: number[] = [];
      for (let i = 0; i < TIMES; i += 1) walls.push((await runner.onPool(what, workers)).wallMs);
      points.push({ workers, ms: median(walls) ?? 0 });
    };
    const dispose = (): void => {
      pool.dispose();
    };
    await program({ pool: { run, dispose }, job, most: MOST });
    return { rows: runner.rows, points };
  });
}

interface HallNeeds {
  /** What each of the program's runs is called. */
  readonly labels: readonly string[];
  /** A picture to carry. */
  readonly light?: boolean;
}

/** One program in the hall, its workers warm. */
export function inHall(
  stage: StageWorld,
  numbers: Numbers,
  { labels, light = false }: HallNeeds,
  program: (tools: Hall) => Promise<void>,
): Promise<HallRun> {
  return withPool(stage, async (pool) => {
    const runner = new Runner(stage, pool, labels);
    const each = workMs(numbers) / PARTS;
    const job = await makeWork(each, PARTS, canShare());
    const picture = light ? await makePicture(pool, stage.signal) : job;
    await runner.warm(await makeWork(20, CORES), CORES);
    if (light) await runner.warm(picture, CORES);
    await program({
      pool: {
        run: async (what, workers, assign) => {
          await runner.onPool(what, workers, assign);
        },
        dispose: () => {
          pool.dispose();
        },
      },
      here: {
        run: async (what) => {
          await runner.onPage(what);
        },
      },
      job,
      parcels: await makeWork(each, PARTS),
      light: picture,
      cores: CORES,
    });
    return { rows: runner.rows, points: [] };
  });
}
