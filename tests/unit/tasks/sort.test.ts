import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORDERS, sortInfo, type SortParams } from '../../../src/tasks/sort/info.ts';
import { coRank, makeRows, mergeCut } from '../../../src/tasks/sort/merge.ts';
import { numberAt } from '../../../src/tasks/sort/numbers.ts';
import { planSort } from '../../../src/tasks/sort/plan.ts';
import { sort } from '../../../src/tasks/sort/sort.ts';
import { earlierOf, PartDriver } from '../../../src/tasks/drive.ts';
import { stagesOf } from '../../../src/strategies/deal.ts';
import { firstDifference, tilesOutput } from '../../support/tasks/run-task.ts';

function params(change: Partial<SortParams> = {}): SortParams {
  return { ...sortInfo.parse({ count: '300000' }), ...change };
}

/** Stage by stage, the parts of one in any order: here from the last. */
function run(given: SortParams): Uint8Array {
  const plan = planSort(given);
  const output = new Uint8Array(plan.outputBytes).fill(0xa5);
  for (const { start, end } of stagesOf(plan)) {
    for (const part of plan.parts.slice(start, end).reverse()) {
      const out = output.subarray(part.output.start, part.output.end);
      const earlier = earlierOf({ task: sort, params: given, shape: {} }, part, output);
      const driver = new PartDriver(sort.steps({ params: given, shape: {}, part, out, earlier }), output);
      while (driver.step() !== true);
    }
  }
  return sort.finish?.(output, given, {}) ?? output;
}

/** The same numbers by the engine's own sort. */
function plainly(given: SortParams): Uint8Array {
  const numbers = Int32Array.from({ length: given.count }, (_, place) => numberAt(place, given));
  return new Uint8Array(numbers.sort().buffer);
}

const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 700 });
const ascending = (values: readonly number[]): Int32Array => Int32Array.from(values).sort();

describe('a merge', () => {
  it('gives all numbers of both rows in order', () => {
    fc.assert(
      fc.property(numbers, numbers, (first, second) => {
        const [a, b] = [ascending(first), ascending(second)];
        const out = new Int32Array(a.length + b.length);
        mergeCut(makeRows(a, b, out), { i: 0, iEnd: a.length, j: 0, jEnd: b.length, k: 0 });
        expect([...out]).toEqual([...ascending([...first, ...second])]);
      }),
    );
  });

  it('is cut where the numbers say: nothing before the cut is greater than what comes after', () => {
    fc.assert(
      fc.property(numbers, numbers, fc.nat(), (first, second, at) => {
        const [a, b] = [ascending(first), ascending(second)];
        const count = at % (a.length + b.length + 1);
        const i = coRank({ a, b }, { i: 0, iEnd: a.length, j: 0, jEnd: b.length, k: 0 }, count);
        const before = [...a.subarray(0, i), ...b.subarray(0, count - i)];
        const after = [...a.subarray(i), ...b.subarray(count - i)];
        expect(before).toHaveLength(count);
        expect(Math.max(-Infinity, ...before)).toBeLessThanOrEqual(Math.min(Infinity, ...after));
      }),
    );
  });
});

describe('all of it', () => {
  it.each(ORDERS)('gives what the engine’s own sort gives: %s', (order) => {
    for (const merges of ['cut', 'whole'] as const) {
      for (const count of [1000, 16_385, 40_001, 300_000]) {
        const given = params({ order, merges, count });
        expect(firstDifference(run(given), plainly(given))).toBeNull();
      }
    }
  });

  it('takes as many rounds as it needs, and each stage fills one half', () => {
    for (const merges of ['cut', 'whole'] as const) {
      const { count, ...rest } = params({ merges, count: 2_000_003 });
      const plan = planSort({ count, ...rest });
      const stages = stagesOf(plan);
      expect(stages).toHaveLength(6);
      for (const [i, { start, end }] of stages.entries()) {
        const half = ((stages.length - 1 - i) % 2) * count * 4;
        const parts = plan.parts.slice(start, end).map(({ output, ...part }) => {
          return { ...part, output: { start: output.start - half, end: output.end - half } };
        });
        expect(tilesOutput(parts, count * 4)).toBe(true);
      }
      // One part at the end, or as many as at the beginning.
      const last = stages.at(-1);
      expect((last?.end ?? 0) - (last?.start ?? 0)).toBe(merges === 'cut' ? 32 : 1);
    }
  });

  it('reads what was merged before and nothing else, even from rows that aren’t sorted', () => {
    const given = params({ count: 100_000 });
    const plan = planSort(given);
    const rubbish = new Int32Array(plan.outputBytes / 4).map((_, i) => Math.imul(i, 0x9e3779b1));
    for (const part of plan.parts) {
      if (part.kind === 'run') continue;
      const spans = sort.earlier?.(part, new Uint8Array(rubbish.buffer), given, {}) ?? [];
      const bytes = spans.reduce((sum, { start, end }) => sum + end - start, 0);
      expect(bytes).toBe(part.output.end - part.output.start);
      const half = part.from * given.count * 4;
      for (const { start, end } of spans) {
        expect(end).toBeGreaterThanOrEqual(start);
        expect(start).toBeGreaterThanOrEqual(half + part.start * 4);
        expect(end).toBeLessThanOrEqual(half + part.end * 4);
      }
    }
  });
});

describe('its numbers', () => {
  it('are others for another seed, and lie as they are said to', () => {
    const at = (change: Partial<SortParams>): number[] =>
      Array.from({ length: 2000 }, (_, place) => numberAt(place, params({ count: 2000, ...change })));
    const climbs = (values: readonly number[]): number =>
      values.filter((value, i) => i > 0 && value > (values[i - 1] ?? 0)).length / values.length;
    expect(at({ seed: 1 })).not.toEqual(at({ seed: 2 }));
    expect(climbs(at({ order: 'random' }))).toBeCloseTo(0.5, 1);
    expect(climbs(at({ order: 'nearly' }))).toBeGreaterThan(0.85);
    expect(climbs(at({ order: 'nearly' }))).toBeLessThan(0.99);
    expect(climbs(at({ order: 'reversed' }))).toBe(0);
  });
});

describe('its parameters', () => {
  it.each([
    [{ count: '999' }, 'count must be a whole number from 1000 to 16777216.'],
    [{ order: 'sideways' }, 'order must be random, nearly or reversed.'],
    [{ merges: 'some' }, 'merges must be cut or whole.'],
    [{ seed: '-1' }, 'seed must be a whole number from 0 to 2147483647.'],
  ])('%j is refused with a sentence', (raw, sentence) => {
    expect(() => sortInfo.parse(raw)).toThrow(sentence);
  });
});
