import type { TaskInfo } from '../contract.ts';
import { readNumber, type NumberRule } from '../params.ts';

export interface PrimesParams {
  /** Primes up to here, this number included. */
  readonly limit: number;
}

export const LIMIT: NumberRule = { name: 'limit', min: 100, max: 1e10, fallback: 1e8, whole: true };

export const primesInfo: TaskInfo<PrimesParams> = {
  id: 'primes',
  engines: ['ts', 'wasm'],
  paramNames: [LIMIT.name],
  parse: (raw) => ({ limit: readNumber(raw, LIMIT) }),
};
