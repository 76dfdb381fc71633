import { expect, test } from 'vitest';
import type { LoopWorker } from '../../../src/loop/machine-client.ts';
import { createMachineClient } from '../../../src/loop/machine-client.ts';
import type { LoopAnswer, RecordRequest } from '../../../src/loop/wire.ts';
import { emptyTables } from '../../../workers/loop/tables.ts';

class FakeWorker implements LoopWorker {
  readonly asked: RecordRequest[] = [];
  onmessage: LoopWorker['onmessage'] = null;
  onerror: LoopWorker['onerror'] = null;
  ended = false;

  postMessage(message: RecordRequest): void {
    this.asked.push(message);
  }

  say(answer: LoopAnswer): void {
    this.onmessage?.({ data: answer } as MessageEvent<LoopAnswer>);
  }

  terminate(): void {
    this.ended = true;
  }
}

/** A client whose workers say what the test says, and whose clock stands until the test moves it. */
function play() {
  const workers: FakeWorker[] = [];
  let now = 0;
  const timers = new Map<symbol, { at: number; run: () => void }>();
  const client = createMachineClient({
    spawn: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    silenceMs: 3_000,
    totalMs: 4_900,
    startMs: 20_000,
    now: () => now,
    setTimer: (run, ms) => {
      const key = Symbol('timer');
      timers.set(key, { at: now + ms, run });
      return () => {
        timers.delete(key);
      };
    },
  });
  const pass = (ms: number): void => {
    now += ms;
    for (const [key, { at, run }] of timers) {
      if (at > now) continue;
      timers.delete(key);
      run();
    }
  };
  const worker = (index = 0): FakeWorker => {
    const found = workers[index];
    if (found === undefined) throw new Error(`There is no worker ${String(index)}.`);
    return found;
  };
  return { client, pass, worker, timers, workers };
}

/** One step more. */
const batch = (run: number): LoopAnswer => ({
  type: 'batch',
  run,
  tables: { ...emptyTables(), steps: new Int32Array(9) },
});
const end = (run: number): LoopAnswer => ({ type: 'end', run, end: { status: 'completed', uncaught: 0 } });

test('a run that ends leaves no timer, and keeps the worker for the next', async () => {
  const { client, worker, timers, workers } = play();
  const first = client.record('1', []);
  worker().say({ type: 'alive', run: 1 });
  worker().say(end(1));
  expect((await first).end?.status).toBe('completed');
  expect(timers.size).toBe(0);
  const second = client.record('2', []);
  worker().say(end(2));
  await second;
  expect(workers).toHaveLength(1);
});

test('a silent worker is ended, and the next run gets a new one', async () => {
  const { client, worker, pass } = play();
  const run = client.record('1', []);
  worker().say({ type: 'alive', run: 1 });
  pass(2_999);
  expect(worker().ended).toBe(false);
  pass(1);
  expect((await run).end).toEqual({
    status: 'timed-out',
    silent: true,
    afterMs: 3_000,
    place: null,
  });
  expect(worker().ended).toBe(true);
  const next = client.record('2', []);
  worker(1).say(end(2));
  expect((await next).end?.status).toBe('completed');
});

test('a worker that always says that it is busy is ended within five seconds', async () => {
  const { client, worker, pass } = play();
  const run = client.record('1', []);
  worker().say({ type: 'alive', run: 1 });
  for (let ms = 0; ms < 4_900; ms += 100) {
    worker().say(batch(1));
    pass(100);
  }
  expect((await run).end).toMatchObject({ status: 'timed-out', silent: false, afterMs: 4_900 });
  expect(worker().ended).toBe(true);
});

test('loading may take longer than working', async () => {
  const { client, worker, pass } = play();
  const run = client.record('1', []);
  pass(10_000);
  worker().say({ type: 'alive', run: 1 });
  worker().say(end(1));
  expect((await run).end?.status).toBe('completed');
});

test('a worker that never starts is an error', async () => {
  const { client, pass } = play();
  const run = client.record('1', []);
  pass(20_000);
  await expect(run).rejects.toThrow('it did not start');
});

test('a worker that fails is an error, and is not used again', async () => {
  const { client, worker, workers } = play();
  const run = client.record('1', []);
  worker().onerror?.({ message: 'no such file' } as ErrorEvent);
  await expect(run).rejects.toThrow('no such file');
  void client.record('2', []).catch(() => undefined);
  expect(workers).toHaveLength(2);
});

test('a signal ends the worker; so does a newer run', async () => {
  const { client, worker, timers } = play();
  const controller = new AbortController();
  const first = client.record('1', [], { signal: controller.signal });
  controller.abort();
  await expect(first).rejects.toMatchObject({ name: 'AbortError' });
  expect(worker().ended).toBe(true);
  const second = client.record('2', []);
  const third = client.record('3', []);
  await expect(second).rejects.toMatchObject({ name: 'AbortError' });
  worker(2).say(end(3));
  expect((await third).end?.status).toBe('completed');
  expect(timers.size).toBe(0);
});

test('late answers of an earlier run are not taken', async () => {
  const { client, worker } = play();
  client.warmUp();
  const run = client.record('1', []);
  worker().say(end(0));
  worker().say({ type: 'end', run: 1, end: { status: 'failed', message: 'the right one' } });
  expect((await run).end).toEqual({ status: 'failed', message: 'the right one' });
});

test('the page hears of the first batch at once, and then not of each', async () => {
  const { client, worker, pass } = play();
  let told = 0;
  const run = client.record('1', [], { onBatch: () => (told += 1) });
  for (let i = 0; i < 20; i += 1) {
    worker().say(batch(1));
    if (i === 0) expect(told).toBe(1);
    pass(10);
  }
  expect(told).toBeGreaterThan(1);
  expect(told).toBeLessThan(5);
  worker().say(end(1));
  await run;
});

test('a rehearsal gives way to a run, which gets the same worker and none of its answers', async () => {
  const { client, worker, workers, timers } = play();
  const rehearsal = client.rehearse('1');
  const run = client.record('2', []);
  expect(await rehearsal).toBeNull();
  worker().say(batch(1));
  worker().say(end(1));
  worker().say(batch(2));
  worker().say(end(2));
  expect((await run).length).toBe(1);
  expect(workers).toHaveLength(1);
  expect(timers.size).toBe(0);
});

test('while a run is under way there is no rehearsal, and a worker that can’t start spoils nothing', async () => {
  const { client, worker } = play();
  const run = client.record('1', []);
  expect(await client.rehearse('2')).toBeNull();
  worker().say(end(1));
  await run;
  const rehearsal = client.rehearse('3');
  worker().onerror?.({ message: 'gone' } as ErrorEvent);
  expect(await rehearsal).toBeNull();
  const next = client.record('4', []);
  worker(1).say(end(3));
  expect((await next).end?.status).toBe('completed');
});
