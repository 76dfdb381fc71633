import type { Component } from 'svelte';
import type { TaskId } from '../../tasks/ids.ts';
import type { Lab } from '../lab.svelte.ts';

/** A result as one looks at it: the bytes are those that the last run gave. */
type Load = () => Promise<{ readonly default: Component<{ lab: Lab; result: Uint8Array }> }>;

/** Results that are no picture, each task's own. */
export const RESULTS: Readonly<Partial<Record<TaskId, Load>>> = {
  json: () => import('../json/JsonResult.svelte'),
  'password-hash': () => import('../password/PasswordResult.svelte'),
  primes: () => import('../primes/PrimesResult.svelte'),
};
