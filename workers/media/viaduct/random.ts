/** A stream of numbers in [0, 1), the same for the same seed. */
export type Random = () => number;

const GOLDEN = 0x9e3779b9;

/**
 * Scrambles 32 bits. Multipliers and shifts are the low-bias pair found by Chris Wellons' search
 * (https://nullprogram.com/blog/2018/07/31/, public domain).
 */
export function mix(value: number): number {
  let n = value;
  n = Math.imul(n ^ (n >>> 16), 0x21f0aaad);
  n = Math.imul(n ^ (n >>> 15), 0x735a2d97);
  return n ^ (n >>> 15);
}

/** Counter-based, so that a thing that is not drawn never shifts the luck of the next one. */
export function seeded(seed: number): Random {
  let state = mix(seed);
  return () => {
    state = (state + GOLDEN) | 0;
    return (mix(state) >>> 0) / 4294967296;
  };
}

/** A number between `low` and `high`. */
export function between(random: Random, low: number, high: number): number {
  return low + random() * (high - low);
}

/** One of the list; the list must not be empty. */
export function pick<T>(random: Random, list: readonly [T, ...T[]]): T {
  return list[Math.floor(random() * list.length)] ?? list[0];
}
