/**
 * `window.unblocked`: the lab for programs. The command line's `npm run bench` drives the production page
 * through it, so that what it prints is what the page measures.
 */
import { sleep } from '../async/sleep.ts';
import type { Report } from '../results/report.ts';
import { STRATEGY_IDS, TASK_IDS, type StrategyId } from '../tasks/ids.ts';
import { infoOf } from '../tasks/infos.ts';
import { entryOf } from './model/catalog.ts';
import { parseOptions, type Options } from './model/options.ts';
import type { Lab, LabStatus } from './lab.svelte.ts';
import { measureWork, type MeasuredWork } from './run/measure-work.ts';
import { reportOf } from './run/report-of.ts';
import { spokenStatus } from './view/words.ts';

export interface ExperimentConfig {
  readonly task: string;
  readonly strategies: readonly string[];
  readonly engine: string;
  readonly size?: string;
  readonly runs: number;
  readonly workers?: number;
  readonly slice?: number;
  readonly yield?: string;
  /** Aborts each run so many ms after its start. */
  readonly abortAfter?: number;
  readonly params: Readonly<Record<string, string>>;
  readonly warmup?: boolean;
}

export interface ConsoleApi {
  readonly version: string;
  /** Resolves when the first input is ready. */
  readonly ready: Promise<void>;
  tasks(): { id: string; engines: readonly string[]; sizes: readonly string[] }[];
  load(files: File[]): Promise<void>;
  /** Chooses a task without running it, so that its file input is there. */
  select(task: string): Promise<void>;
  idle(): Promise<void>;
  /** Rejects with one sentence for an unknown name or a run that failed. */
  experiment(config: ExperimentConfig): Promise<Report>;
  /** Meters whatever `work` does to this page, as a run is metered. */
  measure(work: () => unknown): Promise<MeasuredWork>;
  onProgress(listener: (text: string) => void): () => void;
}

declare global {
  var unblocked: ConsoleApi | undefined;
}

export function makeConsoleApi(lab: Lab, defaults: Options): ConsoleApi {
  const listeners = new Set<(text: string) => void>();
  const tell = (status: LabStatus): void => {
    for (const listener of listeners) listener(spokenStatus(status));
  };
  return {
    version: __APP_VERSION__,
    ready: lab.input.settled(),
    tasks: () => TASK_IDS.map((id) => ({ id, engines: infoOf(id).engines, sizes: entryOf(id).sizes })),
    load: async (files) => {
      lab.setOptions({}, files);
      await settled(lab);
    },
    select: async (task) => {
      lab.setOptions({ ...read({ task }, defaults), size: null, params: {} });
      await settled(lab);
    },
    idle: () => settled(lab),
    experiment: (config) => experiment(lab, defaults, config, tell),
    measure: (work) => measureWork(lab.services, work),
    onProgress: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function settled(lab: Lab): Promise<void> {
  await lab.input.settled();
  const { status } = lab.input;
  if (status.status === 'failed') throw new Error(`${status.title}: ${status.sentence}`);
}

/** Options as a link would give them. @throws Error with the first notice */
function read(query: Readonly<Record<string, string>>, defaults: Options): Options {
  const { options, notices } = parseOptions(new URLSearchParams(query), defaults);
  const [first] = notices;
  if (first !== undefined) throw new Error(first);
  return options;
}

function queryOf(config: ExperimentConfig): Record<string, string> {
  const { task, engine, size, runs, workers, slice, params } = config;
  const given = { task, engine, size, runs, workers, slice, yield: config.yield, ...params };
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

async function experiment(
  lab: Lab,
  defaults: Options,
  config: ExperimentConfig,
  tell: (status: LabStatus) => void,
): Promise<Report> {
  const unknown = config.strategies.find((name) => !(STRATEGY_IDS as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new Error(`“${unknown}” is not a strategy; choose one of ${STRATEGY_IDS.join(', ')}.`);
  const options = read(queryOf(config), defaults);
  await lab.stop();
  lab.setOptions(options);
  await settled(lab);
  const strategies = config.strategies as readonly StrategyId[];
  const stop = lab.onStart((at) => {
    tell({ status: 'running', phase: 'running', at });
    if (config.abortAfter !== undefined) void abortAfter(lab, config.abortAfter);
  });
  try {
    if (config.abortAfter !== undefined) return await abortedRuns(lab, strategies, config.runs);
    const status = await lab.start({
      strategies,
      runs: config.runs,
      warmUp: config.warmup ?? true,
      warn: false,
    });
    return reportOf(lab, [status]);
  } finally {
    stop();
  }
}

async function abortAfter(lab: Lab, ms: number): Promise<void> {
  await sleep(ms);
  lab.cancel();
}

/** An abort ends an experiment: so each of these runs is one of its own. */
async function abortedRuns(lab: Lab, strategies: readonly StrategyId[], runs: number): Promise<Report> {
  const ended: LabStatus[] = [];
  for (let round = 0; round < runs; round += 1) {
    for (const strategy of strategies) {
      ended.push(await lab.start({ strategies: [strategy], runs: 1, warmUp: round === 0, warn: false }));
    }
  }
  return reportOf(lab, ended);
}
