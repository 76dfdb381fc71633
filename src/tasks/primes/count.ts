/** Neighbouring bits that stand for twins: 11 and 13, 17 and 19, 29 and 31 (which is in the next byte). */
const TWIN_BITS = 0x94949494 | 0;

/** Ones of a word. Warren, Hacker's Delight, 5-1. */
function ones(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Adds the primes and the twin pairs of the sieve's words `from` to `to` to `counts` [at] and [at + 1]. A pair
 * counts where its smaller prime lies; `after`: the word behind the last one, of which only the lowest bit is
 * looked at. Little-endian, as every device with a browser is.
 */
export function countWords(
  words: Int32Array,
  { from, to, after }: { from: number; to: number; after: number },
  counts: Uint32Array,
  at: number,
): void {
  let primes = 0;
  let twins = 0;
  let here = ~(words[from] as number);
  for (let i = from; i < to; i++) {
    const next = ~(i + 1 < to ? (words[i + 1] as number) : after);
    primes += ones(here);
    twins += ones(here & ((here >>> 1) | (next << 31)) & TWIN_BITS);
    here = next;
  }
  counts[at] = (counts[at] as number) + primes;
  counts[at + 1] = (counts[at + 1] as number) + twins;
}
