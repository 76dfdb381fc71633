import type { Trace } from '../trace/trace.ts';

/** A line of what came out, where it came out, and when. */
export interface OutputLine {
  readonly ms: number;
  readonly text: string;
  readonly where: 'console' | 'screen' | 'lost' | 'thrown';
}

/** Where nobody handled a rejection; see stage/run-variant.ts. */
const NOBODY = 'Nobody hears';

/** What a person would have seen of a run: console, screen, errors. */
export function outputOf({ events }: Trace): OutputLine[] {
  return events.flatMap((event): OutputLine[] => {
    if (event.type === 'start') {
      const shown = event.lane.group === 'screen' && event.mode === 'show';
      return shown ? [{ ms: event.ms, text: event.label, where: 'screen' }] : [];
    }
    if (event.type !== 'point') return [];
    const { ms, label: text, lane } = event;
    if (lane.name === NOBODY) return [{ ms, text, where: 'lost' }];
    if (lane.group === 'console') return [{ ms, text, where: 'console' }];
    return lane.group === 'caller' ? [{ ms, text, where: 'thrown' }] : [];
  });
}
