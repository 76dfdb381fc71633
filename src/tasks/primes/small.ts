/** The primes from 7 up to the root of the limit: with them everything else is crossed out. */
export function basePrimes(limit: number): Int32Array {
  const top = Math.floor(Math.sqrt(limit));
  const composite = new Uint8Array(top + 1);
  const primes: number[] = [];
  for (let n = 2; n <= top; n++) {
    if (composite[n] === 1) continue;
    if (n >= 7) primes.push(n);
    for (let m = n * n; m <= top; m += n) composite[m] = 1;
  }
  return Int32Array.from(primes);
}

/** Whether a number that 2, 3 and 5 don't divide is prime; `primes` must reach its root. */
export function isPrime(n: number, primes: Int32Array): boolean {
  for (let i = 0; i < primes.length; i++) {
    const p = primes[i] as number;
    if (p * p > n) return true;
    if (n % p === 0) return false;
  }
  return true;
}

export interface Counts {
  readonly primes: number;
  readonly twins: number;
}

/** What the wheel leaves out: 2, 3 and 5, and the pairs (3, 5) and (5, 7). */
export function smallCounts(limit: number): Counts {
  return {
    primes: [2, 3, 5].filter((p) => p <= limit).length,
    twins: [5, 7].filter((larger) => larger <= limit).length,
  };
}
