import { wasmSupport, type WasmSupport } from '../../measure/wasm-support.ts';
import type { Engine } from '../../tasks/contract.ts';
import type { TaskId } from '../../tasks/ids.ts';
import { infoOf } from '../../tasks/infos.ts';

/** One twin of the kernel, or both of them compared. */
export type EngineChoice = Engine | 'both';

export const ENGINE_WORDS: Readonly<Record<EngineChoice, string>> = {
  ts: 'TypeScript',
  wasm: 'WebAssembly',
  both: 'both, compared',
};

/** What a task can be run as here. */
export function engineChoices(task: TaskId, support: WasmSupport = wasmSupport()): readonly EngineChoice[] {
  const { engines } = infoOf(task);
  const here = engines.filter((engine) => engine === 'ts' || support !== 'none');
  return here.length > 1 ? [...here, 'both'] : here;
}

/** The twins that a run or a comparison uses, in the order in which they are shown. */
export function enginesOf({ engine }: { readonly engine: EngineChoice }): readonly Engine[] {
  return engine === 'both' ? ['ts', 'wasm'] : [engine];
}

/** Why a task has one engine alone. */
const ONLY_TYPESCRIPT: Readonly<Partial<Record<TaskId, string>>> = {
  json: 'JSON.parse is the browser’s own compiled code: there is no kernel to build a second time.',
};

/** What is to be said about a task's engines on this device; empty where all is as one would expect. */
export function engineNote(task: TaskId, support: WasmSupport = wasmSupport()): string {
  if (!infoOf(task).engines.includes('wasm'))
    return ONLY_TYPESCRIPT[task] ?? 'This task has no WebAssembly twin.';
  if (support === 'none') return 'This browser has no WebAssembly, or it is switched off.';
  return support === 'scalar' ? 'This browser has no SIMD: the WebAssembly twin runs without it.' : '';
}

/** What a link's engine can't be, in a sentence; `null`: it can. */
export function engineProblem(task: TaskId, value: string, support = wasmSupport()): string | null {
  const choices = engineChoices(task, support);
  if (choices.some((name) => name === value)) return null;
  const known = value in ENGINE_WORDS;
  const reason = known ? engineNote(task, support) : `“${value}” is not an engine.`;
  return `${reason} It runs as ${choices.join(' or ')}.`;
}
