import type { Segment, StepView } from '../contract.ts';
import type { StripBlock, StripLayout } from '../model/strip-layout.ts';
import { jobTitle, lineOf } from './job-words.ts';

const NAMES: Readonly<Record<Segment['kind'], string>> = {
  script: 'Script',
  task: 'Task',
  microtasks: 'Microtasks',
  frame: 'Frame',
  idle: 'Waiting',
  end: 'End',
};

/** Beneath a piece of the slider: "Task: timer callback, line 3". */
export function segmentWords(segment: Segment): string {
  if (segment.kind !== 'task' || segment.job === null) return NAMES[segment.kind];
  const line = lineOf(segment.job.queuedBy);
  return `Task: ${jobTitle(segment.job)}${line === null ? '' : `, ${line}`}`;
}

/** Narrower than this, a label would be three letters and dots. */
const LEAST_PX = 44;

export interface StripLabel extends StripBlock {
  readonly width: number;
}

/** The labels that have room: a narrow piece leaves its own to the next one's left. */
export function stripLabels({ blocks }: StripLayout): StripLabel[] {
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    const width = next === undefined ? block.width : next.x - block.x - 6;
    return width < LEAST_PX ? [] : [{ ...block, width }];
  });
}

/** The slider's value, spoken. */
export function positionText(view: StepView | null, length: number, segment: Segment | null): string {
  if (view === null) return 'Nothing has run';
  const parts = [
    `Step ${String(view.index + 1)} of ${String(length)}`,
    segment === null ? null : segmentWords(segment),
    lineOf(view.place),
  ];
  return parts.filter((part) => part !== null).join(', ');
}
