import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { Pool } from '../../../src/pool/pool.ts';
import { blocking } from '../../../src/strategies/blocking.ts';
import { chunked } from '../../../src/strategies/chunked.ts';
import { poolStrategy } from '../../../src/strategies/pool.ts';
import { TASK_IDS, type TaskId } from '../../../src/tasks/ids.ts';
import { inProcessWorker } from '../../support/in-process-worker.ts';
import { jobOf, optionsOf, randomBytes, type JobSpec } from '../../support/jobs.ts';

const pool = new Pool(inProcessWorker);
const strategies = [blocking, chunked, poolStrategy(pool)];

afterAll(() => {
  pool.dispose();
});

type Spec = Omit<JobSpec, 'shared'>;

const picture = fc.record({
  width: fc.integer({ min: 1, max: 90 }),
  height: fc.integer({ min: 1, max: 90 }),
});
const files = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 12 });
const seed = fc.integer();

function pictureSpec(task: TaskId, params: fc.Arbitrary<Record<string, string>>): fc.Arbitrary<Spec> {
  return fc.tuple(picture, seed, params).map(([shape, from, given]) => ({
    task,
    params: given,
    shape,
    bytes: randomBytes(shape.width * shape.height * 4, from),
  }));
}

const text = (value: fc.Arbitrary<number>): fc.Arbitrary<string> => value.map(String);
const SPECS: Readonly<Record<TaskId, fc.Arbitrary<Spec>>> = {
  blur: pictureSpec(
    'blur',
    fc.record({ sigma: text(fc.integer({ min: 1, max: 20 })), repeat: text(fc.integer({ min: 1, max: 2 })) }),
  ),
  edges: pictureSpec('edges', fc.constant({})),
  denoise: pictureSpec('denoise', fc.record({ radius: fc.constantFrom('1', '2') })),
  hash: fc
    .tuple(files, seed, fc.constantFrom('sha256', 'blake3'), fc.boolean())
    .map(([sizes, from, algorithm, blob]) => ({
      task: 'hash',
      params: { algorithm },
      shape: { sizes },
      bytes: randomBytes(
        sizes.reduce((sum, size) => sum + size, 0),
        from,
      ),
      blob,
    })),
  mandelbrot: fc
    .record({
      x: text(fc.double({ min: -2, max: 1, noNaN: true })),
      iterations: text(fc.integer({ min: 16, max: 200 })),
    })
    .map((params) => ({
      task: 'mandelbrot',
      params: { ...params, width: '70', height: '50', tile: '32' },
      shape: {},
      bytes: new Uint8Array(0),
    })),
  sort: fc
    .record({
      count: text(fc.integer({ min: 1000, max: 200_000 })),
      order: fc.constantFrom('random', 'nearly', 'reversed'),
      merges: fc.constantFrom('cut', 'whole'),
      seed: text(fc.nat()),
    })
    .map((params) => ({ task: 'sort', params, shape: {}, bytes: new Uint8Array(0) })),
  'proof-of-work': fc
    .record({
      text: fc.string({ unit: 'grapheme', maxLength: 80 }),
      difficulty: text(fc.integer({ min: 1, max: 13 })),
      find: text(fc.integer({ min: 1, max: 5 })),
    })
    .map((params) => ({ task: 'proof-of-work', params, shape: {}, bytes: new Uint8Array(0) })),
  json: fc.tuple(fc.json(), fc.boolean()).map(([text, blob]) => {
    const bytes = new TextEncoder().encode(text);
    return { task: 'json', params: {}, shape: { sizes: [bytes.length] }, bytes, blob };
  }),
  'password-hash': fc
    .tuple(fc.array(fc.string(), { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 40 }))
    .map(([words, iterations]) => {
      const all = words.map((word) => new TextEncoder().encode(word));
      const shape = { salt: Uint8Array.of(1, 2, 3), lengths: all.map((word) => word.length) };
      const bytes = new TextEncoder().encode(words.join(''));
      const params = { iterations: String(iterations) };
      return { task: 'password-hash', params, shape, bytes, blob: bytes.length === 0 };
    }),
  primes: fc.integer({ min: 100, max: 300_000 }).map((limit) => ({
    task: 'primes',
    params: { limit: String(limit) },
    shape: {},
    bytes: new Uint8Array(0),
  })),
  'image-batch': fc
    .tuple(
      fc.array(picture, { minLength: 1, maxLength: 4 }),
      seed,
      fc.constantFrom('none', 'denoise', 'edges+blur', 'denoise+blur+edges'),
      fc.boolean(),
    )
    .map(([photos, from, filters, blob]) => ({
      task: 'image-batch',
      params: { filters, fit: '40' },
      shape: { photos },
      bytes: randomBytes(
        photos.reduce((sum, { width, height }) => sum + width * height * 4, 0),
        from,
      ),
      blob,
    })),
  'path-tracer': fc
    .record({
      scene: fc.constantFrom('marbles', 'lanterns', 'pyramid'),
      samples: text(fc.integer({ min: 1, max: 6 })),
    })
    .map((params) => ({
      task: 'path-tracer',
      params: { ...params, width: '26', height: '19', tile: '12' },
      shape: {},
      bytes: new Uint8Array(0),
    })),
};

describe.each(TASK_IDS)('%s gives the same bytes', (task) => {
  it('by every strategy, with shared memory and without', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(SPECS[task], fc.constantFrom('dynamic', 'static'), async (spec, assign) => {
        const results: string[] = [];
        for (const strategy of strategies) {
          for (const shared of [false, true]) {
            const { result } = await strategy.run(jobOf({ ...spec, shared }), optionsOf({ assign }));
            results.push(Buffer.from(result).toString('base64'));
          }
        }
        expect(new Set(results).size).toBe(1);
      }),
      { numRuns: 12 },
    );
  });
});

describe('the books of a run', () => {
  const spec: JobSpec = {
    task: 'edges',
    params: {},
    shape: { width: 300, height: 400 },
    bytes: randomBytes(300 * 400 * 4, 7),
    shared: false,
  };

  it('tell what was copied and moved without shared memory, and nothing with it', async () => {
    const [, , pooled] = strategies;
    const job = jobOf(spec);
    const apart = await pooled?.run(job, optionsOf());
    const input = job.plan.parts.reduce((sum, { input: { start, end } }) => sum + end - start, 0);
    expect(apart?.cost.bytesMoved).toBe(input + job.plan.outputBytes);
    const shared = await pooled?.run(jobOf({ ...spec, shared: true }), optionsOf());
    expect(shared?.cost).toMatchObject({ bytesMoved: 0, bytesCopied: 0 });
  });

  it('have a bar for every part, on the threads that ran them', async () => {
    const job = jobOf(spec);
    for (const strategy of strategies) {
      const threads: number[] = [];
      const outcome = await strategy.run(job, optionsOf({ onPart: ({ thread }) => threads.push(thread) }));
      expect(threads).toHaveLength(job.plan.parts.length);
      const compute = outcome.lanes.flatMap((lane) => lane.bars.filter((bar) => bar.kind === 'compute'));
      const sum = compute.reduce((total, bar) => total + bar.end - bar.start, 0);
      expect(outcome.cost.computeMs).toBeCloseTo(sum, 6);
      expect(threads.every((thread) => (strategy.id === 'pool' ? thread >= 1 : thread === 0))).toBe(true);
    }
  });
});
