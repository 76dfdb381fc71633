import { defaultYieldName, makeYield, type Yield, type YieldName } from '../../../async/yield.ts';
import { blocking } from '../../../strategies/blocking.ts';
import { chunked } from '../../../strategies/chunked.ts';
import type { Numbers } from '../../model/lesson.ts';
import type { StageWorld } from '../../stage/world.ts';
import type { Lane } from '../../trace/trace.ts';
import { drawWork, joined, PAGE } from '../../threads/crew.ts';
import { feel, type Felt } from '../../threads/felt.ts';
import { Kept } from '../../threads/kept.svelte.ts';
import { driveHere, makeWork } from '../../threads/work.ts';

/** Slices of the lab's own length. */
const SLICE_MS = 5;
/** Slices that follow each other within this are drawn as one, where eight ways share a picture. */
const GAP_MS = 8;
/** What a call of `step` in the shown code does. */
const STEP_MS = 2;
/** The stand-in for a tap comes when a quarter of the work is done. */
const QUARTER = 0.25;

export type WayName = 'none' | YieldName;

/** In the order of the table: from no turn at all to the most patient. */
export const WAYS: readonly { readonly name: WayName; readonly label: string; readonly lane: string }[] = [
  { name: 'none', label: 'none at all', lane: 'none' },
  { name: 'microtask', label: 'microtask', lane: 'microtask' },
  { name: 'schedulerYield', label: 'scheduler\u200b.yield', lane: 'yield' },
  { name: 'postTask', label: 'postTask', lane: 'postTask' },
  { name: 'messageChannel', label: 'Message­Channel', lane: 'message' },
  { name: 'setTimeout', label: 'setTimeout', lane: 'timeout' },
  { name: 'animationFrame', label: 'animation frame', lane: 'frame' },
  { name: 'idleCallback', label: 'idle callback', lane: 'idle' },
];

/** What was felt with each way, the latest run of it. */
export const felt = new Kept<Felt>();

export interface OneWay {
  readonly job: { readonly step: () => boolean };
  readonly turn: () => Promise<void>;
}

interface Way {
  readonly name: WayName;
  readonly lane: string;
  /** `null`: no turn is given at all. */
  readonly turn: Yield | null;
}

export interface EveryWay {
  readonly ways: readonly Way[];
  readonly slices: (turn: Yield | null) => Promise<void>;
}

export interface SlicesRun {
  readonly name: WayName | 'all';
  /** Of the one way, or of the last. */
  readonly felt: Felt | null;
  /** Ways that this browser hasn't got. */
  readonly missing: readonly string[];
}

export const workMs = (numbers: Numbers): number => numbers['work'] ?? 0;
export const standInAt = (numbers: Numbers): number => workMs(numbers) * QUARTER;

/** One program over its own loop. */
export async function oneWay(
  stage: StageWorld,
  numbers: Numbers,
  name: 'microtask' | 'task',
  program: (tools: OneWay) => Promise<void>,
): Promise<SlicesRun> {
  const way = name === 'task' ? defaultYieldName() : 'microtask';
  const turn = makeYield(way) ?? (() => Promise.resolve());
  const job = await makeWork(workMs(numbers));
  const [part] = job.plan.parts;
  if (part === undefined) throw new Error('There is nothing to do.');
  const driver = driveHere(job, part);
  let since: number | null = null;
  const draw = (): void => {
    if (since !== null) drawWork(stage, PAGE, '', { start: since, end: performance.now() });
    since = null;
  };
  const step = (): boolean => {
    const start = performance.now();
    since ??= start;
    let done = false;
    while (!done && performance.now() - start < STEP_MS) done = driver.step() === true;
    if (done) draw();
    return done;
  };
  const tools: OneWay = {
    job: { step },
    turn: async () => {
      draw();
      await turn();
      stage.signal.throwIfAborted();
    },
  };
  const seen = await feel(stage, () => program(tools), { standInAt: standInAt(numbers) });
  felt.keep(way, seen);
  return { name: way, felt: seen, missing: [] };
}

/** The lab's own strategies over the same work, once for each way that this browser has. */
export async function allWays(
  stage: StageWorld,
  numbers: Numbers,
  program: (tools: EveryWay) => Promise<void>,
): Promise<SlicesRun> {
  const made = WAYS.map(({ name, lane, label }) => ({
    name,
    lane,
    label,
    turn: name === 'none' ? null : makeYield(name),
  }));
  const ways = made.filter(({ name, turn }) => name === 'none' || turn !== null);
  let at = 0;
  const slices = async (turn: Yield | null): Promise<void> => {
    const way = ways[at];
    at += 1;
    if (way === undefined) return;
    felt.keep(way.name, await measured(stage, numbers, { name: way.lane, group: 'task' }, turn));
  };
  await program({ ways, slices });
  const missing = made.filter((way) => !ways.includes(way)).map(({ label }) => label);
  return { name: 'all', felt: null, missing };
}

async function measured(stage: StageWorld, numbers: Numbers, lane: Lane, turn: Yield | null): Promise<Felt> {
  const job = await makeWork(workMs(numbers));
  const strategy = turn === null ? blocking : chunked;
  const options = {
    signal: stage.signal,
    now: () => performance.now(),
    workers: 0,
    sliceMs: SLICE_MS,
    breathe: turn ?? (() => Promise.resolve()),
    assign: 'dynamic',
  } as const;
  const run = async (): Promise<void> => {
    const { startedAt, lanes } = await strategy.run(job, options);
    const bars = lanes.flatMap((each) => each.bars);
    for (const { start, end } of joined(bars, GAP_MS)) {
      drawWork(stage, lane, '', { start: startedAt + start, end: startedAt + end });
    }
  };
  return feel(stage, run, { standInAt: standInAt(numbers), draw: false });
}
