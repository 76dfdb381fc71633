import type { Component } from 'svelte';
import type { TaskId } from '../../tasks/ids.ts';
import type { Lab } from '../lab.svelte.ts';
import type { ResultRow } from './figures.ts';

interface Shown extends Record<string, unknown> {
  lab: Lab;
  rows: readonly ResultRow[];
  result: Uint8Array;
}

/** A result as one looks at it: the bytes are those that the last run gave. */
type Load = () => Promise<{ readonly default: Component<Shown> }>;

/** Results that are no filtered picture, each task's own. */
const RESULTS: Readonly<Partial<Record<TaskId, Load>>> = {
  'path-tracer': () => import('../trace/TraceResult.svelte'),
  json: () => import('../json/JsonResult.svelte'),
  'password-hash': () => import('../password/PasswordResult.svelte'),
  primes: () => import('../primes/PrimesResult.svelte'),
  'proof-of-work': () => import('../proof/ProofResult.svelte'),
};

/** Of tasks whose panel in the lab shows the result: for pages without it. */
const WITHOUT_PANEL: typeof RESULTS = {
  sort: () => import('../sort/SortResult.svelte'),
  mandelbrot: () => import('../fractal/FractalResult.svelte'),
  'image-batch': () => import('../batch/BatchResult.svelte'),
};

/** `alone`: the page has no panel of the task. */
export function resultOf(task: TaskId, alone = false): Load | undefined {
  return RESULTS[task] ?? (alone ? WITHOUT_PANEL[task] : undefined);
}

/** Who notes down, while a run goes on, what its result shows afterwards: in the lab the task's panel has begun it. */
const NOTERS: Readonly<Partial<Record<TaskId, (lab: Lab) => Promise<unknown>>>> = {
  sort: async (lab) => (await import('../sort/desk.ts')).sortedColumnsOf(lab),
  primes: async (lab) => (await import('../primes/desk.svelte.ts')).primesDeskOf(lab),
  'password-hash': async (lab) => (await import('../password/desk.svelte.ts')).passwordDeskOf(lab),
  'proof-of-work': async (lab) => (await import('../proof/proof-desk.ts')).proofDeskOf(lab),
};

/** For pages without panels, before the first run. Never rejects: a result can do without. */
export async function noteForResult(lab: Lab): Promise<void> {
  await NOTERS[lab.options.task]?.(lab).catch(() => undefined);
}
