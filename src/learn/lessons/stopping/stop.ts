import { defaultYieldName, makeYield, type YieldName } from '../../../async/yield.ts';
import { WorkerDiedError } from '../../../pool/errors.ts';
import type { Pool } from '../../../pool/pool.ts';
import type { RunSetup, SharedSetup } from '../../../pool/protocol.ts';
import type { Slot } from '../../../pool/slot.ts';
import type { Job } from '../../../strategies/contract.ts';
import type { Part } from '../../../tasks/contract.ts';
import type { Numbers } from '../../model/lesson.ts';
import type { StageWorld } from '../../stage/world.ts';
import { hire, laneOf, PAGE, withPool } from '../../threads/crew.ts';
import { setupOf } from '../../threads/gang.ts';
import { Kept } from '../../threads/kept.svelte.ts';
import { canShare, makeWork } from '../../threads/work.ts';

export type WayName = YieldName | 'flag' | 'terminate';

/** In the order of the table: from what never hears to what isn't asked. */
export const WAYS: readonly { readonly name: WayName; readonly label: string }[] = [
  { name: 'microtask', label: 'microtask' },
  { name: 'schedulerYield', label: 'scheduler\u200b.yield' },
  { name: 'setTimeout', label: 'setTimeout' },
  { name: 'messageChannel', label: 'Message­Channel' },
  { name: 'postTask', label: 'postTask' },
  { name: 'flag', label: 'shared flag' },
  { name: 'terminate', label: 'terminate()' },
];

export type Ending = 'stopped' | 'all done' | 'ended';

/** How a worker was stopped; ms. */
export interface Stopped {
  readonly ending: Ending;
  /** From the call that should stop it until the page knew that it had. */
  readonly latencyMs: number;
  /** From the beginning of its work until then. */
  readonly ranMs: number;
}

export interface StopRun {
  readonly name: WayName | 'all';
  /** Of the one way; `null` where it isn't to be had here. */
  readonly stopped: Stopped | null;
  readonly missing: readonly string[];
}

export const stopped = new Kept<Stopped>();

export interface Stoppable {
  readonly worker: {
    readonly run: (turn: 'microtask' | 'task' | 'flag') => Promise<Ending>;
    readonly abort: () => void;
    readonly terminate: () => void;
  };
  readonly flag: Int32Array | null;
  readonly raise: () => void;
}
export interface AllWays {
  readonly ways: readonly { readonly run: () => Promise<Ending>; readonly stop: () => void }[];
}

const workMs = (numbers: Numbers): number => numbers['work'] ?? 600;

/** `endedAt`: by the worker's clock, made the page's, where it could still tell. */
interface Ended {
  readonly ending: Ending;
  readonly endedAt?: number;
}

const endingOf = (done: boolean): Ending => (done ? 'all done' : 'stopped');

/** A long job on one worker of the lab's pool, and the ways to end it. */
class Bench {
  readonly #stage: StageWorld;
  readonly #pool: Pool;
  readonly #slot: Slot;
  readonly #job: Job;
  readonly #part: Part;
  /** As the pool's own runs have it: [0] 1 = aborted, [1] the next part. */
  readonly flag: Int32Array | null;
  #setup: RunSetup | null = null;
  #askedAt = 0;

  constructor(stage: StageWorld, pool: Pool, slot: Slot, job: Job) {
    const [part] = job.plan.parts;
    if (part === undefined) throw new Error('There is nothing to do.');
    this.#stage = stage;
    this.#pool = pool;
    this.#slot = slot;
    this.#job = job;
    this.#part = part;
    this.flag = canShare() ? new Int32Array(new SharedArrayBuffer(8)) : null;
  }

