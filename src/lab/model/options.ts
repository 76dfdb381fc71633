import { availableYields, defaultYieldName, type YieldName } from '../../async/yield.ts';
import { STRATEGY_IDS, TASK_IDS, type StrategyId, type TaskId } from '../../tasks/ids.ts';
import { infoOf } from '../../tasks/infos.ts';
import { entryOf } from './catalog.ts';
import { engineProblem, type EngineChoice } from './engines.ts';
import { isFileSize } from './file-size.ts';

export type Assign = 'dynamic' | 'static';

/** Everything a person can set. `null` means "as fits this device". */
export interface Options {
  readonly task: TaskId;
  readonly strategy: StrategyId | 'all';
  readonly engine: EngineChoice;
  readonly size: string | null;
  readonly workers: number;
  /** Slice of chunked, in ms; `null`: half of this screen's frame interval. */
  readonly slice: number | null;
  readonly yield: YieldName;
  readonly runs: number;
  readonly assign: Assign;
  readonly auto: boolean;
  /** A teacher's experiment: the options are shown, but fixed. */
  readonly lock: boolean;
  /** Projector mode. */
  readonly present: boolean;
  /** The task's own parameters, as text. */
  readonly params: Readonly<Record<string, string>>;
}

export const MAX_WORKERS = 16;
export const MAX_RUNS = 50;

/** Reported cores less one for the page; at least 1. Browsers may report fewer than there are. */
export function defaultWorkers(cores: number | undefined): number {
  return Math.min(MAX_WORKERS, Math.max(1, (cores ?? 2) - 1));
}

export function defaultOptions(cores: number | undefined): Options {
  return {
    task: 'blur',
    strategy: 'all',
    engine: 'ts',
    size: null,
    workers: defaultWorkers(cores),
    slice: null,
    yield: defaultYieldName(),
    runs: 3,
    assign: 'dynamic',
    auto: false,
    lock: false,
    present: false,
    params: {},
  };
}

export interface ParsedOptions {
  readonly options: Options;
  /** One sentence for each value that could not be used. */
  readonly notices: readonly string[];
}

type Reader = (value: string, options: Options) => Partial<Options> | string;

function oneOf(allowed: readonly string[], name: keyof Options): Reader {
  return (value) =>
    allowed.includes(value)
      ? { [name]: value }
      : `“${value}” is not a ${name} here; choose one of ${allowed.join(', ')}.`;
}

function number(name: keyof Options, min: number, max: number, whole: boolean): Reader {
  return (value) => {
    const found = Number(value);
    const fits = value.trim() !== '' && found >= min && found <= max && (!whole || Number.isInteger(found));
    if (fits) return { [name]: found };
    return `“${value}” is not a number of ${name} from ${String(min)} to ${String(max)}.`;
  };
}

function size(value: string, { task }: Options): Partial<Options> | string {
  const { sizes, takesSize } = entryOf(task);
  if (sizes.includes(value) || (task === 'hash' && isFileSize(value))) return { size: value };
  if (takesSize?.(value) === true) return { size: value };
  return `“${value}” is not a size for this task; choose one of ${sizes.join(', ')}.`;
}

function engine(value: string, { task }: Options): Partial<Options> | string {
  return engineProblem(task, value) ?? { engine: value as EngineChoice };
}

function flag(name: 'auto' | 'lock' | 'present'): Reader {
  return (value) =>
    value === '1' || value === '0'
      ? { [name]: value === '1' }
      : `“${value}” is not a value of ${name}; it is 1 or 0.`;
}

/** `task` comes first: what else is allowed depends on it. */
const READERS: Readonly<Record<string, Reader>> = {
  task: oneOf(TASK_IDS, 'task'),
  strategy: oneOf([...STRATEGY_IDS, 'all'], 'strategy'),
  engine,
  size,
  workers: number('workers', 1, MAX_WORKERS, true),
  slice: number('slice', 1, 1000, false),
  yield: (value, options) => oneOf(availableYields(), 'yield')(value, options),
  runs: number('runs', 1, MAX_RUNS, true),
  assign: oneOf(['dynamic', 'static'], 'assign'),
  auto: flag('auto'),
  lock: flag('lock'),
  present: flag('present'),
};

/** Before a class each way runs once: it shows the same, and nobody waits for three rounds. */
const CLASS_RUNS = 1;

/** What holds where a link doesn't say otherwise. */
export function baseOf(defaults: Options, { lock, present }: Pick<Options, 'lock' | 'present'>): Options {
  return lock || present ? { ...defaults, runs: CLASS_RUNS } : defaults;
}

/** Reads a link's parameters; what can't be used is named in a notice and the default stays. */
export function parseOptions(query: URLSearchParams, defaults: Options): ParsedOptions {
  const is = (name: string): boolean => query.get(name) === '1';
  let options = baseOf(defaults, { lock: is('lock'), present: is('present') });
  const notices: string[] = [];
  for (const [name, read] of Object.entries(READERS)) {
    const value = query.get(name);
    if (value === null) continue;
    const found = read(value, options);
    if (typeof found === 'string') notices.push(found);
    else options = { ...options, ...found };
  }
  const rest = [...query].filter(([name]) => !(name in READERS));
  const checked = checkParams(options.task, rest);
  return {
    options: { ...options, params: checked.params },
    notices: [...notices, ...checked.notices],
  };
}

/** Options as a link's parameters: only what differs from the defaults, the task always. */
export function queryOf(options: Options, defaults: Options): URLSearchParams {
  const query = new URLSearchParams({ task: options.task });
  const base = baseOf(defaults, options);
  for (const name of Object.keys(READERS)) {
    const key = name as Exclude<keyof Options, 'params'>;
    const value = options[key];
    const same = value === base[key];
    if (name !== 'task' && name !== 'auto' && !same && value !== null)
      query.set(name, value === true ? '1' : String(value));
  }
  for (const [name, value] of Object.entries(options.params)) query.set(name, value);
  return query;
}

/** Tries the task's own parameters one by one, so that one bad value doesn't spoil the others. */
function checkParams(
  task: TaskId,
  entries: readonly (readonly [string, string])[],
): {
  params: Record<string, string>;
  notices: string[];
} {
  const params: Record<string, string> = {};
  const notices: string[] = [];
  const known = infoOf(task).paramNames;
  for (const [name, value] of entries) {
    const problem = known.includes(name)
      ? paramProblem(task, { ...params, [name]: value })
      : `“${name}” is not a parameter of this task; it was left out.`;
    if (problem === null) params[name] = value;
    else notices.push(problem);
  }
  return { params, notices };
}

/** The sentence that says what is wrong with a task's parameters, or `null`. */
export function paramProblem(task: TaskId, params: Readonly<Record<string, string>>): string | null {
  try {
    infoOf(task).parse(params);
    return null;
  } catch (error) {
    if (error instanceof Error && error.name === 'ParamError') return error.message;
    throw error;
  }
}
