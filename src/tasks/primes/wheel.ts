/**
 * The wheel of 30: beyond 2, 3 and 5 every prime leaves one of eight remainders by 30, so that one byte holds
 * thirty numbers (a set bit: not a prime). Pritchard, "Explaining the wheel sieve", 1982,
 * https://doi.org/10.1007/BF00264164
 */
export const WHEEL = 30;

/** The remainder that each bit of a byte stands for. */
export const RESIDUES = [1, 7, 11, 13, 17, 19, 23, 29] as const;

const BIT_OF = new Map<number, number>(RESIDUES.map((residue, bit) => [residue, bit]));

/** The bit of a number that 2, 3 and 5 don't divide. */
export function bitOf(n: number): number {
  return BIT_OF.get(n % WHEEL) ?? 0;
}

/** `MASKS[8a + k]`: the bit of a product whose factors leave the remainders `RESIDUES[a]` and `RESIDUES[k]`. */
export const MASKS = Uint8Array.from(
  RESIDUES.flatMap((a) => RESIDUES.map((k) => 1 << bitOf((a * k) % WHEEL))),
);