  /** Resolves when the page knows that the work is over; keeps what was measured under the way's name. */
  async run(name: WayName, turn: YieldName | 'flag'): Promise<Ending> {
    const startedAt = performance.now();
    const drawn = this.#stage.tracer.start({ lane: laneOf(this.#slot), label: 'at work', mode: 'run' });
    const { ending, endedAt: theirs } = await this.#ending(turn);
    const endedAt = performance.now();
    drawn(ending === 'ended' ? 'aborted' : 'finished', undefined, theirs);
    stopped.keep(name, {
      ending,
      latencyMs: Math.max(0, endedAt - this.#askedAt),
      ranMs: endedAt - startedAt,
    });
    return ending;
  }

  abort(): void {
    this.#ask('stop: a message');
    if (this.#setup !== null) this.#slot.abort(this.#setup.runId);
  }

  raise(): void {
    this.#ask('stop: a flag');
    if (this.flag !== null) Atomics.store(this.flag, 0, 1);
  }

  terminate(): void {
    this.#ask('terminate');
    this.#pool.retire(this.#slot, 'it was told to');
  }

  #ask(what: string): void {
    this.#askedAt = performance.now();
    this.#stage.tracer.point(PAGE, what);
  }

  async #ending(turn: YieldName | 'flag'): Promise<Ended> {
    try {
      return await (turn === 'flag' ? this.#claim() : this.#loop(turn));
    } catch (error) {
      if (error instanceof WorkerDiedError && !this.#stage.signal.aborted) return { ending: 'ended' };
      throw error;
    }
  }

  async #loop(turn: YieldName): Promise<Ended> {
    const setup = setupOf(this.#job);
    this.#setup = setup;
    const { done, end } = await this.#slot.call((api) => api.loop(setup, this.#part, turn));
    return { ending: endingOf(done), endedAt: end - this.#slot.clockOffset };
  }

  async #claim(): Promise<Ended> {
    const { output, plan } = this.#job;
    if (this.flag === null || !(output instanceof SharedArrayBuffer))
      throw new Error('No shared memory here.');
    const setup: SharedSetup = {
      ...setupOf(this.#job),
      parts: plan.parts,
      input: null,
      output,
      control: this.flag.buffer as SharedArrayBuffer,
      turns: [{ cell: 1, limit: plan.parts.length, ends: plan.parts.length }],
      ledger: null,
    };
    const reply = await this.#slot.call((api) => api.claim(setup));
    if (!reply.ok && !reply.aborted) throw new Error(reply.message);
    return { ending: endingOf(reply.ok) };
  }
}

async function benchFor(stage: StageWorld, pool: Pool, numbers: Numbers): Promise<Bench> {
  const job = await makeWork(workMs(numbers), 1, canShare());
  const [slot] = await hire(stage, pool, 1);
  if (slot === undefined) throw new Error('The worker did not start.');
  // The kernel is loaded before the work, so that what is stopped is the work.
  const small = await makeWork(1);
  const [part] = small.plan.parts;
  if (part !== undefined) await slot.call((api) => api.part(setupOf(small), part, null));
  return new Bench(stage, pool, slot, job);
}

/** One program over one worker. */
export function oneWay(
  stage: StageWorld,
  numbers: Numbers,
  name: WayName,
  program: (tools: Stoppable) => Promise<void>,
): Promise<StopRun> {
  return withPool(stage, async (pool) => {
    const bench = await benchFor(stage, pool, numbers);
    const named = { microtask: 'microtask', task: defaultYieldName(), flag: 'flag' } as const;
    const key = name === 'postTask' ? defaultYieldName() : name;
    await program({
      worker: {
        run: (turn) => bench.run(key, named[turn]),
        abort: () => {
          bench.abort();
        },
        terminate: () => {
          bench.terminate();
        },
      },
      flag: bench.flag,
      raise: () => {
        bench.raise();
      },
    });
    const gone = key === 'flag' && bench.flag === null;
    return { name: key, stopped: gone ? null : stopped.of(key), missing: gone ? ['shared flag'] : [] };
  });
}

const isTurn = (name: WayName): name is YieldName => name !== 'flag' && name !== 'terminate';

function isHere(name: WayName, bench: Bench): boolean {
  if (name === 'flag') return bench.flag !== null;
  return !isTurn(name) || makeYield(name) !== null;
}

function stopBy(name: WayName, bench: Bench): void {
  if (name === 'terminate') bench.terminate();
  else if (name === 'flag') bench.raise();
  else bench.abort();
}

/** Every way that this browser has, one after the other on one worker; the last one ends it. */
export function allWays(
  stage: StageWorld,
  numbers: Numbers,
  program: (tools: AllWays) => Promise<void>,
): Promise<StopRun> {
  return withPool(stage, async (pool) => {
    const bench = await benchFor(stage, pool, numbers);
    const [here, missing] = [true, false].map((yes) =>
      WAYS.filter(({ name }) => isHere(name, bench) === yes),
    );
    await program({
      ways: (here ?? []).map(({ name }) => ({
        run: () => bench.run(name, isTurn(name) || name === 'flag' ? name : 'microtask'),
        stop: () => {
          stopBy(name, bench);
        },
      })),
    });
    return { name: 'all', stopped: null, missing: (missing ?? []).map(({ label }) => label) };
  });
}
