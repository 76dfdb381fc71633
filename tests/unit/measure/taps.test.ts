import { describe, expect, it } from 'vitest';
import { TapMeter, type Tap, type TapEvent } from '../../../src/measure/taps.ts';

/** A clock and a paint that come when told. */
class Desk {
  now = 0;
  readonly heard: Tap[] = [];
  readonly #paints: (() => void)[] = [];
  readonly meter = new TapMeter({
    now: () => this.now,
    afterPaint: (callback) => this.#paints.push(callback),
    onTap: (tap) => this.heard.push(tap),
  });

  at(now: number, event: TapEvent): void {
    this.now = now;
    this.meter.record(event);
  }

  paint(now: number): void {
    this.now = now;
    for (const callback of this.#paints.splice(0)) callback();
  }
}

const down = (timeStamp: number): TapEvent => ({ type: 'pointerdown', timeStamp });
const click = (timeStamp: number): TapEvent => ({ type: 'click', timeStamp });
const key = (timeStamp: number, name: string, repeat = false): TapEvent => ({
  type: 'keydown',
  timeStamp,
  key: name,
  repeat,
});

describe('TapMeter', () => {
  it('measures from the tap to the handler and to the next paint', () => {
    const desk = new Desk();
    desk.at(1300, down(100));
    expect(desk.meter.taps).toEqual([{ atMs: 100, delayMs: 1200, paintMs: null }]);
    desk.paint(1316);
    expect(desk.meter.taps).toEqual([{ atMs: 100, delayMs: 1200, paintMs: 1216 }]);
    expect(desk.heard.map((tap) => tap.paintMs)).toEqual([null, 1216]);
  });

  it('counts a press and its click once, and a click of its own', () => {
    const desk = new Desk();
    desk.at(10, down(8));
    desk.at(90, click(88));
    desk.at(200, click(199));
    expect(desk.meter.taps.map((tap) => tap.atMs)).toEqual([8, 199]);
  });

  it('hears enter and space, not other keys nor a key held down', () => {
    const desk = new Desk();
    desk.at(10, key(9, 'Enter'));
    desk.at(11, click(10));
    desk.at(20, key(19, ' '));
    desk.at(30, key(29, ' ', true));
    desk.at(40, key(39, 'Tab'));
    expect(desk.meter.taps.map((tap) => tap.atMs)).toEqual([9, 19]);
  });

  it('never reports less than no delay, where the clock is coarse', () => {
    const desk = new Desk();
    desk.at(100, down(100.4));
    expect(desk.meter.taps[0]?.delayMs).toBe(0);
  });

  it('sums up the taps made during a run, also those heard after it', () => {
    const desk = new Desk();
    desk.at(60, down(50));
    desk.at(2000, down(500));
    desk.at(2001, down(1500));
    desk.paint(2016);
    desk.at(2100, down(2090));
    expect(desk.meter.summary(100, 1999)).toEqual({
      count: 2,
      maxDelayMs: 1500,
      medianDelayMs: (1500 + 501) / 2,
      maxPaintMs: 1516,
      maxEventTimingMs: null,
    });
    expect(desk.meter.summary(100, 1999, 1520)?.maxEventTimingMs).toBe(1520);
  });

  it('is null without taps, and a paint that never came is not 0', () => {
    const desk = new Desk();
    expect(desk.meter.summary(0, 1000)).toBeNull();
    desk.at(10, down(9));
    expect(desk.meter.summary(0, 1000)).toMatchObject({ count: 1, maxPaintMs: null });
    desk.meter.clear();
    desk.paint(20);
    expect(desk.meter.taps).toEqual([]);
  });
});
