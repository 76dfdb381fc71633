import { FrameClock } from '../../../src/measure/frame-clock.ts';
import { RunMeter, type RunMeasures, type RunMeterOptions } from '../../../src/measure/meter.ts';
import { FakePage } from './fake-page.ts';

export interface Bench {
  readonly page: FakePage;
  readonly clock: FrameClock;
  readonly meter: RunMeter;
}

/** A page that has been calm for a while, and a meter. */
export async function bench(
  hz = 60,
  options: Partial<RunMeterOptions> = {},
  capacity?: number,
): Promise<Bench> {
  const page = new FakePage(1000 / hz);
  const clock = new FrameClock(page, capacity);
  clock.start();
  await page.run(503);
  const meter = new RunMeter({
    ...{ clock, page, timers: page.timers, intervalMs: 1000 / hz, observerClass: undefined },
    ...options,
  });
  return { page, clock, meter };
}

/** Runs `job` between the meters' begin and end, and lets the page live on. */
export async function measured(
  { page, meter }: Bench,
  job: () => void | Promise<void>,
): Promise<RunMeasures> {
  meter.begin();
  const start = page.now;
  await job();
  const result = meter.end(start, page.now);
  await page.run(6000);
  return await result;
}
