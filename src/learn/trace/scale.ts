import type { Trace, TraceEvent } from './trace.ts';

/** Places on the axis as fractions of its width, 0 to 1. */
export interface Scale {
  readonly kind: 'time' | 'order';
  readonly endMs: number;
  at(event: Pick<TraceEvent, 'ms' | 'seq'>): number;
  ofMs(ms: number): number;
}

const NICE = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The next round time at or above: 901 → 1000. */
export function niceEnd(ms: number): number {
  const least = Math.max(ms, 1);
  const power = 10 ** Math.floor(Math.log10(least));
  return (NICE.find((step) => step * power >= least - 1e-9) ?? 10) * power;
}

/** The axis ends where marks and words at the end of the last bar still have room. */
const ROOM = 1.12;

export function timeScale(longestMs: number): Scale {
  const endMs = niceEnd(longestMs * ROOM);
  const ofMs = (ms: number) => Math.min(1, Math.max(0, ms / endMs));
  return { kind: 'time', endMs, at: ({ ms }) => ofMs(ms), ofMs };
}

const isDrawn = (event: TraceEvent): boolean =>
  event.type !== 'line' && !(event.type === 'end' && event.end === 'replaced');

/** One column an event; lines have none, nor has what ends where the next begins. For what happens within a millisecond. */
export function orderScale(trace: Trace): Scale {
  const drawn = trace.events.filter(isDrawn);
  const columns = drawn.length + 1;
  const before = (seq: number) => drawn.filter((event) => event.seq < seq).length;
  const at = ({ seq }: { readonly seq: number }) => before(seq) / columns;
  const ofMs = (ms: number) => drawn.filter((event) => event.ms <= ms).length / columns;
  return { kind: 'order', endMs: trace.totalMs, at, ofMs };
}

export interface AxisTick {
  readonly at: number;
  readonly label: string;
}

const ticks = new Intl.NumberFormat('en-GB');
const STEPS = [
  0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000, 20_000, 60_000,
];

/** Round times, at most `most` of them; the last one names the unit. */
export function ticksOf({ kind, endMs }: Scale, most: number): AxisTick[] {
  if (kind === 'order') return [];
  const step = STEPS.find((candidate) => endMs / candidate <= most - 1 + 1e-9) ?? endMs;
  const count = Math.floor(endMs / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, i) => ({
    at: (i * step) / endMs,
    label: `${ticks.format(i * step)}${i === count ? ' ms' : ''}`,
  }));
}
