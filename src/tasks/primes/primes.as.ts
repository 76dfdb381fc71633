/**
 * The sieve of sieve.ts in WebAssembly, a byte for thirty numbers, where it takes time: patterns, crossing out,
 * counting. Whoever calls has worked out where each prime's multiples begin.
 */

/** Neighbouring bits that stand for twins: 11 and 13, 17 and 19, 29 and 31 (which is in the next byte). */
const TWIN_BITS: u64 = 0x9494949494949494;
/** Bits of a byte: the eight remainders. */
const BITS: usize = 8;
const VECTOR: usize = ASC_FEATURE_SIMD ? 16 : 8;

/**
 * Lays a pattern of `period` bytes over the segment's `size` bytes, the first of which stands at `at` in it; `first`: in
 * place of what is there, else on top of it. Behind the pattern 16 bytes of it must stand once more, and behind the
 * segment there must be room for as many.
 */
export function stamp(segment: usize, size: usize, pattern: usize, period: usize, at: usize, first: bool): void {
  if (first) {
    for (const end = segment + size; segment < end; segment += VECTOR) {
      if (ASC_FEATURE_SIMD) v128.store(segment, v128.load(pattern + at));
      else store<u64>(segment, load<u64>(pattern + at));
      at += VECTOR;
      if (at >= period) at -= period;
    }
  } else {
    for (const end = segment + size; segment < end; segment += VECTOR) {
      if (ASC_FEATURE_SIMD) v128.store(segment, v128.or(v128.load(segment), v128.load(pattern + at)));
      else store<u64>(segment, load<u64>(segment) | load<u64>(pattern + at));
      at += VECTOR;
      if (at >= period) at -= period;
    }
  }
}

// @ts-ignore: decorator
@inline
function cross(at: usize, mask: u8): void {
  store<u8>(at, load<u8>(at) | mask);
}

/**
 * The hot loop. Factors of one remainder by 30 lie p bytes apart and hit the same bit. `next`: of each of `count` primes
 * and each remainder, in bytes from the segment's start, where the next multiple lies; `rows`: of each prime its row
 * of `masks`.
 */
export function crossOut(
  segment: usize,
  size: i32,
  primes: usize,
  next: usize,
  rows: usize,
  masks: usize,
  count: usize,
): void {
  const end = segment + size;
  for (let j: usize = 0; j < count; j++) {
    const p = <usize>load<i32>(primes + (j << 2));
    const row = masks + <usize>load<u8>(rows + j);
    const places = next + ((j * BITS) << 2);
    for (let k: usize = 0; k < BITS; k++) {
      const mask = load<u8>(row + k);
      const place = places + (k << 2);
      let at = segment + <usize>load<i32>(place);
      for (; at + 3 * p < end; at += 4 * p) {
        cross(at, mask);
        cross(at + p, mask);
        cross(at + 2 * p, mask);
        cross(at + 3 * p, mask);
      }
      for (; at < end; at += p) cross(at, mask);
      store<i32>(place, <i32>(at - end));
    }
  }
}

/**
 * Adds the primes and the twin pairs of the segment's bytes `from` to `to`, of which there are whole words of four, to
 * two 32-bit counts. A pair counts where its smaller prime lies: of the word at `to` the lowest bit is looked at.
 */
export function countPrimes(from: usize, to: usize, counts: usize): void {
  let primes: i32 = 0;
  let twins: i32 = 0;
  for (; from + 8 <= to; from += 8) {
    const here = ~load<u64>(from);
    const behind = <u64>(~load<u8>(from, 8)) << 63;
    primes += <i32>popcnt<u64>(here);
    twins += <i32>popcnt<u64>(here & ((here >>> 1) | behind) & TWIN_BITS);
  }
  for (; from < to; from += 4) {
    const here = ~load<u32>(from);
    const behind = <u32>(~load<u8>(from, 4)) << 31;
    primes += <i32>popcnt<u32>(here);
    twins += <i32>popcnt<u32>(here & ((here >>> 1) | behind) & <u32>TWIN_BITS);
  }
  store<i32>(counts, load<i32>(counts) + primes);
  store<i32>(counts, load<i32>(counts, 4) + twins, 4);
}
