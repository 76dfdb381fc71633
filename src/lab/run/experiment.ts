import { isAbort, throwIfAborted } from '../../async/abort.ts';
import { sleep } from '../../async/sleep.ts';
import { timeLimit } from '../../async/time-limit.ts';
import { makeYield } from '../../async/yield.ts';
import { clockStep } from '../../measure/clock-step.ts';
import type { Refresh } from '../../measure/refresh.ts';
import { untilSeen } from '../../measure/seen.ts';
import { measureRefresh } from '../../measure/screen.ts';
import { pageTimers } from '../../measure/host.ts';
import type { Draft, Job, PartDone } from '../../strategies/contract.ts';
import { stagesOf } from '../../strategies/deal.ts';
import type { Engine, Part, Plan } from '../../tasks/contract.ts';
import type { StrategyId } from '../../tasks/ids.ts';
import { enginesOf } from '../model/engines.ts';
import type { Options } from '../model/options.ts';
import { sliceLengths } from '../model/slice.ts';
import { randomId } from './id.ts';
import { runOnce, type AbortSource } from './run-once.ts';
import type { RunView } from './run-view.ts';
import { strategyOf, type Services } from './services.ts';
import { workplaceOf, type Workplace } from './workplace.ts';

/** Between runs, so that the page and the processor come to rest, in ms. */
const PAUSE_MS = 500;
/** Before a run that will freeze the page: time to read that it will. */
const WARN_MS = 1200;
/** Parts that a warm-up runs: enough for the compilers, little enough not to be felt. */
const WARM_PARTS = 2;
/** A part may be a file of gigabytes: by then the compilers have seen enough, in ms. */
const WARM_MS = 1000;

export interface ExperimentPlan {
  readonly draft: Draft;
  readonly inputBytes: number;
  readonly strategies: readonly StrategyId[];
  readonly runs: number;
  readonly options: Options;
  /** Speed-up curve: the pool runs by each of these numbers of workers instead of the one that is set. */
  readonly workerCounts?: readonly number[];
  readonly warmUp: boolean;
  /** Tells before it freezes: with a pause to read it. */
  readonly warn: boolean;
}

export interface RunAt {
  readonly strategy: StrategyId;
  /** Told only where both engines are compared. */
  readonly engine?: Engine;
  /** Of the pool; told only where several numbers of them are compared. */
  readonly workers?: number;
  /** From 1. */
  readonly round: number;
  readonly rounds: number;
  readonly index: number;
  readonly total: number;
}

/** What the page hears while an experiment goes on. */
export interface ExperimentEvents {
  warmingUp(): void;
  /** The next run is about to start (its warning is on the page now). */
  next(at: RunAt): void;
  /** In a few frames it starts: the last moment to change anything on the page. */
  starting(at: RunAt): void;
  started(at: RunAt): void;
  /** The job is over; its measures follow. */
  stopped(at: RunAt): void;
  part(done: PartDone, job: Job): void;
  read(part: number, bytes: number): void;
  ended(view: RunView): void;
}

export interface ExperimentResult {
  readonly status: 'completed' | 'aborted';
  readonly runs: readonly RunView[];
  readonly refresh: Refresh | null;
  /** The last result, for the page to show; `null` where nothing completed. */
  readonly result: Uint8Array | null;
}

type Way = Pick<RunAt, 'strategy' | 'engine' | 'workers'>;
type Compared = Pick<ExperimentPlan, 'strategies' | 'workerCounts'> & {
  readonly options: Pick<Options, 'engine'>;
};

function waysOf({ strategies, workerCounts, options }: Compared): Way[] {
  const ways = strategies.flatMap((strategy): Way[] =>
    strategy === 'pool' && workerCounts !== undefined
      ? workerCounts.map((workers) => ({ strategy, workers }))
      : [{ strategy }],
  );
  const engines = enginesOf(options);
  return engines.length === 1 ? ways : engines.flatMap((engine) => ways.map((way) => ({ ...way, engine })));
}

