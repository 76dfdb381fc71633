import type { RunGround, RunSetup } from '../../src/pool/protocol.ts';
import { loadTask } from '../../src/tasks/registry.ts';
import type { TwinTask } from '../../src/wasm/engine.ts';

/** The task as the run's engine has it; the WebAssembly twins are loaded when one is first to run. */
export async function kernelOf({ task, engine }: RunSetup, ground: RunGround | null): Promise<TwinTask> {
  if (engine === 'ts') return { task: await loadTask(task), copied: () => 0 };
  const { loadTwin } = await import('../../src/wasm/engine.ts');
  return loadTwin(task, ground);
}
