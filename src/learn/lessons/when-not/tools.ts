import { onAbort } from '../../../async/abort.ts';
import { makeYield } from '../../../async/yield.ts';
import { Caller } from '../../../pool/caller.ts';
import type { LearnApi } from '../../../pool/learn-api.ts';
import { spawnLearn } from '../../../pool/spawn.ts';
import type { StageWorld } from '../../stage/world.ts';
import type { Lane } from '../../trace/trace.ts';

/** What a run measured; `null` where it didn't. */
export interface Measured {
  readonly ms: number;
  /** The longest time in which the page got no turn. */
  readonly frozenMs: number;
  /** Turns that the page had. */
  readonly turns: number;
  /** The same job on the page, ms. */
  readonly hereMs: number | null;
}

export interface WorkerTools {
  readonly worker: LearnApi;
}

const WORKER: Lane = { name: 'Worker', group: 'worker' };
const PAGE: Lane = { name: 'Main thread', group: 'caller' };

/** A worker for the length of one run, each of its answers a bar; it is warm before `use` begins. */
export async function withWorker<T>(stage: StageWorld, use: (worker: LearnApi) => Promise<T>): Promise<T> {
  const caller = new Caller<LearnApi>('The course’s worker', spawnLearn(), () => undefined);
  const off = onAbort(stage.signal, () => {
    caller.die('the run was stopped');
  });
  const traced = async <A>(label: string, call: (api: LearnApi) => Promise<A>): Promise<A> => {
    const finish = stage.tracer.start({ lane: WORKER, label, mode: 'run' });
    try {
      return await caller.call(call);
    } finally {
      finish('finished');
    }
  };
  try {
    await traced('starts', (api) => api.count(''));
    return await use({
      count: (word) => traced('count', (api) => api.count(word)),
      countAll: (words) => traced('countAll', (api) => api.countAll(words)),
      parse: (text) => traced('parse', (api) => api.parse(text)),
    });
  } finally {
    off();
    caller.die('the run is over');
  }
}

/** `work` with an eye on the page: turns come by messages, so a gap is a time in which nothing else could run. */
export async function watched(work: () => unknown): Promise<Measured> {
  const turn = makeYield('messageChannel');
  const start = performance.now();
  let [last, frozenMs, turns, over] = [start, 0, 0, false];
  const look = (): void => {
    const now = performance.now();
    frozenMs = Math.max(frozenMs, now - last);
    last = now;
  };
  const watch = async (): Promise<void> => {
    while (!over) {
      await turn?.();
      turns += 1;
      look();
    }
  };
  const watching = watch();
  try {
    await work();
  } finally {
    over = true;
    look();
  }
  const ms = performance.now() - start;
  await watching;
  return { ms, frozenMs, turns, hereMs: null };
}

/** How long `work` keeps the caller, drawn on the page's own lane. */
export function timed<T>(stage: StageWorld, label: string, work: () => T): { value: T; ms: number } {
  const finish = stage.tracer.start({ lane: PAGE, label, mode: 'run' });
  const start = performance.now();
  const value = work();
  const ms = performance.now() - start;
  finish('finished');
  return { value, ms };
}
