import type { Recording, UserInput } from '../../../src/loop/contract.ts';
import { Recorded } from '../../../src/loop/recorded.ts';
import { LIMITS, Machine } from '../../../workers/loop/machine.ts';
import type { Limits } from '../../../workers/loop/recorder.ts';

/** Records a run on this thread: for tests in Node. */
export function recordHere(
  code: string,
  inputs: readonly UserInput[] = [],
  limits: Partial<Limits> = {},
): Recording {
  const recording = new Recorded(code, inputs);
  const request = { type: 'record', run: 1, code, inputs } as const;
  const machine = new Machine(
    request,
    (answer) => {
      if (answer.type === 'batch') recording.append(answer.tables);
      if (answer.type === 'end') recording.end = answer.end;
    },
    { ...LIMITS, ...limits },
  );
  machine.run();
  return recording;
}
