import { defaultYieldName, makeYield } from '../../../async/yield.ts';
import type { Pool } from '../../../pool/pool.ts';
import type { Slot } from '../../../pool/slot.ts';
import type { Job } from '../../../strategies/contract.ts';
import type { Part } from '../../../tasks/contract.ts';
import type { PartDriver } from '../../../tasks/drive.ts';
import { drawWork, hire, laneOf, withPool } from '../../threads/crew.ts';
import { Gang, runOn, type Stretch } from '../../threads/gang.ts';
import { driveHere, makeWork } from '../../threads/work.ts';
import type { Numbers } from '../../model/lesson.ts';
import type { StageWorld } from '../../stage/world.ts';

export const DISHES = 5;
/** How long a turn may be: a frame's time is 16 ms on most screens. */
const SLICE_MS = 8;

/** What the five jobs took, in ms. */
export interface Cooked {
  /** One job without any other beside it. */
  readonly aloneMs: number;
  /** Each job from its beginning to its end. */
  readonly eachMs: readonly number[];
  readonly wallMs: number;
  /** Time in which a thread was at work, all added up. */
  readonly workMs: number;
  readonly threads: number;
}

const jobMs = (numbers: Numbers): number => numbers['job'] ?? 60;

/** A job on this thread: `work()` does the next slice of it. */
class Dish {
  readonly slices: Stretch[] = [];
  readonly #drive: () => boolean;
  readonly #draw: (slice: Stretch) => void;
  readonly #note: (what: string) => void;
  #done = false;

  constructor(stage: StageWorld, driver: PartDriver, nth: number, stepsEach: number) {
    this.#drive = () => {
      for (let i = 0; i < stepsEach; i += 1) if (driver.step() === true) return true;
      return false;
    };
    const lane = { name: `Job ${String(nth)}`, group: 'task' } as const;
    this.#draw = (slice) => {
      drawWork(stage, lane, '', slice);
    };
    this.#note = (what) => {
      stage.note(`${what} ${String(nth)}`);
    };
  }

  get unfinished(): boolean {
    return !this.#done;
  }

  readonly work = (): void => {
    if (this.slices.length === 0) this.#note('begin');
    const start = performance.now();
    this.#done = this.#drive();
    const slice = { start, end: performance.now() };
    this.slices.push(slice);
    this.#draw(slice);
    if (this.#done) this.#note('end');
  };
}

/** How many steps a slice has, and how long the whole job takes here when nothing is beside it. */
function tryOut(job: Job, part: Part): { readonly stepsEach: number; readonly aloneMs: number } {
  const driver = driveHere(job, part);
  const start = performance.now();
  let steps = 1;
  while (driver.step() !== true) steps += 1;
  const aloneMs = performance.now() - start;
  return { stepsEach: Math.max(1, Math.round((steps * SLICE_MS) / aloneMs)), aloneMs };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const lengthOf = ({ start, end }: Stretch): number => end - start;

function cooked(aloneMs: number, jobs: readonly (readonly Stretch[])[], threads: number): Cooked {
  const spans = jobs.map((slices) => ({
    start: Math.min(...slices.map(({ start }) => start)),
    end: Math.max(...slices.map(({ end }) => end)),
  }));
  return {
    aloneMs,
    eachMs: spans.map(lengthOf),
    wallMs: Math.max(...spans.map(({ end }) => end)) - Math.min(...spans.map(({ start }) => start)),
    workMs: sum(jobs.flat().map(lengthOf)),
    threads,
  };
}

export interface KitchenTools {
  readonly jobs: readonly Dish[];
  readonly turn: () => Promise<void>;
}

/** Five jobs on this thread. */
export async function kitchen(
  stage: StageWorld,
  numbers: Numbers,
  program: (tools: KitchenTools) => Promise<void>,
): Promise<Cooked> {
  const job = await makeWork(jobMs(numbers));
  const [part] = job.plan.parts;
  const turn = makeYield(defaultYieldName());
  if (part === undefined || turn === null) throw new Error('There is nothing to do.');
  const { stepsEach, aloneMs } = tryOut(job, part);
  await turn();
  const jobs = Array.from(
    { length: DISHES },
    (_, i) => new Dish(stage, driveHere(job, part), i + 1, stepsEach),
  );
  await program({
    jobs,
    turn: async () => {
      await turn();
      stage.signal.throwIfAborted();
    },
  });
  return cooked(
    aloneMs,
    jobs.map(({ slices }) => slices),
    1,
  );
}

/** What a program hands to the pool: the worker knows what to do. */
interface Order {
  readonly nth: number;
}

const orders = (count: number): Order[] => Array.from({ length: count }, (_, i) => ({ nth: i + 1 }));

export interface CrewTools {
  readonly jobs: readonly Order[];
  readonly crowd: readonly Order[];
  readonly pool: { readonly run: (order: Order) => Promise<void> };
}

/** The same jobs, each handed to the next free one of `workers` threads. */
export function crew(
  stage: StageWorld,
  numbers: Numbers,
  workers: number,
  program: (tools: CrewTools) => Promise<void>,
): Promise<Cooked> {
  return withPool(stage, async (pool: Pool) => {
    const job = await makeWork(jobMs(numbers));
    const slots = await hire(stage, pool, workers);
    const [part] = job.plan.parts;
    const [first] = slots;
    if (part === undefined || first === undefined) throw new Error('There is nothing to do.');
    // The first time a worker compiles what it runs; the second is the job alone.
    await runOn(first, job, part);
    const alone = lengthOf(await runOn(first, job, part));
    const gang = new Gang(slots);
    const done: Stretch[][] = [];
    const run = ({ nth }: Order): Promise<void> =>
      gang.with(async (slot: Slot) => {
        const stretch = await runOn(slot, job, part);
        done.push([stretch]);
        drawWork(stage, laneOf(slot), `Job ${String(nth)}`, stretch);
      });
    await program({ jobs: orders(DISHES), crowd: orders(workers), pool: { run } });
    return cooked(alone, done, workers);
  });
}
