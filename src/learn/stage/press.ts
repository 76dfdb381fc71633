import type { Lane } from '../trace/trace.ts';
import type { StageWorld } from './world.ts';

const INPUT: Lane = { name: 'You press', group: 'input' };

/** Somebody presses a key of the page: the handler is called. */
export type Press = (label: string, handler: () => unknown) => void;

export function makePress(stage: StageWorld): Press {
  return (label, handler) => {
    stage.note(`press ${label}`);
    stage.tracer.point(INPUT, label);
    handler();
  };
}
