import type { Task } from './contract.ts';
import type { TaskId } from './ids.ts';
import { hash } from './hash/hash.ts';
import { blur } from './image/blur.ts';
import { denoise } from './image/denoise.ts';
import { edges } from './image/edges.ts';
import { mandelbrot } from './mandelbrot/mandelbrot.ts';

/** Every task by its name: the one line that a new task adds. */
export const TASKS = { blur, edges, denoise, hash, mandelbrot } satisfies Record<TaskId, unknown>;

/** A task whose params and shape are known only to itself; they are only ever handed back to it. */
export type AnyTask = Task;

export function taskOf(id: TaskId): AnyTask {
  // The registry pairs each id with its own params and shape; seen from outside they are opaque.
  return TASKS[id];
}
