import { countTo, waitForFrames, type FrameSource } from './frame-wait.ts';
import { estimateInterval, FRAMES_FOR_ESTIMATE, type Refresh } from './refresh.ts';

/** Recent enough to notice a change of rate (low power mode), long enough to outweigh the last run's gaps. */
const RECENT = 128;
/** 64 frames take 2.1 s at 30 Hz. */
const LIMIT_MS = 5000;

/**
 * The screen's beat now, from the clock's latest frames; waits for the first ones after a start.
 * `null`: hidden, or no beat to be seen. Rejects with an AbortError when the signal fires.
 */
export async function measureRefresh(source: FrameSource, signal?: AbortSignal): Promise<Refresh | null> {
  const { clock } = source;
  clock.start();
  const missing = FRAMES_FOR_ESTIMATE - clock.count;
  if (missing > 0) {
    await waitForFrames(source, { enough: countTo(missing), limitMs: LIMIT_MS, signal });
  }
  return estimateInterval(clock.copy(clock.count - RECENT, clock.count));
}
