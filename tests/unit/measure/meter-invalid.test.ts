import { describe, expect, it } from 'vitest';
import { bench, measured } from './bench.ts';

describe('a run that does not count', () => {
  it.each([
    [60, 30],
    [120, 60],
    [120, 80],
    [60, 120],
  ])('is one during which %d Hz became %d', async (before, after) => {
    const desk = await bench(before);
    const found = await measured(desk, async () => {
      await desk.page.run(300);
      desk.page.beat(after);
      await desk.page.run(300);
    });
    expect(found.valid).toBe(false);
    expect(found.invalidReason).toContain(`from ${String(before)} to ${String(after)} Hz`);
  });

  it('is not one after which a few frames came late', async () => {
    const desk = await bench(60);
    desk.meter.begin();
    const start = desk.page.now;
    desk.page.block(300);
    const result = desk.meter.end(start, desk.page.now);
    for (let i = 0; i < 4; i += 1) {
      await desk.page.run(20);
      desk.page.block(40);
    }
    await desk.page.run(6000);
    expect(await result).toMatchObject({ valid: true, invalidReason: null });
  });

  it.each([
    [100, /in steps of 100 ms: too coarse/],
    [null, /hardly moves: too coarse/],
  ])('is one by a clock of %s ms', async (clockStepMs, reason) => {
    const desk = await bench(60, { clockStepMs });
    const found = await measured(desk, () => desk.page.run(300));
    expect(found.invalidReason).toMatch(reason);
  });

  it.each([1, 0.1, 0.005])('is not one by a clock of %d ms', async (clockStepMs) => {
    const desk = await bench(60, { clockStepMs });
    expect((await measured(desk, () => desk.page.run(300))).valid).toBe(true);
  });

  it('is one whose frames were held back while its thread was free; a block of that length is a freeze', async () => {
    const desk = await bench(60);
    const found = await measured(desk, async () => {
      desk.clock.stop();
      await desk.page.run(1500);
      desk.clock.start();
      await desk.page.run(100);
    });
    expect(found.invalidReason).toMatch(/drew nothing for 1\.5 s though the page’s thread was free/);
    const blocked = await bench(60);
    const froze = await measured(blocked, () => {
      blocked.page.block(1500);
    });
    expect(froze.invalidReason).toBeNull();
  });

  it('is one that the browser froze', async () => {
    const desk = await bench(60);
    const found = await measured(desk, () => {
      desk.page.freeze(2000);
    });
    expect(found.invalidReason).toContain('froze the page');
  });
});
