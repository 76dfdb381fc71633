import { afterAll, describe, expect, it } from 'vitest';
import { workplaceOf } from '../../src/lab/run/workplace.ts';
import { Pool } from '../../src/pool/pool.ts';
import { spawnCompute } from '../../src/pool/spawn.ts';
import { blocking } from '../../src/strategies/blocking.ts';
import { chunked } from '../../src/strategies/chunked.ts';
import type { RunOutcome } from '../../src/strategies/contract.ts';
import { poolStrategy } from '../../src/strategies/pool.ts';
import type { Engine } from '../../src/tasks/contract.ts';
import type { TaskId } from '../../src/tasks/ids.ts';
import { jobOf, optionsOf, randomBytes, type JobSpec } from '../support/jobs.ts';

const pool = new Pool(spawnCompute);
const strategies = [blocking, chunked, poolStrategy(pool)];

afterAll(() => {
  pool.dispose();
});

const shape = { width: 501, height: 403 };
const bytes = randomBytes(shape.width * shape.height * 4, 5);
const NOTHING = new Uint8Array(0);
const words = Array.from({ length: 70 }, (_, i) => i + 1);
const size = { width: '203', height: '151', tile: '32' };

const JOBS: readonly (readonly [TaskId, Pick<JobSpec, 'params' | 'shape' | 'bytes'>])[] = [
  ['blur', { params: { sigma: '8' }, shape, bytes }],
  ['blur', { params: { sigma: '1.5' }, shape, bytes }],
  ['edges', { params: {}, shape, bytes }],
  ['denoise', { params: { radius: '1' }, shape, bytes }],
  ['denoise', { params: { radius: '2' }, shape, bytes }],
  ['mandelbrot', { params: size, shape: {}, bytes: NOTHING }],
  ['primes', { params: { limit: '20000000' }, shape: {}, bytes: NOTHING }],
  ['sort', { params: { count: '300001' }, shape: {}, bytes: NOTHING }],
  ['sort', { params: { count: '90000', merges: 'whole', order: 'nearly' }, shape: {}, bytes: NOTHING }],
  ['proof-of-work', { params: { difficulty: '13', find: '5' }, shape: {}, bytes: NOTHING }],
  [
    'password-hash',
    {
      params: { iterations: '50' },
      shape: { salt: Uint8Array.of(1, 2, 3), lengths: words },
      bytes: randomBytes((70 * 71) / 2, 6),
    },
  ],
  [
    'image-batch',
    {
      params: { filters: 'denoise+blur+edges', fit: '400' },
      shape: { photos: [shape, { width: 120, height: 90 }] },
      bytes: randomBytes((shape.width * shape.height + 120 * 90) * 4, 7),
    },
  ],
];

/** Every strategy in turn, in one place, as an experiment does it: each run finds the output cleared. */
async function runAll(engine: Engine, spec: JobSpec): Promise<{ sums: string[]; outcomes: RunOutcome[] }> {
  const place = await workplaceOf(engine, jobOf(spec), { pool, shared: spec.shared, workers: 2 });
  const sums: string[] = [];
  const outcomes: RunOutcome[] = [];
  for (const strategy of strategies) {
    const job = place.job();
    const outcome = await strategy.run(job, optionsOf());
    outcomes.push(outcome);
    sums.push((await place.check(outcome.result, job, false)).checksum);
  }
  return { sums, outcomes };
}

describe.each(JOBS.map(([task, job]) => ({ task, job, says: JSON.stringify(job.params) })))(
  '$task $says',
  ({ task, job }) => {
    it('gives one result by all strategies and both engines, with shared memory and without', async () => {
      const sums: string[] = [];
      for (const engine of ['ts', 'wasm'] as const) {
        for (const shared of [true, false])
          sums.push(...(await runAll(engine, { task, ...job, shared })).sums);
      }
      expect(sums).toHaveLength(12);
      expect(new Set(sums).size).toBe(1);
    });
  },
);

describe('bytes copied', () => {
  const [, job] = JOBS[0] ?? [];
  const spec = { task: 'blur' as const, ...job, params: { sigma: '8' }, shape, bytes };

  it('are none where all threads work in one memory', async () => {
    for (const engine of ['ts', 'wasm'] as const) {
      const { outcomes } = await runAll(engine, { ...spec, shared: true });
      expect(outcomes.map(({ cost }) => [cost.bytesMoved, cost.bytesCopied])).toEqual([
        [0, 0],
        [0, 0],
        [0, 0],
      ]);
    }
  });

  it('are counted where a thread has a memory of its own', async () => {
    const ts = await runAll('ts', { ...spec, shared: false });
    const wasm = await runAll('wasm', { ...spec, shared: false });
    const copied = ({ outcomes }: typeof ts): number[] => outcomes.map(({ cost }) => cost.bytesCopied);
    const input = jobOf({ ...spec, shared: false }).plan.parts.reduce(
      (sum, part) => sum + part.input.end - part.input.start,
      0,
    );
    const both = input + bytes.length;
    expect(copied(ts)).toEqual([0, 0, both]);
    expect(copied(wasm)).toEqual([both, both, 2 * both]);
  });
});

describe('a run in WebAssembly', () => {
  it.each([true, false])(
    'is stopped like any other, and the next one is right (shared: %s)',
    async (shared) => {
      const spec: JobSpec = { task: 'denoise', params: { radius: '2', repeat: '64' }, shape, bytes, shared };
      const place = await workplaceOf('wasm', jobOf(spec), { pool, shared, workers: 2 });
      for (const strategy of [chunked, poolStrategy(pool)]) {
        const controller = new AbortController();
        const stop = (): void => {
          controller.abort();
        };
        const options = optionsOf({ signal: controller.signal, onPart: stop });
        await expect(strategy.run(place.job(), options)).rejects.toMatchObject({ name: 'AbortError' });
      }
      const once = { ...spec, params: { radius: '2' } };
      const [ts, wasm] = [await runAll('ts', once), await runAll('wasm', once)];
      expect(wasm.sums).toEqual(ts.sums);
    },
  );
});
