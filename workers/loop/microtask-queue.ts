/** The interpreter's job queue: every promise job goes to our event loop, as HTML's HostEnqueuePromiseJob says. */
import type { Job, JobQueue } from '@engine262/engine262';
import type { EventLoop } from './event-loop.ts';
import type { Recorder } from './recorder.ts';
import type { World } from './world.ts';

export class MicrotaskQueue implements JobQueue {
  readonly onNewJob: Set<(job: Job) => void> = new Set();
  readonly length = 0;
  loop: EventLoop | null = null;
  recorder: Recorder | null = null;
  world: World | null = null;

  enqueuePromiseJob({ job }: Job): void {
    const { loop, recorder, world } = this;
    if (loop === null || recorder === null || world === null) return;
    const facts = { ...recorder.jobs.describe(job), queuedBy: recorder.here() };
    loop.queueMicrotask(facts, () => {
      world.evaluate(job);
    });
  }

  enqueueFinalizationRegistryCleanupJob(): void {
    // Nothing is ever collected while a run is recorded.
  }

  enqueueTimeoutJob(): void {
    // Only Atomics.waitAsync would, which this interpreter hasn't got.
  }

  enqueueGenericJob(): void {
    // As above.
  }

  shift(): undefined {
    return undefined;
  }

  mark(): void {
    // The interpreter's own collector isn't used.
  }
}
