import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameClock } from '../../../src/measure/frame-clock.ts';
import { estimateInterval, FRAMES_FOR_ESTIMATE } from '../../../src/measure/refresh.ts';
import { measureRefresh } from '../../../src/measure/screen.ts';
import { calmFrames, FakePage } from './fake-page.ts';

const RATES = [30, 60, 72, 75, 90, 120, 144, 165];

/** Adds the deltas up. */
function fromDeltas(deltas: readonly number[]): number[] {
  let time = 0;
  return [0, ...deltas.map((delta) => (time += delta))];
}

describe('estimateInterval', () => {
  it.each(RATES)('knows a calm screen of %d Hz', (hz) => {
    const found = estimateInterval(calmFrames(FRAMES_FOR_ESTIMATE, 1000 / hz, 4000));
    expect(found?.hz).toBe(hz);
    expect(found?.intervalMs).toBeCloseTo(1000 / hz, 9);
  });

  it.each(RATES)('knows %d Hz by a clock of whole milliseconds', (hz) => {
    const times = calmFrames(128, 1000 / hz, 333).map((time) => Math.floor(time));
    expect(estimateInterval(times)?.hz).toBe(hz);
  });

  it.each([30, 60, 90, 120])('knows %d Hz through jitter, stalls and odd first frames', (hz) => {
    const interval = 1000 / hz;
    const jitter = fc.array(fc.double({ min: -0.06, max: 0.06, noNaN: true }), {
      minLength: 120,
      maxLength: 120,
    });
    const stalls = fc.array(fc.tuple(fc.nat(119), fc.integer({ min: 2, max: 40 })), { maxLength: 10 });
    fc.assert(
      fc.property(jitter, stalls, (shifts, long) => {
        const deltas = shifts.map((shift) => interval * (1 + shift));
        for (const [at, slots] of long) deltas[at] = interval * slots;
        deltas.splice(0, 3, 1, 150, 3);
        expect(estimateInterval(fromDeltas(deltas))?.hz).toBe(hz);
      }),
    );
  });

  it('sees the beat of a busy page that gets every second frame most of the time', () => {
    const deltas = Array.from({ length: 100 }, (_, i) => (i % 3 === 0 ? 1000 / 120 : 2000 / 120));
    expect(estimateInterval(fromDeltas(deltas))?.hz).toBe(120);
  });

  it('takes a rate for a known one only within 5 %', () => {
    expect(estimateInterval(calmFrames(80, 1000 / 58))?.hz).toBe(60);
    expect(estimateInterval(calmFrames(80, 1000 / 50))?.hz).toBeCloseTo(50, 6);
    expect(estimateInterval(calmFrames(80, 1000 / 240))?.hz).toBeCloseTo(240, 6);
  });

  it('tells a screen that follows what it is given from a steady one', () => {
    // Evenly from 48 to 120 Hz, by the golden ratio: no two starts give the same row.
    for (let start = 0; start < 1; start += 0.01) {
      const deltas = Array.from({ length: 120 }, (_, i) => 1000 / 120 + ((start + i * 0.618034) % 1) * 12.5);
      const found = estimateInterval(fromDeltas(deltas));
      expect(found?.varies).toBe(true);
      expect(found?.hz).toBeGreaterThanOrEqual(48);
      expect(found?.hz).toBeLessThanOrEqual(120);
    }
    for (const hz of RATES) {
      expect(estimateInterval(calmFrames(FRAMES_FOR_ESTIMATE, 1000 / hz))?.varies).toBe(false);
    }
  });

  it('says nothing of too few frames, nor of a clock that hides the beat', () => {
    expect(estimateInterval([])).toBeNull();
    expect(estimateInterval(calmFrames(FRAMES_FOR_ESTIMATE - 1, 1000 / 60))).toBeNull();
    const coarse = calmFrames(200, 1000 / 60).map((time) => Math.floor(time / 100) * 100);
    expect(estimateInterval(coarse)).toBeNull();
    expect(estimateInterval(calmFrames(80, 1000))).toBeNull();
  });
});

describe('measureRefresh', () => {
  it('waits for the first frames, later answers at once', async () => {
    const page = new FakePage(1000 / 90);
    const source = { clock: new FrameClock(page), page, timers: page.timers };
    const first = measureRefresh(source);
    await page.run(1000);
    expect(await first).toMatchObject({ hz: 90 });
    const before = page.now;
    expect(await measureRefresh(source)).toMatchObject({ hz: 90 });
    expect(page.now).toBe(before);
    expect(page.waiting).toEqual({ listeners: 0, timers: 0, frames: 1 });
  });

  it('is not misled by a run that showed every second frame of a slow screen', async () => {
    for (const hz of [30, 60]) {
      const page = new FakePage(1000 / hz);
      const source = { clock: new FrameClock(page), page, timers: page.timers };
      const first = measureRefresh(source);
      await page.run(4000);
      expect(await first).toMatchObject({ hz });
      page.beat(hz / 2);
      await page.run(6000);
      page.beat(hz);
      source.clock.rest();
      const again = measureRefresh(source);
      const from = page.now;
      await page.run(500);
      expect(await again, 'the pause is enough').toMatchObject({ hz });
      expect(page.now - from).toBe(500);
    }
  });

  it('looks again where a few idle frames contradict what it knew', async () => {
    const page = new FakePage(1000 / 120);
    const source = { clock: new FrameClock(page), page, timers: page.timers };
    const first = measureRefresh(source);
    await page.run(1000);
    expect(await first).toMatchObject({ hz: 120 });
    page.beat(60);
    source.clock.rest();
    const second = measureRefresh(source);
    await page.run(3000);
    expect(await second).toMatchObject({ hz: 60, varies: false });
  });

  it('is null in a hidden page and does not hang', async () => {
    const page = new FakePage();
    page.hide(true);
    expect(await measureRefresh({ clock: new FrameClock(page), page, timers: page.timers })).toBeNull();
  });

  it('rejects with an AbortError and lets go', async () => {
    const page = new FakePage();
    const controller = new AbortController();
    const waiting = measureRefresh(
      { clock: new FrameClock(page), page, timers: page.timers },
      controller.signal,
    );
    await page.run(100);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    expect(page.waiting).toEqual({ listeners: 0, timers: 0, frames: 1 });
  });
});
