import type { Refresh } from '../measure/refresh.ts';
import type { Report } from '../results/report.ts';
import type { PartDone, Job } from '../strategies/contract.ts';
import { STRATEGY_IDS, type StrategyId } from '../tasks/ids.ts';
import type { Prepared } from './input/prepare.ts';
import { describe, type PreparedInput } from './input/prepared.svelte.ts';
import { inputBytes } from './model/job.ts';
import type { Options } from './model/options.ts';
import { TimedAbort } from './run/abort-source.ts';
import type { ExperimentEvents, ExperimentResult, RunAt } from './run/experiment.ts';
import { Listeners } from './run/listeners.ts';
import { ALL_DONE, NO_PROGRESS, type Progress } from './run/progress.ts';
import type { ProgressMeter } from './run/progress-meter.ts';
import type { RunView } from './run/run-view.ts';
import type { Services } from './run/services.ts';

export type LabStatus =
  | { readonly status: 'ready' }
  | {
      readonly status: 'running';
      readonly phase: 'preparing' | 'warm-up' | 'next' | 'running' | 'settling';
      readonly at: RunAt | null;
    }
  | {
      readonly status: 'done';
      readonly result: ExperimentResult;
      readonly report: Report;
      readonly compared: boolean;
    }
  | {
      readonly status: 'cancelled';
      readonly view: RunView | null;
      readonly strategy: StrategyId | null;
      readonly refresh: Refresh | null;
    }
  | { readonly status: 'failed'; readonly title: string; readonly sentence: string };

/** Between two looks at the progress, in ms: nothing renders per part, and each look costs the run a layout (measured). */
const PROGRESS_MS = 250;

export interface RunConfig {
  readonly strategies: readonly StrategyId[];
  readonly runs: number;
  readonly workerCounts?: readonly number[];
  readonly warmUp: boolean;
  readonly warn: boolean;
  /** A person started it: is asked before a long freeze. */
  readonly ask?: boolean;
}

/** Whether a run may begin, now that its length is known. */
export type Consent = (
  prepared: Prepared,
  strategies: readonly StrategyId[],
  signal: AbortSignal,
) => Promise<boolean>;

export type PartListener = (done: PartDone, job: Job) => void;

/** The lab: one experiment at a time, from its input to its report. */
export class Lab {
  readonly services: Services;
  readonly input: PreparedInput;
  /** Asked where a run says so (`RunConfig.ask`). */
  consent: Consent = () => Promise.resolve(true);
  #options: Options = $state.raw() as Options;
  #status = $state.raw<LabStatus>({ status: 'ready' });
  #views = $state.raw<Partial<Record<StrategyId, RunView>>>({});
  #progress = $state.raw<Progress>(NO_PROGRESS);
  #abort: TimedAbort | null = null;
  #finished: Promise<unknown> = Promise.resolve();
  /** A part has ended and its bytes lie in the job's output. */
  readonly #parts = new Listeners<[done: PartDone, job: Job]>();
  /** A measured run begins now. */
  readonly #starts = new Listeners<[at: RunAt]>();

  constructor(services: Services, input: PreparedInput, options: Options) {
    this.services = services;
    this.input = input;
    this.#options = options;
  }

  get options(): Options {
    return this.#options;
  }

  get status(): LabStatus {
    return this.#status;
  }

  /** The newest run of each strategy in this experiment. */
  get views(): Partial<Record<StrategyId, RunView>> {
    return this.#views;
  }

  get progress(): Progress {
    return this.#progress;
  }

  get running(): boolean {
    return this.#status.status === 'running';
  }

  /** One of the runs is on, and what else the page does would count as its time. */
  get measuring(): boolean {
    return this.#status.status === 'running' && this.#status.phase === 'running';
  }