/** Round r runs the ways in an order rotated by r, so that none is always first or last. */
export function rotatedOrder(plan: Compared & Pick<ExperimentPlan, 'runs'>): readonly RunAt[] {
  const ways = waysOf(plan);
  const total = ways.length * plan.runs;
  return Array.from({ length: plan.runs }, (_, round) =>
    ways.map((__, i) => {
      const way = ways[(i + round) % ways.length] as Way;
      return { ...way, round: round + 1, rounds: plan.runs, index: round * ways.length + i + 1, total };
    }),
  ).flat();
}

/** The first parts of each stage, as a plan of their own. */
function warmParts(plan: Plan, count: number): Part[] {
  const first = stagesOf(plan).flatMap(({ start, end }) =>
    plan.parts.slice(start, Math.min(end, start + count)),
  );
  return first.map((part, index) => ({ ...part, index }));
}

/** Several runs that are compared: warmed up, interleaved in rotated order, with a pause between. */
export class Experiment {
  readonly #plan: ExperimentPlan;
  readonly #services: Services;
  readonly #events: ExperimentEvents;
  readonly #shared: boolean;
  readonly #places = new Map<Engine, Workplace>();
  readonly #views: RunView[] = [];
  /** Runs of one experiment share the beginning of their ids: a link that carries them stays short. */
  readonly #series = randomId();
  readonly #clockStepMs = clockStep();
  #refresh: Refresh | null = null;
  #result: Uint8Array | null = null;

  constructor(plan: ExperimentPlan, services: Services, events: ExperimentEvents, shared: boolean) {
    this.#plan = plan;
    this.#services = services;
    this.#events = events;
    this.#shared = shared;
  }

  /** An abort is an outcome here. @throws PartFailed, WorkerDiedError, PoolGaveUpError */
  async run(abort: AbortSource): Promise<ExperimentResult> {
    try {
      return this.#ended((await this.#all(abort)) ? 'completed' : 'aborted');
    } catch (error) {
      if (!isAbort(error)) throw error;
      return this.#ended('aborted');
    }
  }

  /** What is known where the experiment failed. */
  get soFar(): ExperimentResult {
    return this.#ended('aborted');
  }

