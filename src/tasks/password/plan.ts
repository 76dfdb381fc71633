import type { Part, Plan, Span } from '../contract.ts';
import type { PasswordParams } from './info.ts';
import { KEY_BYTES } from './pbkdf2.ts';

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

/** Four candidates of a part go side by side where the kernel has lanes … */
const LANES = 4;
/** … if there are so many parts then, for as many threads: in a shorter list each candidate has its own. */
const LEAST_PARTS = 16;
/** Long lists share parts further: a message for each few of thousands would cost more than it shows. */
const MOST_PARTS = 256;

/** How many candidates a part has. */
function partSize(count: number): number {
  if (count < LEAST_PARTS * LANES) return 1;
  return LANES * Math.ceil(count / (LANES * MOST_PARTS));
}

export function planWords({ iterations }: PasswordParams, { lengths }: WordsShape): Plan<WordsPart> {
  const size = partSize(lengths.length);
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