  /** Sets options and makes the input ready for them. Nothing changes while something runs. */
  setOptions(change: Partial<Options>, files?: readonly File[]): void {
    if (this.running) return;
    const before = this.#options;
    this.#options = { ...before, ...change };
    this.#status = { status: 'ready' };
    this.#views = {};
    // An engine has a forecast of its own.
    const same = (['task', 'size', 'engine'] as const).every((name) => before[name] === this.#options[name]);
    if (!same || change.params !== undefined || files !== undefined)
      void this.input.prepare(this.#options, files);
  }

  onPart(listener: PartListener): () => void {
    return this.#parts.add(listener);
  }

  onStart(listener: (at: RunAt) => void): () => void {
    return this.#starts.add(listener);
  }

  /** Runs one strategy once. A new run aborts what runs. */
  runOne(strategy: StrategyId): void {
    void this.start({
      strategies: [strategy],
      runs: 1,
      warmUp: false,
      warn: strategy === 'blocking',
      ask: true,
    });
  }

  compareAll(): void {
    void this.start({
      strategies: STRATEGY_IDS,
      runs: this.#options.runs,
      warmUp: true,
      warn: true,
      ask: true,
    });
  }

  /** `requestedAt`: when the person asked, on the page's clock. */
  cancel(requestedAt = performance.now()): void {
    this.#abort?.abort(requestedAt);
  }

  /** Aborts what runs. Resolves when it has ended: until then options and input stay as they are. */
  async stop(): Promise<void> {
    this.cancel();
    await this.#finished;
  }

  /** Runs an experiment. Never rejects: how it ended is the status. */
  async start(config: RunConfig): Promise<LabStatus> {
    this.cancel();
    const abort = new TimedAbort();
    this.#abort = abort;
    const before = this.#finished;
    const run = before.then(() => this.#experiment(config, abort));
    this.#finished = run;
    return run;
  }

  async #experiment(config: RunConfig, abort: TimedAbort): Promise<LabStatus> {
    this.#status = { status: 'running', phase: 'preparing', at: null };
    this.#views = {};
    this.#progress = NO_PROGRESS;
    try {
      await this.input.settled();
      this.#status = await this.#measured(config, abort);
    } catch (error) {
      this.#status = { status: 'failed', ...(await this.#failure(error)) };
    }
    return this.#status;
  }

  /** The words for it come when they are needed; where they can't, the error speaks for itself. */
  async #failure(error: unknown): Promise<{ title: string; sentence: string }> {
    const input = this.input.prepared?.input ?? null;
    return import('./input/failure.ts').then(
      ({ describeFailure }) => describeFailure(error, input),
      () => ({ ...describe(error), title: 'The run failed' }),
    );
  }

  async #measured(config: RunConfig, abort: TimedAbort): Promise<LabStatus> {
    const { prepared } = this.input;
    if (prepared === null) {
      const { status } = this.input;
      const failed =
        status.status === 'failed' ? status : { title: 'Nothing to run', sentence: 'Choose an input first.' };
      return { status: 'failed', title: failed.title, sentence: failed.sentence };
    }
    if (config.ask === true && !(await this.consent(prepared, config.strategies, abort.signal)))
      return { status: 'ready' };
    const { draft, input } = prepared;
    const plan = { ...config, draft, inputBytes: inputBytes(input), options: this.#options };
    const { runExperiment, ProgressMeter: Meter } = await import('./run/run-experiment.ts');
    const { result, report } = await runExperiment(plan, this.services, this.#events(abort, Meter), abort);
    if (result.status === 'aborted') return this.#cancelled(result);
    return { status: 'done', result, report, compared: config.strategies.length > 1 };
  }

  #cancelled(result: ExperimentResult): LabStatus {
    const last = result.runs.at(-1);
    const view = last?.record.status === 'aborted' ? last : null;
    const at = this.#status.status === 'running' ? this.#status.at : null;
    const strategy = view?.strategy ?? at?.strategy ?? null;
    return { status: 'cancelled', view, strategy, refresh: result.refresh };
  }

  #events(abort: TimedAbort, Meter: typeof ProgressMeter): ExperimentEvents {
    let meter: ProgressMeter | null = null;
    let shown = 0;
    const show = (): void => {
      const now = performance.now();
      if (now - shown < PROGRESS_MS || abort.signal.aborted) return;
      shown = now;
      this.#progress = meter?.at(now) ?? NO_PROGRESS;
    };
    return {
      warmingUp: () => (this.#status = { status: 'running', phase: 'warm-up', at: null }),
      next: (at) => {
        this.#progress = NO_PROGRESS;
        this.#status = { status: 'running', phase: 'next', at };
      },
      starting: (at) => (this.#status = { status: 'running', phase: 'running', at }),
      started: (at) => {
        const plan = this.input.prepared?.draft.plan;
        meter = plan === undefined ? null : new Meter(plan, performance.now());
        this.#starts.tell(at);
      },
      stopped: (at) => {
        this.#progress = abort.signal.aborted ? this.#progress : ALL_DONE;
        this.#status = { status: 'running', phase: 'settling', at };
      },
      part: (done, job) => {
        meter?.partDone(done);
        this.#parts.tell(done, job);
        show();
      },
      read: (part, bytes) => {
        meter?.read(part, bytes);
        show();
      },
      ended: (view) => (this.#views = { ...this.#views, [view.strategy]: view }),
    };
  }
}
