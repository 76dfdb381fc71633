import { formatMsFigure } from '../../ui/format.ts';
import { pointWords, spanWords } from './bar-words.ts';
import type { Scale } from './scale.ts';
import { lanesOf, spansOf, type Lane, type PointEvent, type Span, type Trace } from './trace.ts';

export type BarLook = 'wait' | 'run' | 'show' | 'empty' | 'stale' | 'aborted';
export type EndSign = 'tick' | 'cross' | 'slashes';

/** A bar as it is drawn; places are fractions of the axis. */
export interface Bar {
  readonly id: number;
  readonly left: number;
  readonly width: number;
  readonly look: BarLook;
  /** It has no end yet. */
  readonly open: boolean;
  /** Inside: what it shows or does. */
  readonly label: string;
  readonly sign: EndSign | null;
  /** Beside its end: "402", "rejected, 300". */
  readonly note: string;
  readonly noteSide: 'after' | 'inside' | 'before';
  /** All of it in words, for whoever presses on it. */
  readonly says: string;
}

export interface Tick {
  readonly id: number;
  readonly left: number;
  /** How wide its words may be: up to the next tick. */
  readonly room: number;
  readonly label: string;
  readonly says: string;
}

export interface LaneRow {
  readonly lane: Lane;
  readonly bars: readonly Bar[];
  readonly ticks: readonly Tick[];
}

const SIGNS: Readonly<Record<string, EndSign>> = { fulfilled: 'tick', rejected: 'cross', aborted: 'slashes' };

function lookOf({ start, end }: Span): BarLook {
  if (start.stale) return 'stale';
  if (end?.end === 'aborted') return 'aborted';
  if (start.mode === 'wait') return start.lane.group === 'screen' ? 'empty' : 'wait';
  return start.mode;
}

function noteOf({ start, end }: Span): string {
  if (end === null || start.mode !== 'wait' || end.end === 'replaced') return '';
  const ms = formatMsFigure(Math.round(end.ms));
  return end.end === 'fulfilled' || end.end === 'finished' ? ms : `${end.end}, ${ms}`;
}

/** What a note takes of the axis on a phone, with the sign before it. */
const roomFor = (note: string): number => 0.1 + note.length * 0.028;

function noteSide(left: number, right: number, note: string): Bar['noteSide'] {
  const needs = roomFor(note);
  if (1 - right >= needs) return 'after';
  return right - left >= needs ? 'inside' : 'before';
}

function barOf(span: Span, scale: Scale, nowMs: number): Bar {
  const { start, end } = span;
  const left = scale.at(start);
  const open = end === null;
  // What is shown stays; what is waited for has come as far as the clock.
  const right = open ? (start.mode === 'show' && nowMs === Infinity ? 1 : scale.ofMs(nowMs)) : scale.at(end);
  const note = noteOf(span);
  const words = start.lane.group === 'screen' || start.mode === 'run' ? start.label : '';
  return {
    id: start.span,
    left,
    width: Math.max(0, right - left),
    look: lookOf(span),
    open,
    label: words,
    sign: end === null ? null : (SIGNS[end.end] ?? null),
    note,
    noteSide: noteSide(left, right, note),
    says: spanWords(span),
  };
}

/** A note that would lie over the next bar of its lane is left to the list. */
function withRoom(bars: readonly Bar[]): Bar[] {
  return bars.map((bar, at) => {
    const next = bars[at + 1];
    const over = next !== undefined && bar.left + bar.width + roomFor(bar.note) > next.left;
    return over && bar.noteSide === 'after' ? { ...bar, note: '' } : bar;
  });
}

function ticksOf(points: readonly PointEvent[], scale: Scale): Tick[] {
  return points.map((point, at) => {
    const left = scale.at(point);
    const next = points[at + 1];
    return {
      id: point.seq,
      left,
      room: (next === undefined ? 1 : scale.at(next)) - left,
      label: point.label,
      says: pointWords(point),
    };
  });
}

/** The rows of a trace; while it runs, open bars reach to `nowMs`, afterwards (`Infinity`) to the end. */
export function layOutLanes(trace: Trace, scale: Scale, nowMs: number): LaneRow[] {
  const spans = spansOf(trace.events);
  const points = trace.events.filter((event) => event.type === 'point');
  return lanesOf(trace.events).map((lane) => ({
    lane,
    bars: withRoom(
      spans.filter(({ start }) => start.lane.name === lane.name).map((span) => barOf(span, scale, nowMs)),
    ),
    ticks: ticksOf(
      points.filter((point) => point.lane.name === lane.name),
      scale,
    ),
  }));
}
