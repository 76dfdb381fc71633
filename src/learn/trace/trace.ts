/**
 * What really happened in a run: a list of events in the order in which they came. Bars, lines and words are drawn
 * from it and from nothing else.
 */

/** Where something happens; lanes stand in this order. */
export const LANE_GROUPS = [
  'input',
  'caller',
  'task',
  'microtask',
  'timer',
  'network',
  'worker',
  'screen',
  'console',
] as const;
export type LaneGroup = (typeof LANE_GROUPS)[number];

export interface Lane {
  /** Its name, as it is shown: "Request 1". One name, one lane. */
  readonly name: string;
  readonly group: LaneGroup;
}

/** `wait`: somebody else works on it. `run`: this thread is busy with it. `show`: it stands there to be seen. */
export type SpanMode = 'wait' | 'run' | 'show';

/** How it ended. `replaced` is for what was shown; `null` is still open. */
export type SpanEnd = 'fulfilled' | 'rejected' | 'aborted' | 'finished' | 'replaced';

interface Moment {
  /** Its place in the run: 0, 1, 2 … Many events share a millisecond. */
  readonly seq: number;
  /** Since the run began. */
  readonly ms: number;
}

export interface StartEvent extends Moment {
  readonly type: 'start';
  readonly span: number;
  readonly lane: Lane;
  readonly label: string;
  readonly mode: SpanMode;
  /** Shown, but older than what it replaced. */
  readonly stale: boolean;
}

export interface EndEvent extends Moment {
  readonly type: 'end';
  readonly span: number;
  readonly lane: Lane;
  readonly label: string;
  readonly mode: SpanMode;
  readonly end: SpanEnd;
  /** What it gave, or the error, in words. */
  readonly value: string | null;
}

export interface PointEvent extends Moment {
  readonly type: 'point';
  readonly lane: Lane;
  readonly label: string;
}

export interface LineEvent extends Moment {
  readonly type: 'line';
  readonly line: number;
  /** Which call of which function: the second `search`. */
  readonly call: number;
  readonly name: string;
}

export type TraceEvent = StartEvent | EndEvent | PointEvent | LineEvent;

export interface Trace {
  readonly events: readonly TraceEvent[];
  /** From the start of the run to the end of the last thing that was waited for. */
  readonly totalMs: number;
}

export const EMPTY_TRACE: Trace = { events: [], totalMs: 0 };

/** The same run with some lanes left out of the picture. */
export function withoutLanes(trace: Trace, groups: readonly LaneGroup[]): Trace {
  if (groups.length === 0) return trace;
  const events = trace.events.filter((event) => event.type === 'line' || !groups.includes(event.lane.group));
  return { ...trace, events };
}

/** A bar: from its start to its end, as far as it has come. */
export interface Span {
  readonly start: StartEvent;
  readonly end: EndEvent | null;
}

export function spansOf(events: readonly TraceEvent[]): Span[] {
  const ends = new Map<number, EndEvent>();
  for (const event of events) if (event.type === 'end') ends.set(event.span, event);
  return events
    .filter((event) => event.type === 'start')
    .map((start) => ({ start, end: ends.get(start.span) ?? null }));
}

/** The lanes that were used, by group and then by first use. */
export function lanesOf(events: readonly TraceEvent[]): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const event of events) {
    if (event.type !== 'line' && !lanes.has(event.lane.name)) lanes.set(event.lane.name, event.lane);
  }
  const rank = ({ group }: Lane) => LANE_GROUPS.indexOf(group);
  return [...lanes.values()].sort((a, b) => rank(a) - rank(b));
}
