import type { Added } from '../../src/pool/protocol.ts';
import { addAtomic, addPlain } from '../../src/tasks/counting/program.ts';

/** Which of these names stand in this thread's global scope. */
export function has(names: readonly string[]): Promise<boolean[]> {
  return Promise.resolve(names.map((name) => name in globalThis));
}

/** Workers that begin one after the other would hardly meet: each waits here until all have come. */
function meet(counter: Int32Array, crew: number): void {
  Atomics.add(counter, 1, 1);
  while (Atomics.load(counter, 1) < crew);
}

export function add(
  memory: ArrayBuffer | SharedArrayBuffer,
  times: number,
  { atomic, crew }: { readonly atomic: boolean; readonly crew: number },
): Promise<Added> {
  const counter = new Int32Array(memory);
  meet(counter, crew);
  const start = performance.now();
  if (atomic) addAtomic(counter, times);
  else addPlain(counter, times);
  return Promise.resolve({ seen: Atomics.load(counter, 0), start, end: performance.now() });
}
