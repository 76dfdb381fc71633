import type { Recording, UserInput } from '../../../src/loop/contract.ts';
import { Recorded } from '../../../src/loop/recorded.ts';
import { Machine } from '../../../workers/loop/machine.ts';

/** Records a run on this thread: for tests in Node. */
export function recordHere(code: string, inputs: readonly UserInput[] = []): Recording {
  const recording = new Recorded(code, inputs);
  new Machine({ type: 'record', run: 1, code, inputs }, (answer) => {
    if (answer.type === 'batch') recording.append(answer.tables);
    if (answer.type === 'end') recording.end = answer.end;
  }).run();
  return recording;
}
