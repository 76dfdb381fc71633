import { NO_INPUT, type Part, type Plan } from '../contract.ts';
import type { ProofParams } from './info.ts';

/** Into so many parts the nonces are cut among which one find may be expected: what is stopped is little. */
const PARTS_A_FIND = 32;
/** Fewer nonces than this are not worth the way to a worker and back. */
const MIN_NONCES = 1 << 10;
/**
 * As many nonces as hold twice what is looked for, and twenty finds' worth more: that they are not enough happens
 * less than once in a hundred million searches (a Poisson distribution's tail).
 */
const nonceLimit = ({ difficulty, find }: ProofParams): number => 2 ** difficulty * (2 * find + 20);

/** Some nonces in a row. Its output: `TRIED`, `FOUND`, then the nonces that do. */
export interface NoncePart extends Part {
  readonly first: number;
  readonly last: number;
}

/** Words of a part's output. */
export const TRIED = 0;
export const FOUND = 1;
export const NONCES = 2;

export function wordsOf({ find }: Pick<ProofParams, 'find'>): number {
  return NONCES + find;
}

/** From 0 upwards; it ends early with the first parts that hold enough. */
export function planProof(params: ProofParams): Plan<NoncePart> {
  const { difficulty, find } = params;
  const size = Math.max(MIN_NONCES, 2 ** difficulty / PARTS_A_FIND);
  const count = Math.ceil(nonceLimit(params) / size);
  const bytes = wordsOf(params) * Uint32Array.BYTES_PER_ELEMENT;
  const parts = Array.from({ length: count }, (_, index): NoncePart => {
    const output = { start: index * bytes, end: (index + 1) * bytes };
    return { index, input: NO_INPUT, output, cost: size, first: index * size, last: (index + 1) * size };
  });
  return { parts, outputBytes: count * bytes, enough: find, expectedCost: find * 2 ** difficulty };
}
