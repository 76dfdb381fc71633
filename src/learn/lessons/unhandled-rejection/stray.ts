import { onAbort } from '../../../async/abort.ts';
import { spawnStray } from '../../../pool/spawn.ts';
import type { Lane } from '../../trace/trace.ts';
import type { StageWorld } from '../../stage/world.ts';

const LANE: Lane = { name: 'Worker', group: 'worker' };

/** Starts a real worker that rejects or throws when it is told to; it ends with its first `error` event. */
export type StartWorker = () => Worker;

export function makeStartWorker(stage: StageWorld): StartWorker {
  return () => {
    stage.note('start worker');
    const worker = spawnStray();
    const ended = stage.tracer.start({ lane: LANE, label: 'its own thread', mode: 'run' });
    const free = stage.clock.hold();
    const end = (): void => {
      off();
      worker.terminate();
      ended('finished');
      free();
    };
    const off = onAbort(stage.signal, () => {
      worker.terminate();
    });
    worker.addEventListener('error', (event) => {
      // The lesson shows it, so the browser need not.
      event.preventDefault();
      stage.clock.after(0, end);
    });
    return worker;
  };
}
