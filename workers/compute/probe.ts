import type { AddTimes } from '../../src/pool/protocol.ts';
import { addAtomic, addPlain } from '../../src/tasks/counting/program.ts';

/** Which of these names stand in this thread's global scope. */
export function has(names: readonly string[]): Promise<boolean[]> {
  return Promise.resolve(names.map((name) => name in globalThis));
}

export function add(memory: SharedArrayBuffer, times: number, atomic: boolean): Promise<AddTimes> {
  const counter = new Int32Array(memory);
  const start = performance.now();
  if (atomic) addAtomic(counter, times);
  else addPlain(counter, times);
  return Promise.resolve({ start, end: performance.now() });
}
