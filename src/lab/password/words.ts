import { ADVISED_ITERATIONS } from '../../tasks/password/info.ts';
import { formatCount, formatMs, formatSeconds } from '../../ui/format.ts';

/** What today's advice is, beside what is set. */
export function adviceSentence(iterations: number): string {
  const advised = formatCount(ADVISED_ITERATIONS);
  const beside =
    iterations >= ADVISED_ITERATIONS
      ? 'as many or more are set here.'
      : `here it is ${formatCount(iterations)}, so that a run takes seconds.`;
  return `OWASP advises at least ${advised} iterations for PBKDF2 with HMAC-SHA-256; ${beside}`;
}

/** "4f2a91c0 … 77e0d9c1". */
export function shortKey(hex: string): string {
  return `${hex.slice(0, 8)} … ${hex.slice(-8)}`;
}

export interface Found {
  readonly target: string | null;
  readonly found: number | null;
  readonly done: number;
  readonly words: readonly string[];
}

export function foundSentence({ target, found, done, words }: Found): string {
  if (found !== null) {
    return `“${words[found] ?? ''}”, number ${formatCount(found + 1)} of ${formatCount(words.length)}, gives the key.`;
  }
  if (target === null) return 'No key was looked for: every candidate’s key was derived.';
  return done < words.length
    ? 'The key has not been found yet.'
    : 'None of the candidates gives the key with this salt and so many iterations.';
}

/** How fast candidates were tried, and how fast they would be at the iterations that are advised. */
export function rateNote(candidates: number, wallMs: number, iterations: number): string {
  const each = wallMs / Math.max(1, candidates);
  const advised = (each * ADVISED_ITERATIONS) / iterations;
  return `${eachWords(each)} a candidate; at ${formatCount(ADVISED_ITERATIONS)} iterations it would be ${eachWords(advised)}`;
}

export function eachWords(ms: number): string {
  if (ms >= 1000) return formatSeconds(ms);
  return formatMs(ms < 10 ? ms : Math.round(ms));
}
