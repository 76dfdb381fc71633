import { onAbort } from '../../../../async/abort.ts';
import { spawnScript } from '../../../../pool/spawn.ts';
import type { StageWorld } from '../../../stage/world.ts';
import type { Lane } from '../../../trace/trace.ts';
import answer from './answer.js?url';

const LANE: Lane = { name: 'answer.js', group: 'worker' };

/** What a page does with a file of code: run it as a plain script, or as a module. */
export type Start = (type: WorkerType) => Worker;

export interface ScriptTools {
  readonly start: Start;
}

/** Runs the file on a thread of its own, where a file that can't be read harms nobody; its first word ends it. */
export function makeStart(stage: StageWorld): Start {
  return (type) => {
    stage.note(`start ${type}`);
    const worker = spawnScript(answer, type);
    const ended = stage.tracer.start({ lane: LANE, label: type, mode: 'run' });
    const free = stage.clock.hold();
    const end = (how: 'finished' | 'rejected'): void => {
      stage.clock.after(0, () => {
        off();
        worker.terminate();
        ended(how);
        free();
      });
    };
    const off = onAbort(stage.signal, () => {
      worker.terminate();
    });
    worker.addEventListener('message', () => {
      end('finished');
    });
    worker.addEventListener('error', (event) => {
      // The card shows it, so the browser need not.
      event.preventDefault();
      end('rejected');
    });
    return worker;
  };
}
