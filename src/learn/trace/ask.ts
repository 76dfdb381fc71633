import type { Outcome } from '../model/lesson.ts';
import { spansOf, type LaneGroup, type Span, type Trace } from './trace.ts';

/** Questions that lessons ask of a trace, so that their words say what happened. */

function shown(trace: Trace): Span[] {
  return spansOf(trace.events).filter(({ start }) => start.lane.group === 'screen' && start.mode === 'show');
}

/** What stands on the screen at the end; `null`: nothing. */
export function lastShown(trace: Trace): string | null {
  return shown(trace).at(-1)?.start.label ?? null;
}

/** When something was first shown, in ms. */
export function shownAt(trace: Trace, label: string): number | null {
  return shown(trace).find(({ start }) => start.label === label)?.start.ms ?? null;
}

/** When the screen stopped being empty, in ms. */
export function firstShownAt(trace: Trace): number | null {
  return shown(trace)[0]?.start.ms ?? null;
}

/** The bars of one lane, in order. */
export function inLane(trace: Trace, name: string): Span[] {
  return spansOf(trace.events).filter(({ start }) => start.lane.name === name);
}

/** The bars of a group of lanes, in order. */
export function inGroup(trace: Trace, group: LaneGroup): Span[] {
  return spansOf(trace.events).filter(({ start }) => start.lane.group === group);
}

/** How many of a group's bars were open at one time, at most. */
export function mostAtOnce(trace: Trace, group: string): number {
  let open = 0;
  let most = 0;
  for (const event of trace.events) {
    if (event.type !== 'start' && event.type !== 'end') continue;
    if (event.lane.group !== group) continue;
    open += event.type === 'start' ? 1 : -1;
    most = Math.max(most, open);
  }
  return most;
}

/** What was written to the console, in order. */
export function logged({ order }: Pick<Outcome, 'order'>): string[] {
  return order.filter((what) => what.startsWith('log ')).map((what) => what.slice('log '.length));
}
