import { wasmSupport } from '../measure/wasm-support.ts';
import type { PartJob, Span, Steps, Task } from '../tasks/contract.ts';
import type { TaskId } from '../tasks/ids.ts';
import { loadTask } from '../tasks/registry.ts';
import type { Twin } from '../tasks/twin.ts';
import { loadModule, type Build } from './load.ts';
import { loadTwinParts } from './registry.ts';
import { CONSTANTS_END, Ground, PAGE } from './room.ts';

/** The largest memory that a module can address, in pages: what the builds declare. */
const MOST_PAGES = 1 << 16;

/** A thread's share of a memory that holds a run's input and output. */
export interface SharedGround {
  readonly memory: WebAssembly.Memory;
  readonly scratch: Span;
}

/** A task whose steps are its WebAssembly twin's. */
export interface TwinTask {
  readonly task: Task;
  /** Bytes that this thread has copied into and out of WebAssembly's memory so far, by this task. */
  readonly copied: () => number;
}

/** A task without shared memory keeps its own: made once per thread, since memories are dear to make. */
const own = new Map<TaskId, Promise<TwinTask>>();

/**
 * The task with its twin's steps. With `ground` they work where the run's bytes lie; without, in a memory of the
 * thread's own, into which bytes are copied.
 */
export function loadTwin(id: TaskId, ground: SharedGround | null): Promise<TwinTask> {
  if (ground !== null) return makeTwin(id, new Ground(ground.memory, ground.scratch), true);
  const found = own.get(id) ?? makeTwin(id, ownGround(), false);
  own.set(id, found);
  found.catch(() => own.delete(id));
  return found;
}

function ownGround(): Ground {
  const memory = new WebAssembly.Memory({ initial: 1 + CONSTANTS_END / PAGE, maximum: MOST_PAGES });
  return new Ground(memory, null);
}

async function makeTwin(id: TaskId, ground: Ground, shared: boolean): Promise<TwinTask> {
  const [task, { twin, builds }] = await Promise.all([loadTask(id), loadTwinParts(id)]);
  const build = wasmSupport() === 'simd' ? builds.simd : builds.scalar;
  return { task: await withTwin(task, { twin, build, shared }, ground), copied: () => ground.copied };
}

/** What runs in place of a task's own steps. */
export interface Chosen {
  readonly twin: Twin;
  readonly build: Build;
  readonly shared: boolean;
}

export async function withTwin(task: Task, { twin, build, shared }: Chosen, ground: Ground): Promise<Task> {
  const module = await loadModule(build, shared);
  const { exports } = await WebAssembly.instantiate(module, { env: { memory: ground.memory } });
  return { ...task, steps: (job) => stepsIn(ground, twin, exports, job) };
}

function* stepsIn(
  ground: Ground,
  twin: Twin,
  kernel: WebAssembly.Exports,
  job: PartJob<unknown, unknown>,
): Steps {
  const room = ground.enter();
  try {
    yield* twin.steps(kernel, job, room);
    room.deliver();
  } finally {
    room.leave();
  }
}
