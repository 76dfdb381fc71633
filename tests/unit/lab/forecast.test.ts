import { describe, expect, it } from 'vitest';
import {
  blockingMs,
  comparisonMs,
  forecasts,
  forecastsByEngine,
  inTurn,
} from '../../../src/lab/model/forecast.ts';

const ONE = { forecastMs: 2000 };
const BOTH = { forecastMs: 2000, engineMs: { ts: 2000, wasm: 500 } };
const UNKNOWN = { forecastMs: null };

describe('of two engines', () => {
  it('each has a forecast of its own', () => {
    const [ts, wasm, ...others] = forecastsByEngine(BOTH, 4);
    expect([ts?.blocking, ts?.pool]).toEqual([2000, 500]);
    expect([wasm?.blocking, wasm?.pool]).toEqual([500, 125]);
    expect(others).toEqual([]);
    expect(blockingMs(BOTH, 'wasm')).toBe(500);
    expect(blockingMs(BOTH)).toBe(2000);
  });

  it('a comparison takes as long as those of each together', () => {
    const of = (ms: number) => comparisonMs([forecasts(ms, 4)], 3) ?? NaN;
    expect(comparisonMs(forecastsByEngine(BOTH, 4), 3)).toBeCloseTo(of(2000) + of(500));
  });

  it('one way takes the time of both, one after the other', () => {
    expect(inTurn(forecastsByEngine(BOTH, 4))).toMatchObject({ blocking: 2500, pool: 625 });
  });
});

it('one engine is forecast as before, by whatever name it is asked for', () => {
  expect(forecastsByEngine(ONE, 4)).toEqual([forecasts(2000, 4)]);
  expect(inTurn(forecastsByEngine(ONE, 4))).toEqual(forecasts(2000, 4));
  expect(blockingMs(ONE, 'wasm')).toBe(2000);
});

it('what was not tried is unknown, never nothing', () => {
  for (const timed of [UNKNOWN, null]) {
    expect(blockingMs(timed)).toBeNull();
    expect(inTurn(forecastsByEngine(timed, 4)).blocking).toBeNull();
    expect(comparisonMs(forecastsByEngine(timed, 4), 3)).toBeNull();
  }
  expect(inTurn([forecasts(2000, 4), forecasts(null, 4)]).blocking).toBeNull();
});
