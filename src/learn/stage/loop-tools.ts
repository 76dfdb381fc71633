import { onAbort } from '../../async/abort.ts';
import type { Lane } from '../trace/trace.ts';
import type { StageWorld } from './world.ts';

/** The platform's own ways to have something run later, under their own names. */
export interface LoopTools {
  readonly setTimeout: (then: () => void, ms?: number) => void;
  readonly queueMicrotask: (then: () => void) => void;
  readonly requestAnimationFrame: (then: (ms: number) => void) => void;
}

const TASKS: Lane = { name: 'Timer', group: 'task' };
const FRAMES: Lane = { name: 'Frame', group: 'task' };
const MICROTASKS: Lane = { name: 'Microtask', group: 'microtask' };

/**
 * The real functions, seen: from the call to the callback somebody waits, then the callback runs. What they are given
 * is called straight from the platform's own callback, so nothing comes a turn later than it would.
 */
export function makeLoopTools({ tracer, clock, signal }: StageWorld): LoopTools {
  /** Notes that something was asked for; the answer runs it. */
  const asked = (lane: Lane, label: string) => {
    const begin = tracer.start({ lane, label, mode: 'wait' });
    return (then: () => void): void => {
      begin('replaced');
      const end = tracer.start({ lane, label: 'runs', mode: 'run' });
      try {
        then();
      } finally {
        end('finished');
      }
    };
  };
  return {
    setTimeout(then, ms = 0) {
      const run = asked(TASKS, `${String(ms)} ms`);
      clock.after(ms, () => {
        run(then);
      });
    },
    queueMicrotask(then) {
      const run = asked(MICROTASKS, 'queued');
      queueMicrotask(() => {
        run(then);
      });
    },
    requestAnimationFrame(then) {
      const run = asked(FRAMES, 'asked for');
      const free = clock.hold();
      const frame = requestAnimationFrame((ms) => {
        off();
        free();
        run(() => {
          then(ms);
        });
      });
      const off = onAbort(signal, () => {
        cancelAnimationFrame(frame);
        free();
      });
    },
  };
}
