import { describe, expect, it } from 'vitest';
import { clockStep } from '../../../src/measure/clock-step.ts';
import { collectEnvironment } from '../../../src/measure/environment.ts';

/** A clock that shows real time, which each look takes some of, in whole steps. */
function coarseClock(stepMs: number, lookMs: number): { now: () => number; looks: () => number } {
  let looks = 0;
  return {
    now: () => {
      looks += 1;
      return Math.floor((looks * lookMs) / stepMs + 1e-9) * stepMs;
    },
    looks: () => looks,
  };
}

describe('clockStep', () => {
  it.each([0.005, 0.1, 1])('finds a step of %d ms', (stepMs) => {
    expect(clockStep(coarseClock(stepMs, 0.0005).now)).toBeCloseTo(stepMs, 5);
  });

  it('takes the smallest of uneven steps', () => {
    const times = [0, 1, 1, 1.5, 3.5, 3.6, 6];
    let i = 0;
    expect(clockStep(() => times[Math.min(i++, times.length - 1)] as number)).toBeCloseTo(0.1, 6);
  });

  it('looks for about 5 ms at most, and gives up on a clock that stands still', () => {
    const slow = coarseClock(1, 0.01);
    clockStep(slow.now);
    expect(slow.looks() * 0.01).toBeLessThan(7);
    expect(clockStep(() => 100)).toBeNull();
  });
});

describe('collectEnvironment', () => {
  const now = coarseClock(0.1, 0.01).now;
  const date = (): Date => new Date(Date.UTC(2026, 10, 22, 8, 30));

  it('tells what the browser tells', () => {
    const environment = collectEnvironment({
      refresh: { intervalMs: 1000 / 120, hz: 120, varies: false },
      yieldName: 'messageChannel',
      host: {
        navigator: { userAgent: 'A browser', hardwareConcurrency: 8, deviceMemory: 4 },
        crossOriginIsolated: true,
        WebAssembly,
      },
      now,
      date,
    });
    expect(environment).toEqual({
      userAgent: 'A browser',
      hardwareConcurrency: 8,
      deviceMemory: 4,
      frameIntervalMs: 1000 / 120,
      refreshHz: 120,
      crossOriginIsolated: true,
      wasmSimd: true,
      yield: 'messageChannel',
      clockStepMs: 0.1,
      startedAt: '2026-11-22T08:30:00.000Z',
    });
  });

  it('says null, never 0, for what a browser has not', () => {
    const environment = collectEnvironment({ refresh: null, host: { navigator: {} }, now, date });
    expect(environment).toMatchObject({
      hardwareConcurrency: null,
      deviceMemory: null,
      frameIntervalMs: null,
      refreshHz: null,
      crossOriginIsolated: false,
      wasmSimd: false,
    });
  });

  it('asks for SIMD by a module that really holds a vector operation', () => {
    const seen: Uint8Array[] = [];
    const validate = (bytes: BufferSource): boolean => {
      seen.push(bytes as Uint8Array);
      return false;
    };
    expect(
      collectEnvironment({ refresh: null, host: { WebAssembly: { validate } }, now, date }).wasmSimd,
    ).toBe(false);
    const [bytes] = seen;
    expect(bytes).toContain(0xfd);
    expect(WebAssembly.validate(bytes as Uint8Array<ArrayBuffer>)).toBe(true);
    expect(WebAssembly.validate((bytes as Uint8Array).map((byte) => (byte === 0xfd ? 0xff : byte)))).toBe(
      false,
    );
  });
});
