import type { Engine, Task } from '../tasks/contract.ts';
import type { RunMemory } from './contract.ts';
import type { TwinTask } from '../wasm/engine.ts';

/** The task as an engine has it, on the page's own thread. `memory`: where the run's bytes will lie, if in one memory. */
export async function loadEngine(task: Task, engine: Engine, memory: RunMemory | null): Promise<TwinTask> {
  if (engine === 'ts') return { task, copied: () => 0 };
  const { loadTwin } = await import('../wasm/engine.ts');
  const [scratch] = memory?.scratch ?? [];
  const ground = memory === null || scratch === undefined ? null : { memory: memory.memory, scratch };
  return loadTwin(task.id, ground);
}
