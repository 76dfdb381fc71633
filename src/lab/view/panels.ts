import type { Component } from 'svelte';
import type { TaskId } from '../../tasks/ids.ts';
import type { Lab } from '../lab.svelte.ts';

export interface Panel {
  readonly default: Component<{ lab: Lab }>;
}

type Load = () => Promise<Panel>;

/** What stands beside the tasks where the input isn't a picture: each task's own. */
const PANELS: Readonly<Partial<Record<TaskId, Load>>> & { readonly mandelbrot: Load } = {
  mandelbrot: () => import('../fractal/FractalView.svelte'),
  'path-tracer': () => import('../trace/TraceView.svelte'),
  primes: () => import('../primes/PrimesPanel.svelte'),
  sort: () => import('../sort/SortPanel.svelte'),
  hash: () => import('../files/FilesPanel.svelte'),
  json: () => import('../json/JsonPanel.svelte'),
  'password-hash': () => import('../password/PasswordPanel.svelte'),
  'proof-of-work': () => import('../proof/ProofPanel.svelte'),
  'image-batch': () => import('../batch/BatchPanel.svelte'),
};

export function panelOf(task: TaskId): Promise<Panel> {
  return (PANELS[task] ?? PANELS.mandelbrot)();
}
