import type { Part, PartJob, Plan, Span, Steps, Task } from '../contract.ts';
import { passwordInfo, type PasswordParams } from './info.ts';
import { beginKey, KEY_BYTES, moreRounds, writeKey } from './pbkdf2.ts';

/** Candidates, one after the other in the input, and the salt that all of them share. */
export interface WordsShape {
  readonly salt: Uint8Array;
  /** Bytes of each candidate, in order. */
  readonly lengths: readonly number[];
}

export interface WordsPart extends Part {
  /** Index of the first candidate in the shape. */
  readonly firstWord: number;
  /** Where each candidate lies in the part's input. */
  readonly words: readonly Span[];
}

/** Long lists share parts: a message for each of thousands of candidates would cost more than it shows. */
const MOST_PARTS = 256;
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

function planWords({ iterations }: PasswordParams, { lengths }: WordsShape): Plan<WordsPart> {
  const size = Math.ceil(lengths.length / MOST_PARTS);
  const parts: WordsPart[] = [];
  let read = 0;
  for (let firstWord = 0; firstWord < lengths.length; firstWord += size) {
    const words = spansOf(lengths.slice(firstWord, firstWord + size));
    const end = read + (words.at(-1)?.end ?? 0);
    parts.push({
      index: parts.length,
      input: { start: read, end },
      output: { start: firstWord * KEY_BYTES, end: (firstWord + words.length) * KEY_BYTES },
      cost: words.length * iterations,
      firstWord,
      words,
    });
    read = end;
  }
  return { parts, outputBytes: lengths.length * KEY_BYTES };
}

function spansOf(lengths: readonly number[]): Span[] {
  let start = 0;
  return lengths.map((length) => {
    const span = { start, end: start + length };
    start = span.end;
    return span;
  });
}

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
