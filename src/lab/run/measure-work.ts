import { pageTimers } from '../../measure/host.ts';
import { RunMeter, type RunMeasures } from '../../measure/meter.ts';
import { measureRefresh } from '../../measure/screen.ts';
import type { Services } from './services.ts';

export interface MeasuredWork extends Pick<RunMeasures, 'frames' | 'valid' | 'invalidReason'> {
  /** The measured span by `performance.now()`. */
  readonly startMs: number;
  readonly endMs: number;
}

/** What some work did to the page, by the meter that runs use: for checks of the meter itself. */
export async function measureWork(
  { clock, taps }: Pick<Services, 'clock' | 'taps'>,
  work: () => unknown,
): Promise<MeasuredWork> {
  const refresh = await measureRefresh({ clock, page: document, timers: pageTimers });
  const meter = new RunMeter({ clock, taps, intervalMs: refresh?.intervalMs ?? null });
  meter.begin();
  await clock.frames(2);
  const startMs = performance.now();
  await work();
  const endMs = performance.now();
  clock.rest();
  const { frames, valid, invalidReason } = await meter.end(startMs, endMs);
  return { startMs, endMs, frames, valid, invalidReason };
}
