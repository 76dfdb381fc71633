import { afterEach, describe, expect, it } from 'vitest';
import { deferred, type Deferred } from '../../../src/async/deferred.ts';
import { Pool } from '../../../src/pool/pool.ts';
import type { BatchMessage, PartReply } from '../../../src/pool/protocol.ts';
import { BATCH_MS } from '../../../src/strategies/batch-size.ts';
import { blocking } from '../../../src/strategies/blocking.ts';
import type { Job, PartDone } from '../../../src/strategies/contract.ts';
import { poolStrategy } from '../../../src/strategies/pool.ts';
import { NO_INPUT, type Task } from '../../../src/tasks/contract.ts';
import { batchReply, fakeSpawn, okReply, type AnswerOf, type FakeWorker } from '../../support/fake-worker.ts';
import { inProcessWorker } from '../../support/in-process-worker.ts';
import { jobOf, optionsOf } from '../../support/jobs.ts';

const pools: Pool[] = [];

afterEach(() => {
  for (const pool of pools.splice(0)) pool.dispose();
});

function poolOf(spawn: ConstructorParameters<typeof Pool>[0]): Pool {
  const pool = new Pool(spawn);
  pools.push(pool);
  return pool;
}

/** Each part writes one byte; which one is the worker's to say. */
function jobOfParts(count: number): Job {
  const parts = Array.from({ length: count }, (_, index) => ({
    index,
    input: NO_INPUT,
    output: { start: index, end: index + 1 },
    cost: 1,
  }));
  const plan = { parts, outputBytes: count };
  const task = { id: 'mandelbrot' } as unknown as Task;
  return { task, params: {}, shape: {}, plan, source: { kind: 'none' }, output: new ArrayBuffer(count) };
}

const valueOf = (index: number): number => (index * 7 + 3) % 251;

/** All of the batch ended well, each part after so many ms by the worker's clock. */
function allOf({ parts }: BatchMessage, msOf: (index: number) => number = () => 0.001): PartReply[] {
  return parts.map((part) =>
    okReply(part, Uint8Array.of(valueOf(part.index)), { start: 100, end: 100 + msOf(part.index) }),
  );
}

const indices = ({ parts }: BatchMessage): number[] => parts.map(({ index }) => index);
const batchesOf = ({ heard }: FakeWorker): BatchMessage[] =>
  heard.filter((message): message is BatchMessage => message.type === 'batch');

function run(answerOf: AnswerOf, count: number, told: PartDone[] = []) {
  const { spawn, workers } = fakeSpawn(() => ({}), answerOf);
  const pool = poolOf(spawn);
  const options = optionsOf({ workers: 2, onPart: (done) => told.push(done) });
  return { workers, pool, outcome: poolStrategy(pool).run(jobOfParts(count), options) };
}

describe('quick parts', () => {
  it('share messages; each is told once with its own time, and its bytes are in their place', async () => {
    const told: PartDone[] = [];
    const { workers, outcome } = run((batch) => allOf(batch), 2000, told);
    const { result, lanes } = await outcome;
    expect([...result]).toEqual(Array.from({ length: 2000 }, (_, i) => valueOf(i)));
    expect(told.map(({ part }) => part.index).toSorted((a, b) => a - b)).toEqual([...result.keys()]);
    const batches = workers.flatMap(batchesOf);
    expect(batches.length).toBeLessThan(200);
    const bars = lanes.slice(1).flatMap((lane) => lane.bars);
    expect(bars).toHaveLength(2000);
    expect(bars.every(({ start, end }) => Math.abs(end - start - 0.001) < 1e-6)).toBe(true);
    // What all parts of a run have in common crosses once to each worker.
    expect(batches.filter(({ setup }) => setup !== null)).toHaveLength(workers.length);
  });

  it('by the real worker give the bytes that blocking gives', async () => {
    const params = { width: '512', height: '512', tile: '32', iterations: '16' };
    const spec = { task: 'mandelbrot', params, shape: {}, bytes: new Uint8Array(0), shared: false } as const;
    const expected = await blocking.run(jobOf(spec), optionsOf());
    const { result } = await poolStrategy(poolOf(inProcessWorker)).run(jobOf(spec), optionsOf());
    expect(Buffer.from(result).equals(Buffer.from(expected.result))).toBe(true);
  });
});

describe('slow parts', () => {
  it('go one by one', async () => {
    const { workers, outcome } = run((batch) => allOf(batch, () => BATCH_MS * 10), 50);
    await outcome;
    expect(workers.flatMap(batchesOf).every(({ parts }) => parts.length === 1)).toBe(true);
  });
});

