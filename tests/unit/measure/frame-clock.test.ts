import { describe, expect, it } from 'vitest';
import { FrameClock } from '../../../src/measure/frame-clock.ts';
import { FakePage } from './fake-page.ts';

function clockOf(page: FakePage, capacity?: number): FrameClock {
  const clock = new FrameClock(page, capacity);
  clock.start();
  return clock;
}

describe('FrameClock', () => {
  it('writes down the timestamp argument of every frame', async () => {
    const page = new FakePage(10);
    const clock = clockOf(page);
    expect(clock.last).toBeNull();
    await page.run(50);
    expect(clock.count).toBe(5);
    expect([...clock.copy(0, clock.count)]).toEqual([10, 20, 30, 40, 50]);
    expect([...clock.copy(3, 99)]).toEqual([40, 50]);
    expect(clock.last).toBe(50);
  });

  it('keeps only the newest frames when its ring goes round', async () => {
    const page = new FakePage(10);
    const clock = clockOf(page, 8);
    await page.run(200);
    expect(clock.count).toBe(20);
    expect([...clock.copy(0, clock.count)]).toEqual([130, 140, 150, 160, 170, 180, 190, 200]);
    expect([...clock.copy(15, 17)]).toEqual([160, 170]);
    expect([...clock.copy(2, 5)]).toEqual([]);
  });

  it('runs one loop however often it is started, and none when stopped', async () => {
    const page = new FakePage(10);
    const clock = clockOf(page);
    clock.start();
    clock.start();
    expect(page.waiting.frames).toBe(1);
    await page.run(30);
    expect(clock.count).toBe(3);
    clock.stop();
    expect(page.waiting.frames).toBe(0);
    clock.start();
    await page.run(10);
    expect(clock.count).toBe(4);
  });

  it('tells its listeners until they stop, each on its own', async () => {
    const page = new FakePage(10);
    const clock = clockOf(page);
    const heard: string[] = [];
    const listener = (timestamp: number): void => {
      heard.push(String(timestamp));
    };
    const stopOne = clock.onFrame(listener);
    clock.onFrame(listener);
    await page.run(10);
    stopOne();
    stopOne();
    await page.run(10);
    expect(heard).toEqual(['10', '10', '20']);
  });

  it('goes on after a listener throws', async () => {
    const page = new FakePage(10);
    const clock = clockOf(page);
    const stop = clock.onFrame(() => {
      throw new Error('a listener broke');
    });
    await expect(page.run(10)).rejects.toThrow('a listener broke');
    stop();
    await page.run(20);
    expect(clock.count).toBe(3);
  });

  it('resolves after n frames with the timestamp of the last', async () => {
    const page = new FakePage(10);
    const clock = clockOf(page);
    const next = clock.nextFrame();
    const third = clock.frames(3);
    await page.run(40);
    expect(await next).toBe(10);
    expect(await third).toBe(30);
  });

  it('rejects a wait with an AbortError, before or during it', async () => {
    const page = new FakePage(10);
    const clock = clockOf(page);
    const controller = new AbortController();
    const waiting = clock.frames(2, controller.signal);
    await page.run(10);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await expect(clock.nextFrame(controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
