import type { ShownCode } from '../code/shown-code.ts';
import type { EndEvent, StartEvent, TraceEvent } from './trace.ts';

function startWords({ lane, label, mode, stale }: StartEvent): string {
  if (lane.group === 'screen' && mode === 'wait' && label === 'empty') return 'The screen is empty.';
  if (mode === 'show') {
    return stale
      ? `${lane.name} shows ${label}, which is older than what it replaces.`
      : `${lane.name} shows ${label}.`;
  }
  if (label === '') return `${lane.name} begins.`;
  return mode === 'run' ? `${lane.name} begins: ${label}.` : `${lane.name} starts to wait: ${label}.`;
}

function endWords({ lane, label, end, value, mode }: EndEvent): string {
  if (label === '') return `${lane.name} is done.`;
  if (end === 'finished' || mode === 'run') return `${lane.name} is done: ${label}.`;
  return `${lane.name} is ${end}${value === null ? '' : `: ${value}`}.`;
}

/** Functions that were called more than once: only there does it help to say which call a line belongs to. */
export function calledAgain(events: readonly TraceEvent[]): ReadonlySet<string> {
  return new Set(events.flatMap((event) => (event.type === 'line' && event.call > 1 ? [event.name] : [])));
}

/** An event as a sentence: for the line under the trace, and for the list. */
export function eventWords(event: TraceEvent, code: ShownCode | null, again: ReadonlySet<string>): string {
  if (event.type === 'start') return startWords(event);
  if (event.type === 'end') return endWords(event);
  if (event.type === 'point') return `${event.lane.name}: ${event.label}`;
  const text = code?.text.split('\n')[event.line - 1]?.trim() ?? '';
  const where = again.has(event.name) ? ` in call ${String(event.call)} of ${event.name}` : '';
  return `Line ${String(event.line)} runs${where}: ${text}`;
}

/** What one stops at, step by step: that something is replaced is told by what replaces it. */
export function stepsOf(events: readonly TraceEvent[]): TraceEvent[] {
  return events.filter((event) => event.type !== 'end' || event.end !== 'replaced');
}
