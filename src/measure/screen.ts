import type { FrameClock } from './frame-clock.ts';
import { countTo, waitForFrames, type FrameSource } from './frame-wait.ts';
import { beatOf, estimateInterval, FRAMES_FOR_ESTIMATE, type Refresh } from './refresh.ts';

/** Recent enough to notice a change of rate (low power mode), long enough for a sure estimate. */
const RECENT = 128;
/** 64 frames take 2.1 s at 30 Hz. */
const LIMIT_MS = 5000;
/** So many idle frames tell whether a known beat still holds: the pause between two runs shows them also at 30 Hz. */
const FRAMES_FOR_LOOK = 15;
/** Farther apart two beats are not the same. */
const SAME = 0.05;

/** What each clock's screen was last seen to do. */
const lastSeen = new WeakMap<FrameClock, Refresh>();

/**
 * The screen's beat now, from idle frames alone (`FrameClock.rest`): a page that works shows every second frame, and
 * would be taken for a screen of half the rate. Waits for the frames that are missing: few where they confirm the
 * beat that was seen before, else as many as an estimate needs.
 * `null`: hidden, or no beat to be seen. Rejects with an AbortError when the signal fires.
 */
export async function measureRefresh(source: FrameSource, signal?: AbortSignal): Promise<Refresh | null> {
  const { clock } = source;
  clock.start();
  const known = lastSeen.get(clock);
  if (known !== undefined && (await stillHolds(source, known, signal))) return known;
  await seen(source, FRAMES_FOR_ESTIMATE, signal);
  const found = estimateInterval(idleTimes(clock));
  if (found !== null) lastSeen.set(clock, found);
  return found;
}

async function stillHolds(
  source: FrameSource,
  known: Refresh,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (known.varies) return false;
  await seen(source, FRAMES_FOR_LOOK, signal);
  const times = idleTimes(source.clock);
  const beat = times.length < FRAMES_FOR_LOOK ? null : beatOf(times);
  return beat !== null && Math.abs(beat / known.intervalMs - 1) <= SAME;
}

/** Waits until the clock has so many idle frames; shorter where none come. */
async function seen(source: FrameSource, frames: number, signal: AbortSignal | undefined): Promise<void> {
  const missing = frames - (source.clock.count - source.clock.idleFrom);
  if (missing <= 0) return;
  await waitForFrames(source, { enough: countTo(missing), limitMs: LIMIT_MS, signal });
}

function idleTimes(clock: FrameClock): Float64Array {
  return clock.copy(Math.max(clock.idleFrom, clock.count - RECENT), clock.count);
}
