import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameCells, frameStats } from '../../../src/measure/frames.ts';
import { calmFrames } from './fake-page.ts';

const HZ = fc.constantFrom(30, 60, 90, 120);
const STALL_MS = fc.constantFrom(20, 50, 120, 300, 1000);

/** A calm screen but for the frames that fall strictly inside the stall. */
function stalled(intervalMs: number, startMs: number, stallMs: number): number[] {
  return calmFrames(Math.ceil((startMs + stallMs) / intervalMs) + 20, intervalMs).filter(
    (time) => time <= startMs || time >= startMs + stallMs,
  );
}

describe('frameStats', () => {
  it('finds nothing lost on a calm screen, however the run lies between the frames', () => {
    fc.assert(
      fc.property(
        HZ,
        fc.double({ min: 100, max: 400, noNaN: true }),
        fc.double({ min: 0.1, max: 900, noNaN: true }),
        fc.double({ min: -0.3, max: 0.3, noNaN: true }),
        (hz, startMs, lengthMs, jitter) => {
          const intervalMs = 1000 / hz;
          const times = calmFrames(200, intervalMs).map((time, i) => time + (i % 2) * jitter * intervalMs);
          const stats = frameStats(times, { startMs, endMs: startMs + lengthMs, intervalMs });
          expect(stats?.dropped).toBe(0);
          expect(stats?.expected).toBe(stats?.presented);
          expect(stats?.longestMs).toBeLessThan(1.31 * intervalMs);
        },
      ),
    );
  });

  it('counts round(gap / interval) − 1 lost slots of any stall, and measures its gap', () => {
    fc.assert(
      fc.property(HZ, STALL_MS, fc.double({ min: 100, max: 700, noNaN: true }), (hz, stallMs, startMs) => {
        const intervalMs = 1000 / hz;
        const times = stalled(intervalMs, startMs, stallMs);
        const stats = frameStats(times, { startMs, endMs: startMs + stallMs, intervalMs });
        const longest = stats?.longestMs ?? 0;
        expect(stats?.dropped).toBe(Math.max(0, Math.round(longest / intervalMs) - 1));
        expect(stats?.expected).toBe((stats?.presented ?? 0) + (stats?.dropped ?? 0));
        // The gap holds the whole stall, and less than one interval more at each end.
        expect(longest).toBeGreaterThanOrEqual(Math.max(stallMs, intervalMs) - 1e-6);
        expect(longest).toBeLessThan(stallMs + 2 * intervalMs);
      }),
    );
  });

  it.each([
    [300, 17, 18],
    [120, 7, 8],
    [50, 2, 3],
    [20, 1, 2],
  ])('at 60 Hz a stall of %d ms loses %d or %d slots at most', (stallMs, few, many) => {
    fc.assert(
      fc.property(fc.double({ min: 100, max: 700, noNaN: true }), (startMs) => {
        const intervalMs = 1000 / 60;
        const times = stalled(intervalMs, startMs, stallMs);
        const dropped = frameStats(times, { startMs, endMs: startMs + stallMs, intervalMs })?.dropped ?? -1;
        expect(dropped).toBeGreaterThanOrEqual(few - 1);
        expect(dropped).toBeLessThanOrEqual(many);
      }),
    );
  });

  it('counts the gap in which the run ended whole, and none beyond', () => {
    const times = [0, 10, 20, 120, 130, 230, 240];
    const stats = frameStats(times, { startMs: 25, endMs: 60, intervalMs: 10 });
    expect(stats).toEqual({
      expected: 10,
      presented: 1,
      dropped: 9,
      longestMs: 100,
      p95Ms: 100,
      intervalMs: 10,
    });
    expect(frameStats(times, { startMs: 25, endMs: 121, intervalMs: 10 })?.presented).toBe(2);
  });

  it('lets a frame just at the start or the end bound the run', () => {
    const stats = frameStats([0, 50, 60, 70, 170], { startMs: 50, endMs: 70, intervalMs: 10 });
    expect(stats).toMatchObject({ presented: 2, dropped: 0, longestMs: 10 });
  });

  it('knows nothing of a run it has no gap of', () => {
    expect(frameStats([], { startMs: 0, endMs: 5, intervalMs: 10 })).toBeNull();
    expect(frameStats([0, 10, 20], { startMs: 25, endMs: 60, intervalMs: 10 })).toBeNull();
    expect(frameStats([90, 100], { startMs: 25, endMs: 60, intervalMs: 10 })).toBeNull();
  });
});

describe('frameCells', () => {
  it('draws idle, on time, lost and late where they were', () => {
    const cells = frameCells([0, 10, 20, 30, 60, 70, 80], { startMs: 15, endMs: 62, intervalMs: 10 });
    expect(cells).toEqual([
      { kind: 'idle', atMs: -15 },
      { kind: 'idle', atMs: -5 },
      { kind: 'onTime', atMs: 5 },
      { kind: 'onTime', atMs: 15 },
      { kind: 'lost', atMs: 25 },
      { kind: 'lost', atMs: 35 },
      { kind: 'late', atMs: 45 },
      { kind: 'onTime', atMs: 55 },
      { kind: 'idle', atMs: 65 },
    ]);
  });

  it('says the same as the figures', () => {
    fc.assert(
      fc.property(HZ, STALL_MS, fc.double({ min: 100, max: 700, noNaN: true }), (hz, stallMs, startMs) => {
        const span = { startMs, endMs: startMs + stallMs, intervalMs: 1000 / hz };
        const times = stalled(span.intervalMs, startMs, stallMs);
        const stats = frameStats(times, span);
        const cells = frameCells(times, span);
        const kinds = cells.map((cell) => cell.kind);
        expect(kinds.filter((kind) => kind === 'lost').length).toBe(stats?.dropped);
        expect(kinds.filter((kind) => kind === 'onTime' || kind === 'late').length).toBe(stats?.presented);
        expect(cells.map((cell) => cell.atMs)).toEqual(cells.map((cell) => cell.atMs).sort((a, b) => a - b));
      }),
    );
  });
});
