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
export const RESULTS: Readonly<Partial<Record<TaskId, Load>>> = {
  'path-tracer': () => import('../trace/TraceResult.svelte'),
  json: () => import('../json/JsonResult.svelte'),
  'password-hash': () => import('../password/PasswordResult.svelte'),
  primes: () => import('../primes/PrimesResult.svelte'),
  'proof-of-work': () => import('../proof/ProofResult.svelte'),
};
