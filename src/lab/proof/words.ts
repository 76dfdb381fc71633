import type { ProofParams } from '../../tasks/proof-of-work/info.ts';
import { formatCount, formatCountWord, formatPercent, formatPlural, sentenceCase } from '../../ui/format.ts';

/** "One hash in 1,048,576 will do: about as many tries until the first." */
export function oddsSentence({ difficulty, find }: ProofParams): string {
  const odds = formatCount(2 ** difficulty);
  if (find === 1) return `One hash in ${odds} will do, so about so many must be tried.`;
  return `One hash in ${odds} will do; ${formatCountWord(find)} are looked for, so about ${formatCount(find * 2 ** difficulty)} must be tried.`;
}

/** What the luck of this text came to. */
export function luckSentence(nonces: readonly number[], { difficulty, find }: ProofParams): string {
  const last = nonces.at(-1);
  if (last === undefined || nonces.length < find) {
    const found = nonces.length === 0 ? 'No nonce' : `Only ${formatPlural(nonces.length, 'nonce')}`;
    return `${found} among all that were tried will do: that happens less than once in a hundred million searches.`;
  }
  const times = (last + 1) / (find * 2 ** difficulty);
  const what = nonces.length === 1 ? 'It is' : 'The last is';
  return `${what} nonce ${formatCount(last)}: ${times.toFixed(2)} of the tries that one may expect. With another text the luck is another.`;
}

/** Millions of hashes a second: "2.31". */
export function paceFigure(tried: number, ms: number): string {
  return ms <= 0 ? 'not available' : (tried / ms / 1000).toFixed(2);
}

/** "1,204 (0.1 %)"; "none". */
export function thrownWords(thrown: number, tried: number): string {
  return thrown === 0 ? 'none' : `${formatCount(thrown)} (${formatPercent(thrown / tried)})`;
}

export function threadName(thread: number): string {
  return thread === 0 ? 'page' : `worker ${String(thread)}`;
}

export const foundHeading = (count: number): string =>
  count === 1 ? 'The nonce' : `${sentenceCase(formatPlural(count, 'nonce'))}, the smallest there are`;

/** Every bit of the first four bytes, and how many zeros lead. */
export function leadingBits(hash: Uint8Array): {
  readonly zeros: number;
  readonly groups: readonly string[];
} {
  const groups = Array.from(hash.subarray(0, 4), (byte) => byte.toString(2).padStart(8, '0'));
  const one = groups.join('').indexOf('1');
  return { zeros: one === -1 ? 32 : one, groups };
}
