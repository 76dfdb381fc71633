import type { UserInput } from '../../../src/loop/contract.ts';
import { Recorded } from '../../../src/loop/recorded.ts';
import { LIMITS, Machine } from '../../../workers/loop/machine.ts';
import { buffersOf } from '../../../workers/loop/tables.ts';
import type { Limits } from '../../../workers/loop/recorder.ts';

class RecordedHere extends Recorded {
  batches = 0;
}

/** Records a run on this thread: for tests in Node. `clock` is the real time that the machine looks at. */
export function recordHere(
  code: string,
  inputs: readonly UserInput[] = [],
  limits: Partial<Limits> = {},
  clock?: () => number,
): RecordedHere {
  const recording = new RecordedHere(code, inputs);
  const request = { type: 'record', run: 1, code, inputs } as const;
  const machine = new Machine(
    request,
    (answer) => {
      if (answer.type === 'end') recording.end = answer.end;
      if (answer.type !== 'batch') return;
      // as it crosses from the worker to the page
      recording.append(structuredClone(answer.tables, { transfer: buffersOf(answer.tables) }));
      recording.batches += 1;
    },
    { ...LIMITS, ...limits },
    clock,
  );
  machine.run();
  return recording;
}
