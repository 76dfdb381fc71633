import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameClock } from '../../../src/measure/frame-clock.ts';
import { RunMeter } from '../../../src/measure/meter.ts';
import { TapMeter } from '../../../src/measure/taps.ts';
import { bench, measured } from './bench.ts';
import { FakePage } from './fake-page.ts';
import { fakeObserver } from './fake-observer.ts';

describe('RunMeter', () => {
  it("sees a blocking run's own gap, though the run ends before it", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(30, 60, 90, 120),
        fc.constantFrom(120, 300, 1000, 2000),
        async (hz, ms) => {
          const desk = await bench(hz);
          const found = await measured(desk, () => {
            desk.page.block(ms);
          });
          const interval = 1000 / hz;
          expect(found).toMatchObject({ valid: true, invalidReason: null });
          // The frame that was already due at the start comes late, with its old timestamp.
          expect(found.frames?.longestMs).toBeGreaterThan(ms - 2 * interval);
          expect(found.frames?.longestMs).toBeLessThan(ms + 2 * interval);
          expect(found.frames?.dropped).toBe(Math.round((found.frames?.longestMs ?? 0) / interval) - 1);
          expect(found.loopDelay?.maxMs).toBeCloseTo(ms - 20, 6);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('loses about as many frames to a block of 300 ms as the browser does', async () => {
    const desk = await bench(60);
    const found = await measured(desk, () => {
      desk.page.block(300);
    });
    expect(found.frames?.dropped).toBeGreaterThanOrEqual(16);
    expect(found.frames?.dropped).toBeLessThanOrEqual(18);
  });

  it('finds nothing lost while the work is elsewhere', async () => {
    const desk = await bench(120);
    const found = await measured(desk, () => desk.page.run(700));
    expect(found.valid).toBe(true);
    expect(found.frames).toMatchObject({ dropped: 0 });
    expect(found.frames?.presented).toBe(found.frames?.expected);
    expect(found.frames?.longestMs).toBeLessThan((2 * 1000) / 120);
    expect(found.loopDelay).toEqual({ p50Ms: 0, p99Ms: 0, maxMs: 0 });
    expect(found).toMatchObject({ taps: null, longFrames: null });
  });

  it('shows living frames before and after the run', async () => {
    const desk = await bench(60);
    const found = await measured(desk, () => {
      desk.page.block(500);
    });
    const kinds = found.cells.map((cell) => cell.kind);
    const first = kinds.findIndex((kind) => kind !== 'idle');
    const after = kinds.length - 1 - kinds.findLastIndex((kind) => kind !== 'idle');
    expect(first).toBeGreaterThanOrEqual(6);
    expect(after).toBeGreaterThanOrEqual(6);
    expect(kinds.filter((kind) => kind === 'lost').length).toBe(found.frames?.dropped);
    expect(found.timestamps[0]).toBeLessThan(0);
    expect(found.timestamps.at(-1)).toBeGreaterThan(500);
  });

  it('marks a run invalid during which the page was hidden', async () => {
    const desk = await bench();
    const found = await measured(desk, async () => {
      await desk.page.run(200);
      desk.page.hide(true);
      await desk.page.run(600);
      desk.page.hide(false);
      await desk.page.run(200);
    });
    expect(found.valid).toBe(false);
    expect(found.invalidReason).toBe('The page was hidden for 0.6 s: a hidden page gets no frames.');
  });

  it('does not wait for frames in a page that is hidden, or gets hidden while it waits', async () => {
    const desk = await bench();
    desk.meter.begin();
    const start = desk.page.now;
    desk.page.hide(true);
    const hidden = await desk.meter.end(start, start + 1);
    expect(hidden).toMatchObject({ valid: false });
    const second = await bench();
    second.meter.begin();
    const waiting = second.meter.end(second.page.now, second.page.now);
    second.page.hide(true);
    expect((await waiting).invalidReason).toContain('hidden');
  });

  it('needs the two frames that show the last gap, not those after them', async () => {
    for (const [framesSeen, valid] of [
      [1, false],
      [4, true],
    ] as const) {
      const desk = await bench(60);
      desk.meter.begin();
      const start = desk.page.now;
      desk.page.block(300);
      const waiting = desk.meter.end(start, desk.page.now);
      const before = desk.clock.count;
      while (desk.clock.count < before + framesSeen) await desk.page.run(1);
      desk.page.hide(true);
      expect((await waiting).valid).toBe(valid);
    }
  });

  it('does not hang where frames just stop coming', async () => {
    const desk = await bench();
    const found = await measured(desk, () => {
      desk.clock.stop();
    });
    expect(found.valid).toBe(false);
    expect(found.invalidReason).toBe('No frame came after the run, so its last gap is not known.');
  });

  it('says when the clock was too young, or the run too long for it', async () => {
    const page = new FakePage();
    const clock = new FrameClock(page);
    const meter = new RunMeter({ clock, page, timers: page.timers, intervalMs: 1000 / 60 });
    const young = await measured({ page, clock, meter }, () => {
      page.block(100);
    });
    expect(young.invalidReason).toBe('No frame came before the run, so its first gap is not known.');
    const desk = await bench(60, {}, 40);
    const long = await measured(desk, () => desk.page.run(1000));
    expect(long.invalidReason).toBe('The run took more frames than the meter keeps (40).');
  });

  it('counts no frames where the interval is not known', async () => {
    const desk = await bench(60, { intervalMs: null });
    const found = await measured(desk, () => desk.page.run(100));
    expect(found).toMatchObject({ frames: null, cells: [], valid: true });
    expect(found.timestamps.length).toBeGreaterThan(6);
  });

  it("brings the run's taps and long frames together", async () => {
    const fake = fakeObserver(['event', 'long-animation-frame']);
    const holder: { now: () => number } = { now: () => 0 };
    const taps = new TapMeter({
      now: () => holder.now(),
      afterPaint: (callback) => {
        callback();
      },
    });
    const desk = await bench(60, { taps, observerClass: fake.observerClass });
    holder.now = desk.page.timers.now;
    const found = await measured(desk, () => {
      const tapped = desk.page.now + 100;
      desk.page.block(400);
      taps.record({ type: 'pointerdown', timeStamp: tapped });
      fake.hold([
        { startTime: tapped, duration: 304, interactionId: 3 },
        { startTime: tapped + 40, duration: 496, interactionId: 4 },
      ]);
    });
    expect(found.taps).toMatchObject({ count: 1, maxDelayMs: 300, medianDelayMs: 300, maxPaintMs: 300 });
    // The other one was not on the tap target.
    expect(found.taps?.maxEventTimingMs).toBe(304);
    expect(fake.active()).toBe(0);
  });

  it('lets go of everything, by end() and by cancel()', async () => {
    const desk = await bench();
    await measured(desk, () => desk.page.run(100));
    expect(desk.page.waiting).toEqual({ listeners: 0, timers: 0, frames: 1 });
    const second = await bench();
    second.meter.begin();
    second.meter.cancel();
    expect(second.page.waiting).toEqual({ listeners: 0, timers: 0, frames: 1 });
  });
});

describe('the same stall on different screens', () => {
  it('loses frames by the rate, but freezes for the same time', async () => {
    const found = await Promise.all(
      [30, 60, 90, 120, 144].map(async (hz) => {
        const desk = await bench(hz);
        const { frames } = await measured(desk, () => {
          desk.page.block(600);
        });
        return { hz, dropped: frames?.dropped ?? 0, longestMs: frames?.longestMs ?? 0 };
      }),
    );
    for (const { hz, dropped, longestMs } of found) {
      expect(Math.abs(longestMs - 600)).toBeLessThan(2000 / hz);
      expect(Math.abs(dropped - 0.6 * hz)).toBeLessThan(3);
    }
  });
});
