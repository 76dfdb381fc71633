import { formatMs } from '../../ui/format.ts';
import type { LaneRow } from './lanes-layout.ts';
import type { PointEvent, Span } from './trace.ts';

/** How far beside a bar a finger may land, of the axis. */
const FINGER = 0.04;

const time = (ms: number): string => formatMs(Math.round(ms * 10) / 10);

/** A bar in words, whole: when, how it ended, and with what. */
export function spanWords({ start, end }: Span): string {
  const { label, lane } = start;
  const name = label === '' || label === lane.name ? lane.name : `${lane.name}, ${label}`;
  if (end === null) return `${name}: from ${time(start.ms)} on.`;
  const settled = end.end === 'finished' || end.end === 'replaced' ? '' : `, ${end.end}`;
  const value = end.value === null ? '' : `: ${end.value}`;
  return `${name}: from ${time(start.ms)} to ${time(end.ms)}${settled}${value}`;
}

export function pointWords({ lane, label, ms }: PointEvent): string {
  return `${lane.name} at ${time(ms)}: ${label}`;
}

/** What stands at this place of a lane, or nearest to it within a finger's width; `null`: nothing. */
export function wordsAt({ bars, ticks }: LaneRow, at: number): string | null {
  const near = [
    ...bars.map(({ left, width, says }) => ({ off: Math.max(left - at, at - left - width, 0), says })),
    ...ticks.map(({ left, says }) => ({ off: Math.abs(at - left), says })),
  ]
    .filter(({ off }) => off <= FINGER)
    .sort((a, b) => a.off - b.off);
  return near[0]?.says ?? null;
}
