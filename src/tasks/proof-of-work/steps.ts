import type { PartJob, Steps } from '../contract.ts';
import type { ProofParams } from './info.ts';
import { FOUND, NONCES, TRIED, type NoncePart } from './plan.ts';

export type NoShape = Record<string, never>;

/** A part's output as words: see plan.ts. */
export function wordsIn({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, byteLength / Uint32Array.BYTES_PER_ELEMENT);
}

/** The first nonce from `from` (included) to `to` (not) that does, or `to`. */
export type NonceSearch = (from: number, to: number) => number;

/** Tries a part's nonces, at most so many a step, until all are tried or enough found. Either engine searches so. */
export function* searchSteps(
  { params, part, out }: PartJob<ProofParams, NoShape, NoncePart>,
  perStep: number,
  search: NonceSearch,
): Steps {
  const words = wordsIn(out).fill(0);
  let found = 0;
  for (let next = part.first; next < part.last && found < params.find;) {
    const end = Math.min(next + perStep, part.last);
    const nonce = search(next, end);
    if (nonce < end) {
      words[NONCES + found] = nonce;
      found += 1;
      words[FOUND] = found;
    }
    next = Math.min(nonce + 1, end);
    words[TRIED] = next - part.first;
    yield;
  }
}
