/**
 * What the browser's own trace tells of the frames of one page: the truth that the page's meter is held against.
 * https://source.chromium.org/chromium/chromium/src/+/main:cc/metrics/compositor_frame_reporter.h
 */

/** @typedef {{ name: string, ph: string, pid: number, ts: number, cat?: string, args?: Record<string, unknown> }} TraceEvent */

/**
 * @typedef {object} Frame
 * @property {number} atMs when its slot began, by `performance.now()` of the page
 * @property {boolean} dropped whether nothing of the page's own thread was shown in it
 */

/**
 * @typedef {object} Truth
 * @property {number} dropped
 * @property {number} longestMs
 */

export const TRACE_CATEGORIES = [
  'disabled-by-default-devtools.timeline.frame',
  'devtools.timeline.frame',
  'blink.user_timing',
];

/** A mark of this name is on both clocks: the page's and the trace's. */
export const CLOCK_MARK = 'unblocked-clock';

/** @param {TraceEvent} event */
function reporterOf(event) {
  const args = event.args ?? {};
  const found = args['frame_reporter'] ?? args['chrome_frame_reporter'];
  return /** @type {{ state?: string, frame_type?: string } | undefined} */ (found);
}

/**
 * The frames of the page that set the mark, in order of time. A forked reporter is the compositor's half of a frame
 * that already has one.
 *
 * @param {readonly TraceEvent[]} events
 * @param {number} markMs when the mark was set, by the page's clock
 * @returns {Frame[]}
 */
export function framesOf(events, markMs) {
  const mark = events.find((event) => event.name === CLOCK_MARK);
  if (mark === undefined) throw new Error('The trace does not hold the mark of the clocks.');
  const offset = mark.ts / 1000 - markMs;
  return events
    .filter((event) => event.name === 'PipelineReporter' && event.ph === 'b' && event.pid === mark.pid)
    .filter((event) => !isSide(reporterOf(event)))
    .map((event) => ({
      atMs: event.ts / 1000 - offset,
      dropped: reporterOf(event)?.state === 'STATE_DROPPED',
    }))
    .sort((a, b) => a.atMs - b.atMs);
}

/** @param {{ state?: string, frame_type?: string } | undefined} reporter */
function isSide(reporter) {
  return (
    reporter === undefined || reporter.frame_type === 'FORKED' || reporter.state === 'STATE_NO_UPDATE_DESIRED'
  );
}

/**
 * Dropped frames and the longest gap of a span, counted as a person sees them: the gaps in which it begins and ends
 * count whole.
 *
 * @param {readonly Frame[]} frames
 * @param {{ startMs: number, endMs: number }} span
 * @returns {Truth}
 */
export function truthOf(frames, { startMs, endMs }) {
  const shown = frames.filter(({ dropped }) => !dropped).map(({ atMs }) => atMs);
  const before = shown.findLast((atMs) => atMs <= startMs) ?? startMs;
  const after = shown.find((atMs) => atMs > endMs) ?? endMs;
  const inside = shown.filter((atMs) => atMs >= before && atMs <= after);
  const gaps = inside.slice(1).map((atMs, i) => atMs - (inside[i] ?? atMs));
  const dropped = frames.filter((frame) => frame.dropped && frame.atMs > before && frame.atMs < after).length;
  return { dropped, longestMs: Math.max(0, ...gaps) };
}
