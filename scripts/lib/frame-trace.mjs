/**
 * What the browser's own trace tells of the frames of one page: the truth that the page's meter is held against.
 * https://source.chromium.org/chromium/chromium/src/+/main:cc/metrics/compositor_frame_reporter.h
 */

/** @typedef {{ name: string, ph: string, pid: number, ts: number, cat?: string, id2?: { local?: string }, args?: Record<string, unknown> }} TraceEvent */

/**
 * @typedef {object} Frame
 * @property {number} atMs when its slot began, by `performance.now()` of the page
 * @property {boolean} dropped whether nothing of the page's own thread was shown in it
 * @property {number | null} [onScreenMs] when it was presented: one to three slots after it began
 */

/**
 * @typedef {object} Truth
 * @property {number} dropped
 * @property {number} longestMs
 * @property {number | null} [onScreenMs] the longest time during which the screen showed nothing new of the page
 */

export const TRACE_CATEGORIES = [
  'disabled-by-default-devtools.timeline.frame',
  'devtools.timeline.frame',
  'blink.user_timing',
];

/**
 * Where the page's own thread gave nothing in time: the frame was lost, or the compositor showed it with what moves
 * without that thread alone (an animation of a transform). A person whose page is blocked sees just that.
 */
const LOST = new Set(['STATE_DROPPED', 'STATE_PRESENTED_PARTIAL']);

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
 * whose other half, the page's, has a reporter of its own.
 *
 * @param {readonly TraceEvent[]} events
 * @param {number} markMs when the mark was set, by the page's clock
 * @returns {Frame[]}
 */
export function framesOf(events, markMs) {
  const mark = events.find((event) => event.name === CLOCK_MARK);
  if (mark === undefined) throw new Error('The trace does not hold the mark of the clocks.');
  const offset = mark.ts / 1000 - markMs;
  const ends = endsOf(events);
  return events
    .filter((event) => event.name === 'PipelineReporter' && event.ph === 'b' && event.pid === mark.pid)
    .filter((event) => !isSide(reporterOf(event)))
    .map((event) => {
      const end = ends.get(event);
      return {
        atMs: event.ts / 1000 - offset,
        dropped: LOST.has(reporterOf(event)?.state ?? ''),
        onScreenMs: end === undefined ? null : end / 1000 - offset,
      };
    })
    .sort((a, b) => a.atMs - b.atMs);
}

/**
 * When each reporter ended: the next end under its id, which is an address and is used again.
 *
 * @param {readonly TraceEvent[]} events
 */
function endsOf(events) {
  /** @type {Map<string, TraceEvent>} */
  const open = new Map();
  /** @type {Map<TraceEvent, number>} */
  const ends = new Map();
  const reporters = events.filter((event) => event.name === 'PipelineReporter' && event.id2 !== undefined);
  for (const event of reporters.sort((a, b) => a.ts - b.ts)) {
    const id = `${event.pid} ${event.id2?.local ?? ''}`;
    const begun = open.get(id);
    if (event.ph === 'b' && reporterOf(event) !== undefined) open.set(id, event);
    else if (event.ph === 'e' && begun !== undefined) {
      ends.set(begun, event.ts);
      open.delete(id);
    }
  }
  return ends;
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
  return { dropped, longestMs: Math.max(0, ...gaps), onScreenMs: onScreen(frames, { startMs, endMs }) };
}

/**
 * The longest time between two frames on the screen itself that overlaps the span.
 *
 * @param {readonly Frame[]} frames
 * @param {{ startMs: number, endMs: number }} span
 */
function onScreen(frames, { startMs, endMs }) {
  const moments = frames.flatMap(({ dropped, onScreenMs }) => (dropped ? [] : (onScreenMs ?? [])));
  moments.sort((a, b) => a - b);
  const gaps = moments.flatMap((moment, i) => {
    const before = moments[i - 1];
    return before === undefined || moment <= startMs || before >= endMs ? [] : moment - before;
  });
  return gaps.length === 0 ? null : Math.max(...gaps);
}
