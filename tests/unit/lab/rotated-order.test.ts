import { describe, expect, it } from 'vitest';
import { rotatedOrder } from '../../../src/lab/run/experiment.ts';
import { curveCounts } from '../../../src/lab/model/curve-counts.ts';

const strategies = ['blocking', 'chunked', 'pool'] as const;

describe('the order of an experiment', () => {
  it('interleaves the ways, and rotates them so that each is once at each place', () => {
    const order = rotatedOrder({ strategies, runs: 3, options: { engine: 'ts' } });
    expect(order.map(({ strategy }) => strategy)).toEqual([
      ...['blocking', 'chunked', 'pool'],
      ...['chunked', 'pool', 'blocking'],
      ...['pool', 'blocking', 'chunked'],
    ]);
    expect(order.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(order.map(({ round, rounds, total }) => [round, rounds, total])[8]).toEqual([3, 3, 9]);
    expect(order.every(({ workers }) => workers === undefined)).toBe(true);
  });

  it('has each way once by each engine, where both are compared', () => {
    const order = rotatedOrder({ strategies, runs: 2, options: { engine: 'both' } });
    expect(order.slice(0, 6).map(({ engine }) => engine)).toEqual(['ts', 'ts', 'ts', 'wasm', 'wasm', 'wasm']);
    expect(new Set(order.slice(6).map(({ engine, strategy }) => `${engine} ${strategy}`)).size).toBe(6);
    expect(order.at(-1)).toMatchObject({ engine: 'ts', strategy: 'blocking', index: 12, total: 12 });
  });

  it('does the same with numbers of workers', () => {
    const order = rotatedOrder({
      strategies: ['pool'],
      workerCounts: [1, 2, 4],
      runs: 2,
      options: { engine: 'ts' },
    });
    expect(order.map(({ workers }) => workers)).toEqual([1, 2, 4, 2, 4, 1]);
    expect(new Set(order.map(({ strategy }) => strategy))).toEqual(new Set(['pool']));
  });
});

describe('the numbers of workers that are measured', () => {
  it('go from one to the reported cores, and to four at least', () => {
    expect(curveCounts(2, 99)).toEqual([1, 2, 3, 4]);
    expect(curveCounts(6, 99)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(curveCounts(undefined, 99)).toEqual([1, 2, 3, 4]);
    expect(curveCounts(64, 99).at(-1)).toBe(16);
    expect(curveCounts(9, 99).at(-1)).toBe(9);
  });

  it('are no more than there are parts', () => {
    expect(curveCounts(8, 3)).toEqual([1, 2, 3]);
    expect(curveCounts(8, 1)).toEqual([1]);
  });
});
