import workerpool from 'workerpool';
import { once, timed } from './once.ts';
import { byPool, drawing, drawing32, nothing, optionsOf, TINY_PARTS, WORKERS, type Memory } from './jobs.ts';
import type { PartMessage } from './compute-part.ts';
import type { Job } from '../../../src/strategies/contract.ts';
import workerpoolUrl from './workerpool.worker.ts?worker&url';

/** So many one after the other make a time that can be measured. */
const TRIPS = 2000;

const theirs = once(() =>
  workerpool.pool(workerpoolUrl, {
    workerType: 'web',
    workerOpts: { type: 'module' },
    minWorkers: WORKERS,
    maxWorkers: WORKERS,
  }),
);

/** One worker with one message on its way, as by hand. */
class Bare {
  readonly #worker = new Worker(new URL('./bare.worker.ts', import.meta.url), { type: 'module' });

  trip(message: PartMessage | null): Promise<unknown> {
    return new Promise((resolve) => {
      this.#worker.onmessage = ({ data }: MessageEvent<unknown>) => {
        resolve(data);
      };
      this.#worker.postMessage(message);
    });
  }
}

const bare = once(() => Array.from({ length: WORKERS }, () => new Bare()));

/** Shares messages out as workers come free. */
async function shareOut(messages: readonly (PartMessage | null)[]): Promise<void> {
  let next = 0;
  await Promise.all(
    bare().map(async (worker) => {
      while (next < messages.length) {
        const message = messages[next] ?? null;
        next += 1;
        await worker.trip(message);
      }
    }),
  );
}

/** What `count` of something took, ms, and each of them, µs. */
interface Each extends Readonly<Record<string, number>> {
  readonly wallMs: number;
}

async function each(count: number, wallMs: number | Promise<number>): Promise<Each> {
  const ms = await wallMs;
  return { wallMs: ms, 'µs each': (1000 * ms) / count };
}

async function ours(make: () => Promise<Job>, workers = WORKERS): Promise<number> {
  const job = await make();
  const { signal } = new AbortController();
  const { cost } = await byPool().run(job, optionsOf(signal, workers));
  return cost.wallMs;
}

/** So many runs, one after the other, each of one empty part: with all that a run does before and after its parts. */
async function oursRunByRun(count: number, memory: Memory): Promise<number> {
  const job = await nothing(1, memory);
  const options = optionsOf(new AbortController().signal, 1);
  return timed(async () => {
    for (let i = 0; i < count; i += 1) await byPool().run(job, options);
  });
}

const messagesOf = async (): Promise<PartMessage[]> => {
  const { params, plan } = await drawing32('messages');
  return plan.parts.map((part) => ({ params, part }));
};

/** ms from the abort until the same pool has served the next call. */
async function oursAfterAbort(memory: Memory): Promise<number> {
  const [long, empty] = await Promise.all([
    drawing({ width: '4096', height: '4096', iterations: '20000', scale: '0.1' }, memory),
    nothing(1, memory),
  ]);
  const controller = new AbortController();
  const running = byPool().run(long, optionsOf(controller.signal));
  const ended = running.then(
    () => undefined,
    () => undefined,
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  return timed(async () => {
    controller.abort();
    await ended;
    await byPool().run(empty, optionsOf(new AbortController().signal));
  });
}

async function theirsAfterCancel(): Promise<number> {
  const pool = theirs();
  const running = Array.from({ length: WORKERS }, () => pool.exec('endless', []));
  const ended = Promise.all(running.map((each) => each.catch(() => undefined)));
  await new Promise((resolve) => setTimeout(resolve, 100));
  return timed(async () => {
    for (const each of running) each.cancel();
    await ended;
    await pool.exec('empty', []);
  });
}

const bareTrips = (count: number): Promise<number> =>
  timed(async () => {
    for (let i = 0; i < count; i += 1) await bare()[0]?.trip(null);
  });

const theirTrips = (count: number): Promise<number> =>
  timed(async () => {
    for (let i = 0; i < count; i += 1) await theirs().exec('empty', []);
  });

const theirsAtOnce = (count: number): Promise<number> =>
  timed(() => Promise.all(Array.from({ length: count }, () => theirs().exec('empty', []))));

export const poolContenders = {
  'pool, dispatch': () =>
    each(
      TRIPS,
      ours(() => nothing(TRIPS, 'messages'), 1),
    ),
  'pool, dispatch, shared': () =>
    each(
      TRIPS,
      ours(() => nothing(TRIPS, 'shared'), 1),
    ),
  'pool, in turn': () =>
    each(
      TRIPS,
      ours(() => nothing(TRIPS, 'messages', 'inTurn'), 1),
    ),
  'pool, in turn, shared': () =>
    each(
      TRIPS,
      ours(() => nothing(TRIPS, 'shared', 'inTurn'), 1),
    ),
  'pool, run by run': () => each(TRIPS, oursRunByRun(TRIPS, 'messages')),
  'pool, run by run, shared': () => each(TRIPS, oursRunByRun(TRIPS, 'shared')),
  'bare, in turn': () => each(TRIPS, bareTrips(TRIPS)),
  'workerpool, in turn': () => each(TRIPS, theirTrips(TRIPS)),
  'pool, tiny': () =>
    each(
      TINY_PARTS,
      ours(() => nothing(TINY_PARTS, 'messages')),
    ),
  'pool, tiny, shared': () =>
    each(
      TINY_PARTS,
      ours(() => nothing(TINY_PARTS, 'shared')),
    ),
  'bare, tiny': () =>
    each(
      TINY_PARTS,
      timed(() => shareOut(Array.from({ length: TINY_PARTS }, () => null))),
    ),
  'workerpool, tiny': () => each(TINY_PARTS, theirsAtOnce(TINY_PARTS)),
  'pool, 32 parts': () => ours(() => drawing32('messages')),
  'pool, 32 parts, shared': () => ours(() => drawing32('shared')),
  'bare, 32 parts': async () => {
    const messages = await messagesOf();
    return timed(() => shareOut(messages));
  },
  'workerpool, 32 parts': async () => {
    const messages = await messagesOf();
    return timed(() => Promise.all(messages.map((message) => theirs().exec('part', [message]))));
  },
  'pool, after an abort': () => oursAfterAbort('messages'),
  'pool, after an abort, shared': () => oursAfterAbort('shared'),
  'workerpool, after an abort': theirsAfterCancel,
};
