import { describe, expect, test } from 'vitest';
import { CLOCK_MARK, framesOf, truthOf, type TraceEvent } from '../../../scripts/lib/frame-trace.mjs';

const PAGE = 7;
const INTERVAL = 1000 / 60;

const mark: TraceEvent = { name: CLOCK_MARK, ph: 'I', pid: PAGE, ts: 5_000_000, cat: 'blink.user_timing' };

/** A frame's beginning; the mark lies at 100 ms by the page's clock. */
function reporter(atMs: number, state = 'STATE_PRESENTED_ALL', more: Partial<TraceEvent> = {}): TraceEvent {
  return {
    name: 'PipelineReporter',
    ph: 'b',
    pid: PAGE,
    ts: 5_000_000 + (atMs - 100) * 1000,
    args: { frame_reporter: { state, frame_type: 'BEGIN_MAIN' } },
    ...more,
  };
}

describe('frames in the browser’s trace', () => {
  test('are the page’s own, by the page’s clock', () => {
    const events = [
      reporter(120, 'STATE_DROPPED'),
      mark,
      reporter(103),
      reporter(104, 'STATE_DROPPED', { pid: 8 }),
      reporter(105, 'STATE_DROPPED', { ph: 'e' }),
      reporter(106, 'STATE_DROPPED', {
        args: { frame_reporter: { state: 'STATE_DROPPED', frame_type: 'FORKED' } },
      }),
      reporter(107, 'STATE_NO_UPDATE_DESIRED'),
    ];
    const frames = framesOf(events, 100);
    expect(frames.map(({ dropped }) => dropped)).toEqual([false, true]);
    expect(frames.map(({ atMs }) => Math.round(atMs))).toEqual([103, 120]);
  });

  test('are lost where the compositor alone showed something', () => {
    const half = { frame_reporter: { state: 'STATE_PRESENTED_PARTIAL', frame_type: 'FORKED' } };
    const events = [
      mark,
      reporter(101),
      reporter(101, 'STATE_PRESENTED_PARTIAL', { args: half }),
      reporter(118, 'STATE_PRESENTED_PARTIAL'),
    ];
    expect(framesOf(events, 100).map(({ dropped }) => dropped)).toEqual([false, true]);
  });

  test('can’t be told without the mark', () => {
    expect(() => framesOf([reporter(1)], 0)).toThrow('mark');
  });

  test('a freeze counts whole, though the run began and ended within it', () => {
    const frames = Array.from({ length: 40 }, (_, i) => ({
      atMs: i * INTERVAL,
      dropped: i > 10 && i < 20,
    }));
    const truth = truthOf(frames, { startMs: 10.5 * INTERVAL, endMs: 19.5 * INTERVAL });
    expect(truth.dropped).toBe(9);
    expect(truth.longestMs).toBeCloseTo(10 * INTERVAL, 6);
    expect(truthOf(frames, { startMs: 25 * INTERVAL, endMs: 30 * INTERVAL }).dropped).toBe(0);
  });

  test('what was on the screen is told by when frames were presented, late ones late', () => {
    const at = (begin: number, end: number, local: string): TraceEvent[] => [
      reporter(begin, 'STATE_PRESENTED_ALL', { id2: { local } }),
      reporter(end, '', { ph: 'e', id2: { local }, args: {} }),
    ];
    // The frame that began at 133 waited for the page's thread. Its address is used again.
    const events = [mark, ...at(116, 133, '0x1'), ...at(133, 450, '0x1'), ...at(433, 467, '0x2')];
    const frames = framesOf(events, 100);
    expect(frames.map(({ onScreenMs }) => Math.round(onScreenMs ?? 0))).toEqual([133, 450, 467]);
    const truth = truthOf(frames, { startMs: 135, endMs: 430 });
    expect(truth.longestMs).toBeCloseTo(300, 6);
    expect(truth.onScreenMs).toBeCloseTo(317, 6);
    expect(truthOf([{ atMs: 1, dropped: false }], { startMs: 0, endMs: 2 }).onScreenMs).toBeNull();
  });
});