describe('balance', () => {
  it('while one worker is held up, the other takes all but the little that the first holds', async () => {
    const freed: Deferred<void> = deferred();
    const late: BatchMessage[] = [];
    const { workers, outcome } = run((batch, worker) => {
      // The first worker answers a few batches, so that it gets large ones, then is silent.
      if (worker.index === 1 && batchesOf(worker).length > 3) {
        late.push(batch);
        if (late.length === 2) freed.resolve();
        return null;
      }
      return allOf(batch, () => BATCH_MS / 10);
    }, 1000);
    await freed.promise;
    const [first, second] = workers;
    const held = late.flatMap(indices);
    const taken = (): number => (second === undefined ? 0 : batchesOf(second).flatMap(indices).length);
    const others = first === undefined ? 0 : batchesOf(first).flatMap(indices).length - held.length;
    while (taken() + others + held.length < 1000) await new Promise(setImmediate);
    expect(held.length).toBeGreaterThan(2);
    expect(held.length * (BATCH_MS / 10)).toBeLessThanOrEqual(2 * BATCH_MS);
    for (const batch of late) first?.post(batchReply(batch.runId, allOf(batch)));
    expect([...(await outcome).result]).toEqual(Array.from({ length: 1000 }, (_, i) => valueOf(i)));
  });

  it('what a worker did not begin is the other’s, and each part is told once', async () => {
    const told: PartDone[] = [];
    // The first does only one part of each batch, as if every one took its time.
    const { workers, outcome } = run(
      (batch, { index }) => allOf(batch).slice(0, index === 1 ? 1 : batch.parts.length),
      300,
      told,
    );
    const { result } = await outcome;
    expect([...result]).toEqual(Array.from({ length: 300 }, (_, i) => valueOf(i)));
    expect(told.map(({ part }) => part.index).toSorted((a, b) => a - b)).toEqual([...result.keys()]);
    const offered = workers.flatMap(batchesOf).flatMap(indices);
    expect(offered.length).toBeGreaterThan(300);
    expect(told.filter(({ thread }) => thread === 1)).toHaveLength(
      batchesOf(workers[0] as FakeWorker).length,
    );
  });
});

describe('in the middle of a batch', () => {
  it('an error names its part, and the other worker is told to stop', async () => {
    const { pool, workers, outcome } = run((batch) => {
      const at = batch.parts.findIndex(({ index }) => index === 123);
      if (at < 0) return allOf(batch);
      const failure = { ok: false, aborted: false, part: 123, name: 'RangeError', message: 'No.' } as const;
      return [...allOf(batch).slice(0, at), failure];
    }, 2000);
    await expect(outcome).rejects.toMatchObject({
      name: 'PartFailed',
      part: 123,
      original: 'RangeError',
      message: 'No.',
    });
    const holding = workers.flatMap(batchesOf).find((batch) => indices(batch).includes(123));
    expect(holding?.parts.length).toBeGreaterThan(1);
    expect(pool.stats()).toMatchObject({ busy: 0, deaths: 0 });
    expect(workers.flatMap(batchesOf).flatMap(indices).length).toBeLessThan(2000);
  });

  it('a worker’s death fails the run with its reason', async () => {
    const { pool, outcome } = run((batch, worker) => {
      if (batch.parts.length < 5) return allOf(batch);
      worker.die('it was shot');
      return null;
    }, 500);
    await expect(outcome).rejects.toMatchObject({ name: 'WorkerDiedError', reason: 'it was shot' });
    expect(pool.stats().busy).toBe(0);
  });

  it('an abort tells nothing more, and the pool is free', async () => {
    const controller = new AbortController();
    const told: number[] = [];
    const onPart = ({ part }: PartDone): void => {
      told.push(part.index);
      if (told.length === 40) controller.abort();
    };
    const { spawn, workers } = fakeSpawn(
      () => ({}),
      (batch) => allOf(batch),
    );
    const pool = poolOf(spawn);
    const options = optionsOf({ signal: controller.signal, onPart });
    await expect(poolStrategy(pool).run(jobOfParts(5000), options)).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(told).toHaveLength(40);
    expect(pool.stats()).toMatchObject({ busy: 0, deaths: 0 });
    expect(workers.flatMap(batchesOf).some(({ parts }) => parts.length > 1)).toBe(true);
  });
});
