import { describe, expect, it } from 'vitest';
import { refined } from '../../../src/lab/input/refined.ts';
import { costOf, fittingLoad, forecastMs, WIDE_SURVEY_MS } from '../../../src/lab/model/calibrate.ts';
import { entryOf, needTask } from '../../../src/lab/model/catalog.ts';
import { draftJob } from '../../../src/lab/model/job.ts';
import type { Pool } from '../../../src/pool/pool.ts';
import type { TilePart } from '../../../src/tasks/mandelbrot/tiles.ts';

/** Their forecast follows from the cost of the plan that was tried and of the one that fits. */
const WITHOUT_INPUT = ['mandelbrot', 'path-tracer', 'primes', 'sort', 'proof-of-work'] as const;

describe('a job of twice the load', () => {
  for (const id of WITHOUT_INPUT) {
    it(`costs twice as much: ${id}`, async () => {
      await needTask(id);
      const { name, initial, doubles } = entryOf(id).load;
      const cost = async (load: number): Promise<number> =>
        costOf((await draftJob(id, { [name]: String(load) }, { kind: 'none' })).plan);
      const twice = doubles === true ? initial + 1 : 2 * initial;
      const ratio = (await cost(twice)) / (await cost(initial));
      expect(ratio).toBeGreaterThan(1.9);
      expect(ratio).toBeLessThan(2.15);
    });
  }
});

it('a load that was fitted is a number that people can read', async () => {
  for (const [id, fitted] of [
    ['primes', 3_500_000_000],
    ['password-hash', 46_000],
  ] as const) {
    await needTask(id);
    const { load } = entryOf(id);
    expect(fittingLoad(load, load.initial, { ms: 172.9, targetMs: 2000 })).toBe(fitted);
  }
});

/** A pool of one worker that does no work: `msOf` says how long the call and the part would take. */
function poolThatTakes(msOf: (call: number, part: TilePart) => number): { pool: Pool; calls: () => number } {
  let calls = 0;
  const api = {
    part: (_: unknown, part: TilePart) => {
      const reply = { ok: true, output: new ArrayBuffer(0), time: { start: 0, end: msOf(calls, part) } };
      calls += 1;
      return Promise.resolve(reply);
    },
  };
  const slot = { call: (run: (of: typeof api) => Promise<unknown>) => run(api) };
  return { pool: { ready: () => Promise.resolve([slot]) } as unknown as Pool, calls: () => calls };
}

const { signal } = new AbortController();

async function fractal(iterations: number) {
  await needTask('mandelbrot');
  const input = { kind: 'none' } as const;
  const params = { iterations: String(iterations) };
  return { params, input, draft: await draftJob('mandelbrot', params, input) };
}

describe('a forecast', () => {
  it('waits for the compiler: what was slow at first does not count', async () => {
    const { draft } = await fractal(500);
    const { pool, calls } = poolThatTakes((call) => (call < 8 ? 30 : 2));
    expect(await forecastMs(draft, pool, signal)).toBeCloseTo(2 * draft.plan.parts.length);
    expect(calls()).toBeGreaterThan(8);
  });

  it('gives up waiting where every part takes long', async () => {
    const { draft } = await fractal(500);
    const { pool, calls } = poolThatTakes(() => 400);
    expect(await forecastMs(draft, pool, signal)).toBeCloseTo(400 * draft.plan.parts.length);
    expect(calls()).toBe(8);
  });

  it('hears of the few parts that take long, wherever they lie', async () => {
    const { draft } = await fractal(500);
    const inner = ({ left, top }: TilePart) => left >= 320 && left < 640 && top >= 256 && top < 512;
    const msOf = (part: TilePart) => (inner(part) ? 10 : 0.5);
    const truth = draft.plan.parts.reduce((sum, part) => sum + msOf(part as TilePart), 0);
    const { pool } = poolThatTakes((_, part) => msOf(part));
    const told = (await forecastMs(draft, pool, signal, { surveyMs: 150 })) ?? 0;
    expect(told / truth).toBeGreaterThan(0.75);
    expect(told / truth).toBeLessThan(1.33);
  });

  it('tries enough of them where some take a tenth of a second', async () => {
    const { draft } = await fractal(9000);
    const inner = ({ left, top }: TilePart) => left >= 320 && left < 640 && top >= 256 && top < 512;
    const msOf = (part: TilePart) => (inner(part) ? 90 : 2);
    const truth = draft.plan.parts.reduce((sum, part) => sum + msOf(part as TilePart), 0);
    const { pool } = poolThatTakes((_, part) => msOf(part));
    const told = (await forecastMs(draft, pool, signal, { surveyMs: WIDE_SURVEY_MS })) ?? 0;
    expect(told / truth).toBeGreaterThan(0.6);
    expect(told / truth).toBeLessThan(1.6);
  });
});

it('of two tries follows what a job takes at any load: 300 ms, and 0.2 ms more for each iteration', async () => {
  const at = async (iterations: number) => ({
    ...(await fractal(iterations)),
    forecastMs: 300 + 0.2 * iterations,
  });
  const { params, forecastMs: told } = await refined(await at(500), await at(2500), 2000);
  expect(params['iterations']).toBe('8500');
  expect(told).toBeCloseTo(2000);
});
