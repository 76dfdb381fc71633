import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LoopDelaySampler } from '../../../src/measure/loop-delay.ts';
import { FakePage } from './fake-page.ts';

describe('LoopDelaySampler', () => {
  it('finds no delay in a calm loop', async () => {
    const page = new FakePage();
    const sampler = new LoopDelaySampler(page.timers);
    sampler.start();
    await page.run(1000);
    expect(sampler.stop()).toEqual({ p50Ms: 0, p99Ms: 0, maxMs: 0 });
    expect(page.waiting.timers).toBe(0);
  });

  it('answers for a task that arrives at any moment of a block, not for the pings that got through', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 100, max: 3000 }), async (blockMs) => {
        const page = new FakePage();
        const sampler = new LoopDelaySampler(page.timers);
        sampler.start();
        page.block(blockMs);
        await page.run(1);
        const found = sampler.stop();
        expect(found?.maxMs).toBeCloseTo(blockMs - 20, 6);
        expect(Math.abs((found?.p50Ms ?? NaN) - blockMs / 2)).toBeLessThanOrEqual(20);
      }),
      { numRuns: 30 },
    );
  });

  it('counts a ping that is still overdue when it stops', () => {
    const page = new FakePage();
    const sampler = new LoopDelaySampler(page.timers);
    sampler.start();
    page.block(500);
    expect(sampler.stop()?.maxMs).toBe(480);
    expect(page.waiting.timers).toBe(0);
  });

  it('shows short slices as short delays', async () => {
    const page = new FakePage();
    const sampler = new LoopDelaySampler(page.timers);
    sampler.start();
    for (let i = 0; i < 100; i++) {
      page.block(8);
      await page.run(0.1);
    }
    const found = sampler.stop();
    expect(found?.maxMs).toBeLessThanOrEqual(8);
    expect(found?.p50Ms).toBeLessThanOrEqual(found?.p99Ms ?? NaN);
  });

  it('knows nothing before its first ping, nor when it was not started, and starts afresh', async () => {
    const page = new FakePage();
    const sampler = new LoopDelaySampler(page.timers);
    expect(sampler.stop()).toBeNull();
    sampler.start();
    await page.run(5);
    expect(sampler.stop()).toBeNull();
    sampler.start();
    page.block(900);
    sampler.start();
    await page.run(100);
    expect(sampler.stop()?.maxMs).toBe(0);
  });
});
