import { describe, expect, it } from 'vitest';
import { EventTimingWatch } from '../../../src/measure/event-timing.ts';
import { LongFrameWatch } from '../../../src/measure/long-frames.ts';
import { fakeObserver } from './fake-observer.ts';

describe('LongFrameWatch', () => {
  it('counts the long frames that overlap the run, also those still held back', () => {
    const fake = fakeObserver(['long-animation-frame']);
    const watch = new LongFrameWatch(fake.observerClass);
    watch.start();
    fake.deliver([
      { startTime: 0, duration: 60, blockingDuration: 10 },
      { startTime: 90, duration: 80, blockingDuration: 30 },
    ]);
    fake.hold([{ startTime: 190, duration: 500, blockingDuration: 450 }]);
    expect(watch.stop(100, 200)).toEqual({ count: 2, maxMs: 500, blockingMs: 480 });
    expect(fake.active()).toBe(0);
  });

  it('is zero where supported and calm, null where not supported', () => {
    const watch = new LongFrameWatch(fakeObserver(['long-animation-frame']).observerClass);
    watch.start();
    expect(watch.stop(0, 100)).toEqual({ count: 0, maxMs: 0, blockingMs: 0 });
    const other = new LongFrameWatch(fakeObserver(['event']).observerClass);
    other.start();
    expect(other.stop(0, 100)).toBeNull();
    const none = new LongFrameWatch(undefined);
    none.start();
    expect(none.stop(0, 100)).toBeNull();
  });

  it('forgets a run before when it starts again', () => {
    const fake = fakeObserver(['long-animation-frame']);
    const watch = new LongFrameWatch(fake.observerClass);
    watch.start();
    fake.deliver([{ startTime: 10, duration: 60 }]);
    watch.start();
    expect(fake.active()).toBe(1);
    expect(watch.stop(0, 100)?.count).toBe(0);
  });
});

describe('EventTimingWatch', () => {
  it('takes the longest of the interactions that began with a tap', () => {
    const fake = fakeObserver(['event']);
    const watch = new EventTimingWatch(fake.observerClass);
    watch.start();
    expect(fake.observed).toEqual([{ type: 'event', durationThreshold: 16 }]);
    fake.deliver([
      { startTime: 150, duration: 64, interactionId: 7 },
      { startTime: 150, duration: 900, interactionId: 0 },
      { startTime: 180, duration: 901 },
      // On another part of the page: Cancel, or the options.
      { startTime: 165, duration: 902, interactionId: 9 },
    ]);
    // By a clock of 1 ms steps the entry and its event may be rounded apart.
    fake.hold([{ startTime: 181, duration: 120, interactionId: 8 }]);
    expect(watch.stop([150.4, 180])).toBe(120);
  });

  it('is null without interactions, and where not supported', () => {
    const watch = new EventTimingWatch(fakeObserver(['event']).observerClass);
    watch.start();
    expect(watch.stop([50])).toBeNull();
    const other = new EventTimingWatch(fakeObserver([]).observerClass);
    other.start();
    expect(other.stop([50])).toBeNull();
  });
});
