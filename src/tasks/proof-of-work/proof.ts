import type { Task } from '../contract.ts';
import { proofInfo, type ProofParams } from './info.ts';
import { hashOf } from './message.ts';
import { FOUND, NONCES, planProof, wordsOf, type NoncePart } from './plan.ts';
import { makeSearch, searchNonces } from './search.ts';
import { searchSteps, wordsIn, type NoShape } from './steps.ts';
import { toBytes } from './utf8.ts';

/** About 0.7 ms. */
const NONCES_PER_STEP = 1 << 11;

const HASH_BYTES = 32;
/** One find in the result: the nonce as four bytes, the least first, then the hash. */
const FIND_BYTES = 4 + HASH_BYTES;

/** The smallest nonces for which SHA-256 of the text and the nonce begins with so many zero bits, and those hashes. */
export const proof: Task<ProofParams, NoShape, NoncePart> = {
  ...proofInfo,
  nature: () => 'divisible',
  plan: (params) => planProof(params),
  *steps(job) {
    const search = makeSearch(toBytes(job.params.text) ?? new Uint8Array(0), job.params.difficulty);
    yield* searchSteps(job, NONCES_PER_STEP, (from, to) => searchNonces(search, from, to));
  },
  found: (out) => wordsIn(out)[FOUND] ?? 0,
  finish: (output, params) => resultOf(firstNonces(output, params), params),
};

/** In order of the parts: of those after the last one that was needed nothing is read. */
function firstNonces(output: Uint8Array, params: ProofParams): number[] {
  const words = wordsIn(output);
  const stride = wordsOf(params);
  const nonces: number[] = [];
  for (let at = 0; at < words.length && nonces.length < params.find; at += stride) {
    const found = words[at + FOUND] as number;
    nonces.push(...words.subarray(at + NONCES, at + NONCES + Math.min(found, params.find)));
  }
  return nonces.slice(0, params.find);
}

function resultOf(nonces: readonly number[], { text }: ProofParams): Uint8Array {
  const result = new Uint8Array(nonces.length * FIND_BYTES);
  const view = new DataView(result.buffer);
  nonces.forEach((nonce, i) => {
    view.setUint32(i * FIND_BYTES, nonce, true);
    result.set(hashOf(text, nonce), i * FIND_BYTES + 4);
  });
  return result;
}

export interface Find {
  readonly nonce: number;
  readonly hash: Uint8Array;
}

/** Reads a result. */
export function findsOf(result: Uint8Array): Find[] {
  const view = new DataView(result.buffer, result.byteOffset, result.byteLength);
  return Array.from({ length: Math.floor(result.length / FIND_BYTES) }, (_, i) => ({
    nonce: view.getUint32(i * FIND_BYTES, true),
    hash: result.slice(i * FIND_BYTES + 4, (i + 1) * FIND_BYTES),
  }));
}