  async #all(abort: AbortSource): Promise<boolean> {
    await this.#settleIn();
    if (this.#plan.warmUp) await this.#warmUp(abort.signal);
    for (const at of rotatedOrder(this.#plan)) {
      if (!(await this.#one(at, abort))) return false;
    }
    return true;
  }

  #ended(status: 'completed' | 'aborted'): ExperimentResult {
    return { status, runs: this.#views, refresh: this.#refresh, result: this.#result };
  }

  /** Loads each engine and gives it memory to work in. */
  async #settleIn(): Promise<void> {
    const { draft, options, workerCounts = [options.workers] } = this.#plan;
    const { pool } = this.#services;
    const settings = { pool, shared: this.#shared, workers: Math.max(...workerCounts) };
    for (const engine of enginesOf(options)) {
      this.#places.set(engine, await workplaceOf(engine, draft, settings));
    }
  }

  #placeOf({ engine = enginesOf(this.#plan.options)[0] ?? 'ts' }: RunAt): Workplace {
    const place = this.#places.get(engine);
    if (place === undefined) throw new Error(`The engine ${engine} was not loaded.`);
    return place;
  }

  /** A few parts each way, unmeasured: compilers warm, workers spawned, memory touched. */
  async #warmUp(signal: AbortSignal): Promise<void> {
    this.#events.warmingUp();
    for (const place of this.#places.values()) await this.#warm(place, signal);
    throwIfAborted(signal);
  }

  async #warm(place: Workplace, signal: AbortSignal): Promise<void> {
    const { options, strategies, workerCounts = [options.workers] } = this.#plan;
    const job = place.job();
    const workers = Math.max(...workerCounts);
    const parts = warmParts(job.plan, WARM_PARTS * workers);
    const run = { now: () => performance.now(), workers, assign: options.assign };
    const lengths = sliceLengths(options, null);
    const breathe = makeYield(options.yield) ?? (() => Promise.resolve());
    const oneCall = job.task.nature(job.params, job.shape) === 'indivisible';
    for (const id of strategies) {
      // It would freeze the page, and nobody has been told.
      if (oneCall && id !== 'pool') continue;
      // On the page's own thread even the blocking kernel is warmed up in slices: nothing should freeze yet.
      const gentle = strategyOf(id === 'blocking' ? 'chunked' : id, this.#services);
      const few = {
        ...job,
        plan: { ...job.plan, parts: id === 'pool' ? parts : warmParts(job.plan, WARM_PARTS) },
      };
      await this.#briefly(oneCall ? null : WARM_MS, signal, (ends) =>
        gentle.run(few, { ...run, signal: ends, ...lengths, breathe }),
      );
    }
    const { output, outputStart, plan } = job;
    await place.check(new Uint8Array(output, outputStart, plan.outputBytes), job, false);
  }

  /** Ends by itself after so many ms; a call that can't be divided would have to be ended with its worker. */
  async #briefly(
    ms: number | null,
    signal: AbortSignal,
    work: (ends: AbortSignal) => Promise<unknown>,
  ): Promise<void> {
    const limit = ms === null ? { signal, end: () => undefined } : timeLimit(ms, signal);
    try {
      await work(limit.signal);
    } catch (error) {
      if (!isAbort(error) || signal.aborted) throw error;
    } finally {
      limit.end();
      this.#services.clock.rest();
    }
  }

  /** One run of the order; false when it was aborted. */
  async #one(at: RunAt, abort: AbortSource): Promise<boolean> {
    const { inputBytes } = this.#plan;
    const options = { ...this.#plan.options, workers: at.workers ?? this.#plan.options.workers };
    this.#events.next(at);
    await this.#quiet(at, options.workers, abort.signal);
    const place = this.#placeOf(at);
    const job = place.job();
    const ended = await runOnce(
      {
        id: `${this.#series}-${String(at.index)}`,
        job,
        strategy: at.strategy,
        options,
        refresh: this.#refresh,
        inputBytes,
        clockStepMs: this.#clockStepMs,
        onPart: (done) => {
          this.#events.part(done, job);
        },
        onRead: (part, bytes) => {
          this.#events.read(part, bytes);
        },
        onLead: () => {
          this.#events.starting(at);
        },
        onStart: () => {
          this.#events.started(at);
        },
        onStop: () => {
          this.#events.stopped(at);
        },
      },
      this.#services,
      abort,
    );
    if (ended.status === 'aborted') {
      this.#keep(ended.view);
      return false;
    }
    const last = at.index === at.total;
    const checked = await place.check(ended.outcome.result, job, last);
    // A result apart from the output (digests) is handed on as it is; a picture only when it isn't cleared.
    if (last || checked.apart) this.#result = checked.result;
    this.#keep({ ...ended.view, record: { ...ended.view.record, checksum: checked.checksum } });
    return !abort.signal.aborted || last;
  }

  #keep(view: RunView): void {
    this.#views.push(view);
    this.#events.ended(view);
  }

  /** Waits until the page is at rest, and knows its frame interval. */
  async #quiet(at: RunAt, workers: number, signal: AbortSignal): Promise<void> {
    const { clock, pool } = this.#services;
    const { warn } = this.#plan;
    if (at.strategy === 'pool') await pool.ready(workers, signal);
    // Sent to the background between two runs: the next one waits until somebody looks again.
    await untilSeen(document, signal);
    await sleep(warn && at.strategy === 'blocking' ? WARN_MS : PAUSE_MS, signal);
    this.#refresh = await measureRefresh({ clock, page: document, timers: pageTimers }, signal);
  }
}
