import type { PartJob, Steps, Task } from '../contract.ts';
import { passwordInfo, type PasswordParams } from './info.ts';
import { beginKey, KEY_BYTES, moreRounds, writeKey } from './pbkdf2.ts';
import { planWords, type WordsPart, type WordsShape } from './plan.ts';

/** Rounds in one step: about 1 ms (measured). */
const ROUNDS_PER_STEP = 1 << 11;

/**
 * Derives a key from every candidate. The result is 32 bytes a candidate, in their order: which one gives a certain
 * key is seen by comparing. All are derived, so that every strategy does the same work.
 */
export const password: Task<PasswordParams, WordsShape, WordsPart> = {
  ...passwordInfo,
  nature: (_, { lengths }) => (lengths.length > 1 ? 'divisible' : 'resumable'),
  plan: planWords,
  steps: wordSteps,
};

function* wordSteps({ params, shape, part, out }: PartJob<PasswordParams, WordsShape, WordsPart>): Steps {
  // Kept beyond the step in which they were lent.
  const bytes = (yield { start: 0, end: part.input.end - part.input.start }).slice();
  for (const [i, { start, end }] of part.words.entries()) {
    const derivation = beginKey(bytes.subarray(start, end), shape.salt);
    for (let left = params.iterations - 1; left > 0; left -= ROUNDS_PER_STEP) {
      moreRounds(derivation, Math.min(left, ROUNDS_PER_STEP));
      yield;
    }
    writeKey(derivation, out.subarray(i * KEY_BYTES));
  }
}
